/** The messages about shortcuts as a list. @module */
import * as v from 'valibot'
import type { SaveReply } from './desk/views.ts'
import { id } from './message-parts.ts'

const MOST_SHORTCUTS = 2000

/** The messages, in the form of `messages.ts`. */
export const shortcutRequests = {
  /** The user's own shortcuts, all of them, in their new order. */
  'shortcuts.arrange': {
    from: 'extension',
    shape: v.strictObject({ ids: v.pipe(v.array(id), v.maxLength(MOST_SHORTCUTS)) }),
  },
} as const

/** The answers to them. */
export interface ShortcutAnswers {
  'shortcuts.arrange': SaveReply
}
