/** The messages about many targets at once. @module */
import * as v from 'valibot'
import type { ImportReply, ManyReply, TargetRows, TargetTable } from './desk/target-views.ts'
import { id, text } from './message-parts.ts'

/** So many targets one message is about; a page that has more sends several, and shows how far it is. */
export const MOST_AT_A_TIME = 250

const ids = v.pipe(v.array(id), v.maxLength(MOST_AT_A_TIME))
const fields = v.record(v.pipe(v.string(), v.maxLength(100)), v.unknown())

/** The messages, in the form of `messages.ts`. */
export const targetRequests = {
  /** Every target that holds what was typed, of one account or all. */
  'targets.list': { from: 'extension', shape: v.strictObject({ query: text, accountId: v.optional(id) }) },
  /** What some targets hold, but for their secrets. */
  'targets.read': { from: 'extension', shape: v.strictObject({ ids }) },
  /** Removes some, with their shortcuts. */
  'targets.remove': { from: 'extension', shape: v.strictObject({ ids }) },
  /** Gives some the same values in these fields; or lets their actions ask first, or not. */
  'targets.change': {
    from: 'extension',
    shape: v.strictObject({ ids, fields, asksNoMore: v.optional(v.boolean()) }),
  },
  /** Makes a shortcut for an action to each of them that has none yet. */
  'targets.makeShortcuts': { from: 'extension', shape: v.strictObject({ ids, action: v.string() }) },
  /** Stores new targets, or new values over those that are named. */
  'targets.import': {
    from: 'extension',
    shape: v.strictObject({
      accountId: id,
      rows: v.pipe(v.array(v.strictObject({ id: v.optional(id), fields })), v.maxLength(MOST_AT_A_TIME)),
    }),
  },
} as const

/** The answers to them. */
export interface TargetAnswers {
  'targets.list': TargetTable
  'targets.read': TargetRows
  'targets.remove': ManyReply
  'targets.change': ManyReply
  'targets.makeShortcuts': ManyReply
  'targets.import': ImportReply
}
