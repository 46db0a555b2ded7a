/** The link with which the user enters a session; made here, without any gateway (vendors.md 3.1). @module */
import { type Outcome, PluginError, type Secret } from '@joinery/sdk'
import type { Account, Session } from './fields.ts'
import { programLink } from './program-link.ts'

/** Opens the session as its moderator. */
export function join(account: Account, { moderatorToken, validUntil }: Session): Outcome {
  if (moderatorToken === undefined) throw noToken()
  const url = programLink(account, moderatorToken.reveal(), 'moderatorToken')
  return { type: 'tab', url, sensitive: true, ...(validUntil === undefined ? {} : { expiresAt: validUntil }) }
}

/** Opens the session that a token is for, whichever and in whichever role. */
export function joinByToken(account: Account, token: Secret): Outcome {
  // What was pasted has white space around it; within, nothing is changed.
  return { type: 'tab', url: programLink(account, token.reveal().trim(), 'token'), sensitive: true }
}

function noToken(): PluginError {
  const text = {
    en: 'The session has no token of yours: read its stored answer, or enter the token.',
    de: 'Die Sitzung hat keinen Token für Sie: Bitte ihre gespeicherte Antwort lesen oder den Token eintragen.',
  }
  return new PluginError('missing', text, { field: 'moderatorToken' })
}
