/** The messages of CRM pages: what a content script asks and tells, all of it hostile until checked. @module */
import * as v from 'valibot'
import type { ConfirmView, RunReply } from './desk/views.ts'
import { FACTS, id, name, text } from './message-parts.ts'
import type { PageSetup } from './page/setup.ts'

/** Stands for a shortcut while the vault is locked: its button opens the window that unlocks it. */
export const UNLOCK = 'unlock'

/** No vendor's link is longer. */
export const LONGEST_LINK = 2048

const MOST_MARKS = 800
const MOST_RECORDS = 50

const record = v.strictObject({
  kind: v.pipe(v.string(), v.maxLength(50)),
  key: v.pipe(v.string(), v.maxLength(200)),
  // A record may also show which machine the contact has.
  facts: v.record(v.picklist([...FACTS, 'device']), text),
})

/** The record that a page shows, as its content script read it. */
export type PageRecord = v.InferOutput<typeof record>

/**
 * Why a click may not be what the user meant: the address says another record, the record changed under the pointer or came
 * there, something lies over the button, or the browser cannot tell whether something does.
 */
const doubt = v.picklist(['address', 'changed', 'moved', 'covered', 'unseen'])

/** A reason to ask once more. */
export type Doubt = v.InferOutput<typeof doubt>

/** A reason that no page can give: its text was selected, and is taken for somebody's name. */
export type AnyDoubt = Doubt | 'selected'

const doubts = v.pipe(v.array(doubt), v.maxLength(5))

const records = v.pipe(v.array(record), v.maxLength(MOST_RECORDS))

const report = v.strictObject({
  /** The site's rule, or `null` where none is known. */
  site: v.nullable(name),
  /** The records that it shows at large. */
  shown: records,
  /** The records that have buttons in sight. */
  mounted: records,
  /** Whether a bar floats over the page. */
  floats: v.boolean(),
  /** Who may be meant, where no rule tells. */
  guess: v.optional(v.strictObject({ record, confidence: v.number() })),
})

/** What a page's content script says of it. */
export type PageReport = v.InferOutput<typeof report>

/** A report as a content script answered it, or `undefined` where it is none. */
export function pageReport(answer: unknown): PageReport | undefined {
  const checked = v.safeParse(report, answer)
  return checked.success ? checked.output : undefined
}

/** Which there are, and their shapes. */
export const pageRequests = {
  /** A page was opened: which site is it, and which buttons belong there? */
  'page.begin': {
    from: 'page',
    shape: v.strictObject({ marks: v.pipe(v.array(v.pipe(v.string(), v.maxLength(250))), v.maxLength(MOST_MARKS)) }),
  },
  /** A button in the page was clicked. */
  'page.run': {
    from: 'page',
    shape: v.strictObject({
      shortcutId: v.union([id, v.literal(UNLOCK)]),
      record,
      doubts,
    }),
  },
  /** A button beside a vendor's link was clicked, in a record or not. */
  'page.runLink': {
    from: 'page',
    shape: v.strictObject({
      buttonId: id,
      href: v.pipe(v.string(), v.maxLength(LONGEST_LINK)),
      record: v.optional(record),
      doubts,
    }),
  },
  /** The page shows a record, and its place for buttons was found or is not there. */
  'page.place': { from: 'page', shape: v.strictObject({ site: name, isFound: v.boolean() }) },
  /** What was copied is to be handed out in other ways. */
  'page.openInvitation': { from: 'page', shape: v.strictObject({ id: v.pipe(v.string(), v.uuid()) }) },
  /** The user wants no bar to float over this site. */
  'page.hideFloating': { from: 'page', shape: v.strictObject({}) },
  /** What the window that asks about a click shows; it is told by its window. */
  'confirm.read': { from: 'extension', shape: v.strictObject({}) },
  /** The user meant it; with `trusts`, clicks in this site count unseen from now on. */
  'confirm.goOn': { from: 'extension', shape: v.strictObject({ trusts: v.boolean() }) },
} as const

/** Their answers. */
export interface PageAnswers {
  'page.begin': PageSetup | null
  'page.run': RunReply
  'page.place': null
  'page.openInvitation': null
  'page.hideFloating': null
  'page.runLink': RunReply
  'confirm.read': ConfirmView | null
  'confirm.goOn': RunReply | null
}

/** What the background tells content scripts: their setup may have changed, a page (or a frame) is to report, the picker is over. */
export interface PageNotice {
  readonly notice: 'setup-changed' | 'read-page' | 'read-frame' | 'picker-ended'
}
