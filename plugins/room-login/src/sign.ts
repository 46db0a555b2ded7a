/** The two ways to sign an entry: here with the company's password, or by the organisation's service. @module */
import { type FetchHost, PluginError } from '@joinery/sdk'
import { failedReply } from '@joinery/sdk/failed-reply'
import { md5 } from '@joinery/sdk/hash'
import { type Account, type Entry, signedTail, signedValues } from './entry.ts'

const SIGNING_TIMEOUT_MILLISECONDS = 10_000
const SIGNATURE = /^[0-9a-f]{32}$/i

/** Signs with the company's password (vendors.md 1.1). */
export function signHere(entry: Entry, { companyPass }: Account): string {
  if (companyPass === undefined) throw absent('companyPass')
  return md5(entry.companyId + companyPass.reveal() + entry.room.roomId + signedTail(entry))
}

/**
 * Has the organisation's service sign: it gets every signed value but the password (vendors.md 1.3).
 *
 * @throws PluginError by the answer's status, or `bad-answer` where it holds no signature.
 */
export async function signRemotely(entry: Entry, { signingUrl }: Account, host: FetchHost): Promise<string> {
  if (signingUrl === undefined) throw absent('signingUrl')
  const reply = await host.fetch(signingUrl, {
    method: 'POST',
    headers: { accept: 'application/json' },
    json: signedValues(entry),
    timeoutMilliseconds: SIGNING_TIMEOUT_MILLISECONDS,
  })
  if (reply.status !== 200) throw failedReply(reply)
  const answer = reply.json()
  const signature = typeof answer === 'object' && answer !== null && '_t' in answer ? answer._t : undefined
  if (typeof signature === 'string' && SIGNATURE.test(signature)) return signature.toLowerCase()
  throw new PluginError('bad-answer', {
    en: 'The signing service answered without a signature of 32 hex digits.',
    de: 'Der Signierdienst hat ohne eine Signatur aus 32 Hex-Ziffern geantwortet.',
  })
}

function absent(field: string): PluginError {
  const text = {
    en: 'The account is not set up for this way of signing.',
    de: 'Das Konto ist für diese Art des Signierens nicht eingerichtet.',
  }
  return new PluginError('missing', text, { field })
}
