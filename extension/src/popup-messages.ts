/** The messages of the popup. @module */
import * as v from 'valibot'
import type { LinkReply, PopupEntry } from './desk/popup-views.ts'
import type { RunReply, SaveReply } from './desk/views.ts'
import { id, name, text } from './message-parts.ts'

const MOST_PINS = 100

/** The record that the popup shows; it must still be the tab's. */
const shown = { tabId: v.optional(v.number()), recordKey: v.optional(text) }
const shortcut = { shortcutId: id, ...shown }
const chosen = { accountId: id, action: name, targetId: id, ...shown }

/** What may be asked, and its shape. */
export const popupRequests = {
  /** Runs a shortcut, or an action on a target that was found by name. */
  'desk.run': { from: 'extension', shape: v.union([v.strictObject(shortcut), v.strictObject(chosen)]) },
  /** Copies the guest's link instead. */
  'popup.copyGuestLink': { from: 'extension', shape: v.union([v.strictObject(shortcut), v.strictObject(chosen)]) },
  /** The guest's link itself, to be shown as a code. */
  'popup.guestLink': { from: 'extension', shape: v.union([v.strictObject(shortcut), v.strictObject(chosen)]) },
  /** What can be done with the targets that match what was typed. */
  'popup.findTargets': { from: 'extension', shape: v.strictObject({ query: text, ...shown }) },
  /** Pins these shortcuts, in this order, and no others. */
  'popup.setPins': { from: 'extension', shape: v.strictObject({ ids: v.pipe(v.array(id), v.maxLength(MOST_PINS)) }) },
} as const

/** The answers, by message. */
export interface PopupAnswers {
  'desk.run': RunReply
  'popup.copyGuestLink': RunReply
  'popup.guestLink': LinkReply
  'popup.findTargets': readonly PopupEntry[]
  'popup.setPins': SaveReply
}
