/** What the desk shows to the popup: plain data, no secret; a link only where a guest's is asked for. @module */
import type { Fact } from '@joinery/sdk'
import type { PageRecord } from '../page-messages.ts'
import type { ShortcutColour } from '../shortcut-colours.ts'
import type { Problem } from './views.ts'

/** What a line of the popup runs: a shortcut, or an action on a target that was found by name. */
export type PopupWay =
  | { readonly shortcutId: string }
  | { readonly accountId: string; readonly action: string; readonly targetId: string }

/** A line of the popup. */
export interface PopupEntry {
  readonly way: PopupWay
  readonly id: string
  readonly name: string
  readonly icon: string
  readonly colour?: ShortcutColour
  /** The organisation, and the plugin's name. */
  readonly account: string
  readonly for: 'me' | 'contact'
  /** Facts that the record lacks; it can run only where there are none. */
  readonly lacking: readonly Fact[]
  /** Facts that the record lacks for a guest's link; absent, where there are no such links. */
  readonly lacksForGuest?: readonly Fact[]
  /** What it is found by beyond its name, such as a room's number. */
  readonly terms: readonly string[]
  /** Its place among the pinned ones. */
  readonly pin?: number
  /** When it was used last, in milliseconds since 1970, where that is not long ago. */
  readonly usedAt?: number
}

/** A guest's link for one of our own pages to show, good until `expiresAt` in milliseconds since 1970. */
export type LinkReply =
  | { readonly ok: true; readonly link: string; readonly expiresAt?: number }
  | { readonly ok: false; readonly problem: Problem }

/** What the popup shows for a tab. */
export interface TabView {
  readonly shortcuts: readonly PopupEntry[]
  /** The record that the tab shows, where a content script found one. */
  readonly record: PageRecord | null
  /** What is known of the page, where a content script runs in it. */
  readonly page: PageView | null
}

/** What the popup says of a page. */
export interface PageView {
  /** The CRM's name, or `null` where none is known. */
  readonly site: string | null
  /** The id of its rule. */
  readonly siteId: string | null
  /** Whether the record is only guessed from what the page shows. */
  readonly isGuess: boolean
  /** Whether the record has buttons in sight. */
  readonly hasButtons: boolean
  /** Whether the rule names places for buttons, and none of them is in sight. */
  readonly lacksPlace: boolean
}
