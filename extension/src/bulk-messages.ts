/** The messages about lists that are worked through. @module */
import * as v from 'valibot'
import type { BulkView, SaveReply, TableView } from './desk/views.ts'
import { id, name, settings } from './message-parts.ts'

/** The longest list that is worked through, and how many of its lines at once. */
export const MOST_LINES = 10_000
export const MOST_AT_ONCE = 8

const nothing = v.strictObject({})
const positive = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** Which there are, and their shapes. */
export const bulkRequests = {
  /** Works through a list: the action is run for each of these inputs, so many at once, at this pace. */
  'bulk.begin': {
    from: 'extension',
    shape: v.strictObject({
      accountId: id,
      action: name,
      inputs: v.pipe(v.array(settings), v.minLength(1), v.maxLength(MOST_LINES)),
      atOnce: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_AT_ONCE)),
      pace: v.strictObject({ requests: positive, seconds: positive }),
    }),
  },
  'bulk.read': { from: 'extension', shape: nothing },
  'bulk.table': { from: 'extension', shape: nothing },
  'bulk.steer': {
    from: 'extension',
    shape: v.strictObject({ to: v.picklist(['running', 'paused', 'cancelled', 'forgotten']) }),
  },
} as const

/** Their answers. */
export interface BulkAnswers {
  'bulk.begin': SaveReply
  'bulk.read': BulkView | null
  'bulk.table': TableView | null
  'bulk.steer': SaveReply
}
