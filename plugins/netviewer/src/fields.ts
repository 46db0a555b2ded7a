/** The settings of a Netviewer account and of a session (vendors.md 3). @module */
import type { Fields, Values } from '@joinery/sdk'
import { STRICT_TOKEN } from './token-pattern.ts'

/** What an organisation sets up once. */
export const accountFields = {
  programUrl: {
    type: 'url',
    label: { en: 'Address of the program', de: 'Adresse des Programms' },
    help: {
      en: 'The page that starts Netviewer, without a token, such as https://get.netviewer.com/o2m/get_o2m.php.',
      de: 'Die Seite, die Netviewer startet, ohne Token, etwa https://get.netviewer.com/o2m/get_o2m.php.',
    },
  },
  gatewayUrl: {
    type: 'url',
    label: { en: 'Address of the gateway', de: 'Adresse des Gateways' },
    help: {
      en: 'To book and invite, such as https://netviewer.example.com:444; to join alone, leave it empty.',
      de: 'Zum Buchen und Einladen, etwa https://netviewer.example.com:444; nur zum Beitreten leer lassen.',
    },
    optional: true,
  },
  product: {
    type: 'choice',
    label: { en: 'Product', de: 'Produkt' },
    options: { meet: { en: 'Meet', de: 'Meet' }, support: { en: 'Support', de: 'Support' } },
    default: 'meet',
  },
  tokenPattern: {
    type: 'text',
    label: { en: 'Form of a token', de: 'Form eines Tokens' },
    help: {
      en: 'A regular expression without brackets ( ). Leave as it is unless your server’s tokens look different.',
      de: 'Ein regulärer Ausdruck ohne Klammern ( ). So lassen, wenn die Token Ihres Servers nicht anders aussehen.',
    },
    default: STRICT_TOKEN,
    maxLength: 200,
    pattern: '[^()]+',
    patternHint: { en: 'no brackets ( ).', de: 'keine Klammern ( ).' },
  },
  paths: {
    type: 'text',
    label: { en: 'Other paths of the gateway', de: 'Andere Pfade des Gateways' },
    help: {
      en: 'Only what differs, a line each: book, addParticipants, status, change, end or usage, then = and the path; {n} is the session’s number.',
      de: 'Nur Abweichendes, je eine Zeile: book, addParticipants, status, change, end oder usage, dann = und der Pfad; {n} ist die Nummer der Sitzung.',
    },
    multiline: true,
    maxLength: 2000,
    optional: true,
  },
  fieldNames: {
    type: 'text',
    label: { en: 'Other field names of the gateway', de: 'Andere Feldnamen des Gateways' },
    help: {
      en: 'Only what differs, a line each, such as: moderatorToken = hostToken',
      de: 'Nur Abweichendes, je eine Zeile, etwa: moderatorToken = hostToken',
    },
    multiline: true,
    maxLength: 4000,
    optional: true,
  },
} as const satisfies Fields

/** The states that the gateway reports. */
export const STATES = {
  booked: { en: 'booked', de: 'gebucht' },
  running: { en: 'running', de: 'läuft' },
  ended: { en: 'ended', de: 'beendet' },
  expired: { en: 'expired', de: 'abgelaufen' },
} as const

/** How many people one session takes: their tokens are kept in one secret, which has a limit. */
export const MOST_PARTICIPANTS = 60

/** A participant's row in any form. */
export const participantFields = {
  name: { type: 'text', label: { en: 'Name', de: 'Name' }, maxLength: 200 },
  email: { type: 'email', label: { en: 'E-mail', de: 'E-Mail' }, optional: true },
} as const satisfies Fields

/** What is kept of one session. */
export const sessionFields = {
  label: {
    type: 'text',
    label: { en: 'Name', de: 'Name' },
    help: { en: 'Made anew from subject, number and day.', de: 'Entsteht neu aus Betreff, Nummer und Tag.' },
    maxLength: 320,
    optional: true,
  },
  subject: { type: 'text', label: { en: 'Subject', de: 'Betreff' }, maxLength: 200, optional: true },
  sessionNumber: {
    type: 'text',
    label: { en: 'Session number', de: 'Sitzungsnummer' },
    pattern: '\\S{1,100}',
    patternHint: { en: 'without spaces.', de: 'ohne Leerzeichen.' },
    optional: true,
  },
  state: {
    type: 'choice',
    label: { en: 'State', de: 'Zustand' },
    options: STATES,
    default: 'booked',
  },
  moderatorToken: {
    type: 'secret',
    label: { en: 'Your token (moderator)', de: 'Ihr Token (Moderator)' },
    help: { en: 'Whoever has it enters as moderator.', de: 'Wer ihn hat, tritt als Moderator ein.' },
    optional: true,
  },
  participants: {
    type: 'list',
    label: { en: 'Participants', de: 'Teilnehmer' },
    fields: participantFields,
    maxItems: MOST_PARTICIPANTS,
    optional: true,
  },
  participantTokens: {
    type: 'secret',
    label: { en: 'Participants’ tokens', de: 'Token der Teilnehmer' },
    help: { en: 'Kept by Joinery; do not change.', de: 'Wird von Joinery geführt; bitte nicht ändern.' },
    multiline: true,
    optional: true,
  },
  start: { type: 'datetime', label: { en: 'Start', de: 'Beginn' }, optional: true },
  end: { type: 'datetime', label: { en: 'End', de: 'Ende' }, optional: true },
  durationMinutes: {
    type: 'number',
    label: { en: 'Duration in minutes', de: 'Dauer in Minuten' },
    min: 1,
    max: 1440,
    integer: true,
    optional: true,
  },
  recurrence: {
    type: 'text',
    label: { en: 'Repetition (RRULE)', de: 'Wiederholung (RRULE)' },
    help: { en: 'As RFC 5545 writes it.', de: 'In der Schreibweise von RFC 5545.' },
    maxLength: 200,
    optional: true,
  },
  timeZone: {
    type: 'text',
    label: { en: 'Time zone', de: 'Zeitzone' },
    maxLength: 60,
    optional: true,
  },
  validFrom: { type: 'datetime', label: { en: 'Valid from', de: 'Gültig ab' }, optional: true },
  validUntil: { type: 'datetime', label: { en: 'Valid until', de: 'Gültig bis' }, optional: true },
  bookedAt: { type: 'datetime', label: { en: 'Booked', de: 'Gebucht' }, optional: true },
  uid: {
    type: 'text',
    label: { en: 'ID in calendars', de: 'ID in Kalendern' },
    maxLength: 200,
    optional: true,
  },
  sequence: {
    type: 'number',
    label: { en: 'Version in calendars', de: 'Version in Kalendern' },
    min: 0,
    integer: true,
    default: 0,
  },
  answer: {
    type: 'secret',
    label: { en: 'The gateway’s answer, as it came', de: 'Antwort des Gateways im Original' },
    help: { en: 'Kept so that nothing of it is ever lost.', de: 'Aufbewahrt, damit nichts davon verloren geht.' },
    multiline: true,
    optional: true,
  },
  participantsAnswer: {
    type: 'secret',
    label: { en: 'An answer with tokens that was not read yet', de: 'Eine noch nicht gelesene Antwort mit Token' },
    multiline: true,
    optional: true,
  },
} as const satisfies Fields

/** An account's settings. */
export type Account = Values<typeof accountFields>

/** A stored session. */
export type Session = Values<typeof sessionFields>

/** Somebody who takes part. */
export type Participant = Values<typeof participantFields>
