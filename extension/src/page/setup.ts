/** What the background tells a content script: the site's rule, the buttons, the words. @module */
import type { ActionIcon, Fact } from '@joinery/sdk'
import type { SiteRule } from '../sites/rule.ts'

/** The pictograms that a page needs. */
export type PageIcon = ActionIcon | 'unlock' | 'hide' | 'busy' | 'done' | 'error'

/** What tells vendors apart: a letter, a colour as CSS, and the name. */
export interface PageVendor {
  readonly letter: string
  readonly colour: string
  readonly name: string
}

/** A shortcut's button, as a page may know it; or one beside a link, with a name of its own in the shortcut's place. */
export interface PageButton {
  readonly shortcutId: string
  readonly name: string
  readonly icon: PageIcon
  /** CSS, where the user chose one. */
  readonly colour?: string
  readonly vendor?: PageVendor
  /** Facts of the record without which the button is not offered. */
  readonly needs: readonly Fact[]
}

/** Links of one kind, by the vendor's own addresses, and the buttons that stand beside each. */
export interface PageLink {
  readonly selector: string
  /** Expressions for the whole address, of which one must fit: what the selector cannot tell. */
  readonly addresses: readonly string[]
  readonly buttons: readonly PageButton[]
}

/** The words of the buttons' bar. */
export interface PageWords {
  readonly bar: string
  readonly working: string
  readonly covered: string
  readonly gone: string
  readonly hide: string
  /** Opens the window that hands an invitation out in other ways. */
  readonly more: string
}

/** What a page needs of its site's rule. */
export type PageSite = Pick<SiteRule, 'id' | 'name' | 'workspace' | 'shadowHosts' | 'floating' | 'records'>

/** Everything that a content script works from. */
export interface PageSetup {
  /** Nothing, where no site is known: then the page's person is guessed. */
  readonly site: PageSite | null
  /** Whether a bar may float over the page where a record has no place for one. */
  readonly floats: boolean
  readonly buttons: readonly PageButton[]
  readonly links: readonly PageLink[]
  readonly words: PageWords
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** Whether our elements show only while the extension's own style sheet is in the page. */
  readonly showsBySign: boolean
}
