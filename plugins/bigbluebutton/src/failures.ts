/** What a server's refusals mean, by their `messageKey` (docs.bigbluebutton.org, development/api, "Error handling"). @module */
import { type ErrorCode, PluginError, type Text, textIn } from '@joinery/sdk'
import type { Answer } from './answer.ts'

/** A refusal: its code, its words, and the field at fault. */
type Meaning = readonly [code: ErrorCode, text: Text, field?: 'secret' | 'meetingId']

const UNKNOWN_MEETING: Meaning = [
  'not-found',
  {
    en: 'The server has no such meeting now: it was not started, or is over.',
    de: 'Der Server hat diese Besprechung gerade nicht: Sie wurde nicht gestartet oder ist vorbei.',
  },
  'meetingId',
]
const ENDED: Meaning = [
  'conflict',
  {
    en: 'The meeting was just ended; it can be started again in some minutes.',
    de: 'Die Besprechung wurde gerade beendet; in einigen Minuten lässt sie sich wieder starten.',
  },
]

/** The keys that the calls made here can get; the set is open. */
const BY_KEY: Readonly<Record<string, Meaning>> = {
  checksumError: [
    'unauthorized',
    {
      en: 'The server does not accept the shared secret, or not this kind of checksum.',
      de: 'Der Server nimmt das gemeinsame Geheimnis oder diese Art der Prüfsumme nicht an.',
    },
    'secret',
  ],
  notFound: UNKNOWN_MEETING,
  invalidMeetingIdentifier: UNKNOWN_MEETING,
  invalidMeetingId: UNKNOWN_MEETING,
  meetingForciblyEnded: ENDED,
}
const REFUSED: Meaning = [
  'refused',
  { en: 'The server refused the request.', de: 'Der Server hat die Anfrage abgelehnt.' },
]
const LONGEST_MESSAGE = 200

/** The error for a refusal; the server's own words, which are English, stand behind ours where we have none for it. */
export function refusal({ key, message }: NonNullable<Answer['failure']>): PluginError {
  const known = Object.hasOwn(BY_KEY, key) ? BY_KEY[key] : undefined
  const [code, text, field] = known ?? REFUSED
  return new PluginError(code, known === undefined ? withWords(text, plain(message || key)) : text, { field })
}

function plain(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim()
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE).toWellFormed()}…` : line
}

function withWords(text: Text, words: string): Text {
  if (words === '') return text
  return {
    en: `${textIn(text, 'en')} It says: “${words}”`,
    de: `${textIn(text, 'de')} Es meldet: „${words}“`,
  }
}
