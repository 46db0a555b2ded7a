/** The messages of the welcome page. @module */
import * as v from 'valibot'
import type { SaveReply } from './desk/views.ts'

const nothing = v.strictObject({})

/** The messages, in the form of `messages.ts`. */
export const welcomeRequests = {
  'demo.start': { from: 'extension', shape: nothing },
  'demo.end': { from: 'extension', shape: nothing },
} as const

/** The answers to them. */
export interface WelcomeAnswers {
  'demo.start': SaveReply
  'demo.end': SaveReply
}
