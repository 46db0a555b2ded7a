/** The settings of a BigBlueButton server and of a meeting (docs.bigbluebutton.org, development/api). @module */
import type { Fields, Values } from '@joinery/sdk'

/** What an organisation sets up once. */
export const accountFields = {
  server: {
    type: 'url',
    label: { en: 'Address of the server', de: 'Adresse des Servers' },
    help: {
      en: 'As “bbb-conf --secret” shows it on the server, such as https://bbb.example.com/bigbluebutton/.',
      de: 'Wie „bbb-conf --secret“ sie auf dem Server zeigt, etwa https://bbb.example.com/bigbluebutton/.',
    },
  },
  secret: {
    type: 'secret',
    label: { en: 'Shared secret', de: 'Gemeinsames Geheimnis' },
    help: {
      en: 'It administers every meeting and recording on the server, not only these.',
      de: 'Es verwaltet alle Besprechungen und Aufzeichnungen auf dem Server, nicht nur diese.',
    },
  },
  // Which of them a server takes is its own setting (API Security Model, Configuration).
  algorithm: {
    type: 'choice',
    label: { en: 'Checksum', de: 'Prüfsumme' },
    help: {
      en: 'Leave as it is unless the server takes another one only.',
      de: 'So lassen, wenn der Server nicht allein eine andere annimmt.',
    },
    options: {
      sha1: { en: 'SHA-1', de: 'SHA-1' },
      sha256: { en: 'SHA-256', de: 'SHA-256' },
      sha384: { en: 'SHA-384', de: 'SHA-384' },
      sha512: { en: 'SHA-512', de: 'SHA-512' },
    },
    default: 'sha256',
  },
  createFirst: {
    type: 'boolean',
    label: { en: 'Joining starts the meeting', de: 'Beitreten startet die Besprechung' },
    help: {
      en: 'Where it does not run yet. Off: it can be joined only after somebody else has started it.',
      de: 'Falls sie noch nicht läuft. Aus: Beitreten geht erst, wenn jemand anderes sie gestartet hat.',
    },
    default: true,
  },
} as const satisfies Fields

/** What one meeting needs; the limits are those of `create` (Updates to API, 2.4). */
export const meetingFields = {
  label: {
    type: 'text',
    label: { en: 'Name', de: 'Name' },
    pattern: '[^,\\s](?:[^,]{0,62}[^,\\s])',
    patternHint: { en: '2 to 64 characters, without a comma.', de: '2 bis 64 Zeichen, ohne Komma.' },
    maxLength: 64,
    optional: true,
  },
  meetingId: {
    type: 'text',
    label: { en: 'Meeting ID', de: 'Besprechungs-ID' },
    help: {
      en: 'Best of letters, digits, dashes and underscores. Whatever else uses this ID on the server means the same meeting.',
      de: 'Am besten aus Buchstaben, Ziffern, Binde- und Unterstrichen. Was sonst auf dem Server diese ID verwendet, meint dieselbe Besprechung.',
    },
    pattern: '[^,\\s\\p{C}](?:[^,\\p{C}]{0,254}[^,\\s\\p{C}])',
    patternHint: { en: '2 to 256 characters, without a comma.', de: '2 bis 256 Zeichen, ohne Komma.' },
    maxLength: 256,
  },
  record: {
    type: 'boolean',
    label: { en: 'Can be recorded', de: 'Darf aufgezeichnet werden' },
    help: {
      en: 'A moderator starts the recording in the meeting. Counts where joining starts the meeting.',
      de: 'Die Aufzeichnung startet ein Moderator in der Besprechung. Gilt, wenn Beitreten die Besprechung startet.',
    },
    default: false,
  },
} as const satisfies Fields

/** An account's settings. */
export type Account = Values<typeof accountFields>

/** A stored meeting. */
export type Meeting = Values<typeof meetingFields>
