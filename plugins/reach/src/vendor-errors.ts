/** What TeamViewer's refusals mean (vendors.md 2.2). @module */
import { type ErrorCode, PluginError, type Reply, type Text, textIn } from '@joinery/sdk'
import { retryAfterOf } from '@joinery/sdk/failed-reply'

/** Which of the account's tokens a call is made with. */
export type Credential = 'token' | 'vendorToken'

/** A refusal: its code, its words, and whether the token is at fault. */
type Meaning = readonly [code: ErrorCode, text: Text, isOfToken?: true]

const TOKEN_UNKNOWN: Meaning = [
  'unauthorized',
  { en: 'TeamViewer does not accept the token.', de: 'TeamViewer nimmt den Token nicht an.' },
  true,
]
const RATE_LIMITED: Meaning = [
  'rate-limited',
  {
    en: 'TeamViewer’s limit of requests is reached; try again later.',
    de: 'TeamViewers Grenze für Anfragen ist erreicht; bitte später noch einmal versuchen.',
  },
]
const FAILED: Meaning = [
  'server-failed',
  { en: 'TeamViewer failed; try again later.', de: 'TeamViewer ist gestört; bitte später noch einmal versuchen.' },
]

/** The documented errors; the set is open. */
const BY_NAME: Readonly<Record<string, Meaning>> = {
  invalid_request: [
    'refused',
    {
      en: 'TeamViewer takes the request for invalid: an ID, a key or the control type does not fit.',
      de: 'TeamViewer hält die Anfrage für ungültig: Eine ID, ein Schlüssel oder die Steuerungsart passt nicht.',
    },
  ],
  invalid_token: [
    'unauthorized',
    {
      en: 'TeamViewer does not know the token: it is mistyped or was deleted.',
      de: 'TeamViewer kennt den Token nicht: Er ist falsch eingegeben oder wurde gelöscht.',
    },
    true,
  ],
  token_expired: ['unauthorized', { en: 'The token has expired.', de: 'Der Token ist abgelaufen.' }, true],
  blocked: [
    'forbidden',
    {
      en: 'TeamViewer has blocked the token or its account.',
      de: 'TeamViewer hat den Token oder sein Konto gesperrt.',
    },
    true,
  ],
  rate_limit_reached: RATE_LIMITED,
  internal_error: [
    'server-failed',
    { en: 'TeamViewer reports an internal error.', de: 'TeamViewer meldet einen internen Fehler.' },
  ],
}

const NOT_THERE: Meaning = [
  'not-found',
  {
    en: 'TeamViewer does not know this device, key or tenant.',
    de: 'TeamViewer kennt dieses Gerät, diesen Schlüssel oder Mandanten nicht.',
  },
]

const BY_STATUS: Readonly<Record<number, Meaning>> = {
  401: TOKEN_UNKNOWN,
  403: ['forbidden', { en: 'The token is not allowed to do this.', de: 'Der Token darf das nicht.' }, true],
  404: NOT_THERE,
  409: [
    'conflict',
    {
      en: 'TeamViewer cannot do this now: the device is offline, or busy.',
      de: 'TeamViewer kann das jetzt nicht tun: Das Gerät ist offline oder beschäftigt.',
    },
  ],
  410: NOT_THERE,
  429: RATE_LIMITED,
}

const REFUSED: Meaning = [
  'refused',
  { en: 'TeamViewer refused the request.', de: 'TeamViewer hat die Anfrage abgelehnt.' },
]

const MAX_DESCRIPTION = 200

/**
 * The error for a reply that is no success, by what it says and else by its status; `retryAfter` where the header says.
 *
 * `now` is in milliseconds since 1970.
 */
export function vendorError(reply: Reply, credential: Credential, now: number): PluginError {
  const { error, description } = bodyOf(reply)
  const byStatus = BY_STATUS[reply.status] ?? (reply.status >= 500 ? FAILED : REFUSED)
  const byName = Object.hasOwn(BY_NAME, error) ? BY_NAME[error] : undefined
  const [code, text, isOfToken] = byName ?? byStatus
  const retryAfter = retryAfterOf(reply, now)
  return new PluginError(code, withDescription(text, description), {
    ...(isOfToken ? { field: credential } : {}),
    ...(code === 'rate-limited' && retryAfter !== undefined ? { retryAfter } : {}),
  })
}

/** Whether an answer leaves open what was done. */
export function isAmbiguous({ status }: Reply): boolean {
  return status >= 500 || status === 408
}

function bodyOf(reply: Reply): { readonly error: string; readonly description: string } {
  try {
    const body = reply.json() as { readonly [name: string]: unknown } | null
    const text = (name: string) => (typeof body?.[name] === 'string' ? body[name] : '')
    const error = text('error')
    return { error, description: plain(text('error_description') || (Object.hasOwn(BY_NAME, error) ? '' : error)) }
  } catch {
    // Errors are not always JSON, and some have no body.
    return { error: '', description: '' }
  }
}

function plain(description: string): string {
  const line = description.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  return line.length > MAX_DESCRIPTION ? `${line.slice(0, MAX_DESCRIPTION).toWellFormed()}…` : line
}

function withDescription(text: Text, description: string): Text {
  if (description === '') return text
  return {
    en: `${textIn(text, 'en')} It says: “${description}”`,
    de: `${textIn(text, 'de')} Es meldet: „${description}“`,
  }
}
