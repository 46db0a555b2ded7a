/** The messages about the user's own sites, and of the picker that makes them. @module */
import * as v from 'valibot'
import type { OwnSite, PickerSetup, SiteDraftView, SiteState } from './desk/site-views.ts'
import type { SaveReply } from './desk/views.ts'
import { moment, name } from './message-parts.ts'

/** More than any rule needs; a page's content script sends it. */
const MOST_DRAFT_LETTERS = 40_000
const LARGEST_TAB_ID = 2 ** 31

const nothing = v.strictObject({})
const siteId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,49}$/))
const revision = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
const siteVersion = v.strictObject({ id: siteId, revision })
const tabId = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(LARGEST_TAB_ID))

/** The messages, in the form of `messages.ts`. */
export const siteRequests = {
  /** The user wants to place a button in this tab's page; of a site that is known, its rule is mended. */
  'picker.start': { from: 'extension', shape: v.strictObject({ tabId, siteId: v.optional(name) }) },
  /** The picker is in a page: is it meant to be, and what was chosen so far? */
  'picker.begin': { from: 'page', shape: nothing },
  /** What was chosen, for the tab's next page. */
  'picker.keep': {
    from: 'page',
    shape: v.strictObject({ draft: v.pipe(v.string(), v.maxLength(MOST_DRAFT_LETTERS)), turn: moment }),
  },
  /** A rule for the page's own host, to be looked at and saved in a window of ours; it counts for nothing before that. */
  'picker.draft': { from: 'page', shape: v.strictObject({ site: v.unknown() }) },
  'picker.end': { from: 'page', shape: nothing },
  /** What the window that asks about a site shows; it is told by its window. */
  'sites.readDraft': { from: 'extension', shape: nothing },
  /** How often records' places were found in the enabled sites. */
  'sites.readStates': { from: 'extension', shape: nothing },
  'sites.listOwn': { from: 'extension', shape: nothing },
  /** A new site, or another version of the one that was looked at. */
  'sites.saveOwn': {
    from: 'extension',
    shape: v.strictObject({ site: v.unknown(), stored: v.optional(siteVersion) }),
  },
  'sites.removeOwn': { from: 'extension', shape: v.strictObject({ stored: siteVersion }) },
} as const

/** The answers to them. */
export interface SiteAnswers {
  'picker.start': SaveReply
  'picker.begin': PickerSetup | null
  'picker.keep': boolean
  'picker.draft': SaveReply
  'picker.end': boolean
  'sites.readDraft': SiteDraftView | null
  'sites.readStates': readonly SiteState[]
  'sites.listOwn': readonly OwnSite[]
  'sites.saveOwn': SaveReply
  'sites.removeOwn': SaveReply
}
