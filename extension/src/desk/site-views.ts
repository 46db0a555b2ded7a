/** What the desk shows of the user's own sites, to our own pages and to the picker. @module */

import type { SiteRule } from '../sites/rule.ts'
import type { Texts } from '../translate.ts'

/** A site that the user made or imported. */
export interface OwnSite {
  readonly site: SiteRule
  /** The version that was read; a change names it. */
  readonly revision: number
}

/** What the picker starts from. */
export interface PickerSetup {
  /** When the user started it, in milliseconds since 1970; what an earlier one has to say comes too late. */
  readonly turn: number
  /** The site that is known here, whose rule is mended or added to. */
  readonly base?: SiteRule
  /** What was chosen before the page was loaded. */
  readonly draft?: string
  /** The picker's texts, where the user chose another language than the browser's. */
  readonly texts?: Texts
}

/** A site that waits to be saved. */
export interface SiteDraftView {
  readonly site: SiteRule
  /** What it takes the place of. */
  readonly replaced?: OwnSite
}

/** How often a record's place was found in the pages of an origin, lately. */
export interface SiteCounts {
  readonly origin: string
  /** The rule's id. */
  readonly site: string
  readonly found: number
  readonly missed: number
  /** How many days ago one was found; absent where none ever was. */
  readonly daysAgo?: number
}

/** The same, with what the product is called. */
export interface SiteState extends SiteCounts {
  readonly name: string
  /** Whether its rule is one of the user's own. */
  readonly isOwn: boolean
}
