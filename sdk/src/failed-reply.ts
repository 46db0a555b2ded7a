/** What an HTTP status means where the vendor says nothing more. @module */
import { type ErrorCode, PluginError } from './errors.ts'
import type { Reply } from './plugin.ts'
import type { Text } from './text.ts'

const byStatus: Readonly<Record<number, readonly [ErrorCode, Text]>> = {
  401: [
    'unauthorized',
    { en: 'The server does not accept the credentials.', de: 'Der Server nimmt die Zugangsdaten nicht an.' },
  ],
  403: ['forbidden', { en: 'The server does not allow this.', de: 'Der Server erlaubt das nicht.' }],
  404: ['not-found', { en: 'The server does not know this address.', de: 'Der Server kennt diese Adresse nicht.' }],
  409: ['conflict', { en: 'The server cannot do this now.', de: 'Der Server kann das jetzt nicht tun.' }],
  429: [
    'rate-limited',
    { en: 'Too many requests; try again later.', de: 'Zu viele Anfragen; bitte später noch einmal versuchen.' },
  ],
}
const serverFailed: Text = {
  en: 'The server failed; try again later.',
  de: 'Der Server ist gestört; bitte später noch einmal versuchen.',
}
const refused: Text = { en: 'The server refused the request.', de: 'Der Server hat die Anfrage abgelehnt.' }

const MAX_WAIT_SECONDS = 7 * 24 * 3600

/**
 * The seconds that a reply asks to wait for, at most a week: `Retry-After` counts them, or names a date (RFC 9110, 10.2.3);
 * `now` in milliseconds since 1970.
 *
 * @example
 * retryAfterOf({ header: () => '30' }, 0) // 30
 */
export function retryAfterOf(reply: Pick<Reply, 'header'>, now: number): number | undefined {
  const header = reply.header('retry-after')?.trim() ?? ''
  const seconds = /^\d{1,9}$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - now) / 1000)
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), MAX_WAIT_SECONDS)
}

/**
 * The error for a reply that is no success, by its status alone; `retryAfter` is taken from the header where it counts seconds.
 *
 * @example
 * import { failedReply } from '@joinery/sdk/failed-reply'
 * if (reply.status !== 200) throw failedReply(reply)
 */
export function failedReply(reply: Reply): PluginError {
  const [code, text]: readonly [ErrorCode, Text] =
    byStatus[reply.status] ?? (reply.status >= 500 ? ['server-failed', serverFailed] : ['refused', refused])
  const wait = reply.header('retry-after')
  return new PluginError(code, text, wait !== undefined && /^\d{1,6}$/.test(wait) ? { retryAfter: Number(wait) } : {})
}
