/** The messages about the journal: all of them are the options page's alone. @module */
import * as v from 'valibot'
import type { JournalKeeping } from './desk/journal-keeping.ts'
import type { JournalPage } from './desk/journal-view.ts'
import type { SaveReply } from './desk/views.ts'
import { id, moment, text } from './message-parts.ts'

/** The numbers of days that may be chosen; 0 for no journal. */
export const JOURNAL_DAYS = [30, 90, 180, 365, 0] as const
/** What lines may be asked for by. */
export const OUTCOMES = ['done', 'asked', 'failed'] as const
/** The most lines that one answer has. */
export const MOST_JOURNAL_LINES = 1000

const nothing = v.strictObject({})

/** Which there are, and their shapes. */
export const journalRequests = {
  /** Lines, the newest first: those that hold the text and fit the rest, after the one that was read last. */
  'journal.read': {
    from: 'options',
    shape: v.strictObject({
      text,
      accountId: v.optional(id),
      outcome: v.optional(v.picklist(OUTCOMES)),
      from: v.optional(moment),
      /** The first moment that is not asked for any more. */
      until: v.optional(moment),
      after: v.optional(v.strictObject({ at: moment, id })),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_JOURNAL_LINES)),
    }),
  },
  'journal.readKeeping': { from: 'options', shape: nothing },
  'journal.keep': { from: 'options', shape: v.strictObject({ days: v.picklist(JOURNAL_DAYS) }) },
  'journal.empty': { from: 'options', shape: nothing },
} as const

/** Their answers. */
export interface JournalAnswers {
  'journal.read': JournalPage
  'journal.readKeeping': JournalKeeping
  'journal.keep': SaveReply
  'journal.empty': SaveReply
}

/** What the background tells our own pages: the journal has another line. */
export interface JournalNotice {
  readonly notice: 'journal-changed'
}
