/** Sends messages to the background; apart from their shapes, which pages need not carry. @module */
import { browser } from 'wxt/browser'
import type { Answer, MessageName, Payload } from './messages.ts'

/**
 * Sends a message to the background and returns its answer.
 *
 * @throws Error where the extension was updated or removed under the page.
 */
export function send<Name extends MessageName>(message: Name, payload: Payload<Name>): Promise<Answer<Name>> {
  return browser.runtime.sendMessage({ message, payload })
}
