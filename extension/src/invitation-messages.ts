/** The messages about invitations: handing them out, and the user's own texts in them. @module */
import * as v from 'valibot'
import type { InvitationView, StoredInvitationText } from './desk/invitation-views.ts'
import type { SaveReply } from './desk/views.ts'
import { version } from './message-parts.ts'

/** The longest text that a user writes. */
export const MOST_SUBJECT_LETTERS = 200
export const MOST_BODY_LETTERS = 4000

const nothing = v.strictObject({})

/** The messages, in the form of `messages.ts`. */
export const invitationRequests = {
  /** What the invitation window hands out; it is told by its window, and the answer goes to that window alone. */
  'invitation.read': { from: 'extension', shape: nothing },
  /** Opens the window for what was copied just now. */
  'invitation.open': { from: 'extension', shape: v.strictObject({ id: v.pipe(v.string(), v.uuid()) }) },
  'texts.read': { from: 'extension', shape: nothing },
  'texts.save': {
    from: 'extension',
    shape: v.strictObject({
      stored: v.optional(version),
      language: v.pipe(v.string(), v.regex(/^[a-z]{2}$/)),
      subject: v.pipe(v.string(), v.maxLength(MOST_SUBJECT_LETTERS)),
      body: v.pipe(v.string(), v.maxLength(MOST_BODY_LETTERS)),
    }),
  },
  'texts.reset': { from: 'extension', shape: version },
} as const

/** The answers to them. */
export interface InvitationAnswers {
  'invitation.read': InvitationView
  'invitation.open': SaveReply
  'texts.read': readonly StoredInvitationText[]
  'texts.save': SaveReply
  'texts.reset': SaveReply
}
