/** Asks the background from one of our own pages; no answer is an answer too. @module */
import { i18n } from '#i18n'
import type { Problem } from '../desk/views.ts'
import type { Answer, MessageName, Payload } from '../messages.ts'
import { send } from '../send.ts'

/** Sends a message; `undefined` where the background is gone or rejected it. */
export async function ask<Name extends MessageName>(
  message: Name,
  payload: Payload<Name>,
): Promise<Answer<Name> | undefined> {
  try {
    return await send(message, payload)
  } catch {
    return undefined
  }
}

/** What went wrong by a reply, or by its absence. */
export function problemIn(
  reply: { readonly ok: true } | { readonly ok: false; readonly problem: Problem } | undefined,
): Problem | undefined {
  if (reply === undefined) return { code: 'internal', text: i18n.t('error.noAnswer') }
  return reply.ok ? undefined : reply.problem
}
