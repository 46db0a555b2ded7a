/** A click on one of our buttons: which, where, and why it may not be what the user meant. @module */
import type { Doubt, PageRecord } from '../page-messages.ts'
import type { Place } from './launch.ts'

/** A link that stands in a page, and the button of ours that was clicked beside it. */
export interface ClickedLink {
  readonly buttonId: string
  /** As the page has it: hostile. */
  readonly href: string
}

/** An action on a target, chosen in one of our own pages. */
export interface ChosenAction {
  readonly accountId: string
  readonly action: string
  readonly targetId: string
}

/** A click on a shortcut's button, on one at a link, or on an action of a target that was found by name. */
export type Click = ClickPlace &
  ({ readonly shortcutId: string } | { readonly link: ClickedLink } | { readonly chosen: ChosenAction })

/** Where a click came from. */
interface ClickPlace {
  /** What the page shows, where it shows a record. */
  readonly record?: PageRecord | undefined
  /** The page's origin, for the journal. */
  readonly site: string | undefined
  /** Beside which tab to open. */
  readonly place: Place
  /** Why it may not be what the user meant. */
  readonly doubts?: readonly Doubt[]
}
