/** The messages about companion extensions: the options page's alone. @module */
import * as v from 'valibot'
import type { CompanionView, SaveReply } from './desk/views.ts'

const extensionId = v.pipe(v.string(), v.maxLength(200))
const nothing = v.strictObject({})
const one = v.strictObject({ extensionId })

/** Which there are, and their shapes. */
export const companionRequests = {
  /** Who asks, who is allowed and who was refused; those that are allowed are asked whether they are there. */
  'companions.read': { from: 'options', shape: nothing },
  /** The user agrees to what was shown, which has this revision. */
  'companions.allow': {
    from: 'options',
    shape: v.strictObject({ extensionId, revision: v.pipe(v.string(), v.maxLength(50)) }),
  },
  'companions.refuse': { from: 'options', shape: one },
  'companions.revoke': { from: 'options', shape: one },
  'companions.forget': { from: 'options', shape: one },
} as const

/** Their answers. */
export interface CompanionAnswers {
  'companions.read': readonly CompanionView[]
  'companions.allow': SaveReply
  'companions.refuse': SaveReply
  'companions.revoke': SaveReply
  'companions.forget': SaveReply
}
