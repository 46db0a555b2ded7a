/** A click on one of our buttons: which, where, and why it may not be what the user meant. @module */
import type { AnyDoubt, PageRecord } from '../page-messages.ts'
import type { Place } from './launch.ts'

/** A link that stands in a page, and the button of ours that was clicked beside it. */
export interface ClickedLink {
  readonly buttonId: string
  /** As the page has it: hostile. */
  readonly href: string
}

/** What an item of the browser's own menu, or a command, is for. */
export type Way = 'join' | 'control' | 'invite'

/** An item of the browser's own menu: what is to be done, and the link or the text that it was chosen on. */
export interface ChosenItem {
  readonly way: Way
  /** As the page has it: hostile. */
  readonly href?: string
  /** What the user selected in a page: hostile as well. */
  readonly text?: string
}

/** An action on a target of one's own, as it was chosen in the address bar. */
export interface ChosenTarget {
  readonly targetId: string
  readonly action: string
}

/** A click on a shortcut's button or on one at a link; or what was chosen in the browser's menu, or chosen or typed in its address bar. */
export type Click = ClickPlace &
  (
    | { readonly shortcutId: string }
    | { readonly link: ClickedLink }
    | { readonly item: ChosenItem }
    | { readonly chosen: ChosenTarget }
    | { readonly typed: string }
  )

/** Where a click came from. */
interface ClickPlace {
  /** What the page shows, where it shows a record. */
  readonly record?: PageRecord | undefined
  /** The page's origin, for the journal. */
  readonly site: string | undefined
  /** Beside which tab to open. */
  readonly place: Place
  /** Why it may not be what the user meant. */
  readonly doubts?: readonly AnyDoubt[]
}
