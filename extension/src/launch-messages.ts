/** The messages of the launch page. @module */
import * as v from 'valibot'
import type { LaunchView } from './desk/launch-page.ts'
import type { SaveReply } from './desk/views.ts'

const nothing = v.strictObject({})

/** The messages, in the form of `messages.ts`. */
export const launchRequests = {
  /** What the launch page opens; it is told by its tab, and the answer goes to that page alone. */
  'launch.read': { from: 'extension', shape: nothing },
  /** The browser blocked the page's own window, too: a tab is opened beside it. */
  'launch.openTab': { from: 'extension', shape: nothing },
  /** It is opened; the link is needed no more. */
  'launch.forget': { from: 'extension', shape: nothing },
} as const

/** The answers to them. */
export interface LaunchAnswers {
  'launch.read': LaunchView
  'launch.openTab': SaveReply
  'launch.forget': null
}
