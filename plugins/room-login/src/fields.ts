/** The settings of a room-login account and room. @module */
import type { Fields } from '@joinery/sdk'

/** What an organisation sets up once (vendors.md 1.1 to 1.3). */
export const accountFields = {
  companyId: {
    type: 'text',
    label: { en: 'Company ID', de: 'Firmen-ID' },
    help: {
      en: 'As your account manager gave it, leading zeros too.',
      de: 'Wie vom Kundenbetreuer mitgeteilt, auch mit führenden Nullen.',
    },
    pattern: '\\d+',
    patternHint: { en: 'digits only.', de: 'nur Ziffern.' },
    maxLength: 20,
  },
  signing: {
    type: 'choice',
    label: { en: 'Links are signed', de: 'Links werden signiert' },
    options: {
      local: { en: 'on this computer, with the company password', de: 'auf diesem Computer, mit dem Firmenpasswort' },
      remote: { en: "by your organisation's signing service", de: 'vom Signierdienst Ihrer Organisation' },
    },
    default: 'local',
  },
  companyPass: {
    type: 'secret',
    label: { en: 'Company password', de: 'Firmenpasswort' },
    help: {
      en: 'It also administers rooms, users and events at the vendor. A signing service keeps it off agents’ computers.',
      de: 'Es verwaltet beim Anbieter auch Räume, Benutzer und Veranstaltungen. Mit einem Signierdienst liegt es auf keinem Arbeitsplatz.',
    },
    when: { signing: 'local' },
  },
  signingUrl: {
    type: 'url',
    label: { en: 'Address of the signing service', de: 'Adresse des Signierdienstes' },
    help: {
      en: 'It gets every signed value but the password and answers with the signature.',
      de: 'Er erhält alle signierten Werte außer dem Passwort und antwortet mit der Signatur.',
    },
    when: { signing: 'remote' },
  },
  role: {
    type: 'choice',
    label: { en: 'I join as', de: 'Ich trete bei als' },
    options: {
      '0': { en: 'attendee', de: 'Teilnehmer' },
      '2': { en: 'presenter', de: 'Vortragender' },
      '3': { en: 'moderator', de: 'Moderator' },
    },
    default: '2',
  },
  userNo: {
    type: 'text',
    label: { en: 'My user number at the vendor', de: 'Meine Benutzernummer beim Anbieter' },
    help: {
      en: 'Leave empty to join as a guest under your name.',
      de: 'Leer lassen, um als Gast unter eigenem Namen beizutreten.',
    },
    pattern: '0|[1-9]\\d*',
    patternHint: { en: 'digits only, no leading zero.', de: 'nur Ziffern, keine führende Null.' },
    maxLength: 15,
    optional: true,
  },
  protectUsernames: {
    type: 'boolean',
    label: { en: 'Protect user names', de: 'Benutzernamen schützen' },
    help: {
      en: 'Ends every user name with “_”. Without it, the holder of a link whose user name ends in a digit can make the link last longer.',
      de: 'Hängt an jeden Benutzernamen „_“ an. Ohne das kann, wer einen Link mit einer Ziffer am Ende des Benutzernamens hat, dessen Gültigkeit verlängern.',
    },
    default: true,
  },
  skewMinutes: {
    type: 'number',
    label: { en: 'Clock difference in minutes', de: 'Uhrabweichung in Minuten' },
    help: { en: 'How far the vendor’s clock is ahead of ours.', de: 'Um wie viel die Uhr des Anbieters vorgeht.' },
    integer: true,
    min: -60,
    max: 60,
    default: 0,
  },
} as const satisfies Fields

/** What one room needs (vendors.md 1.2). */
export const roomFields = {
  label: { type: 'text', label: { en: 'Name', de: 'Name' }, maxLength: 80, optional: true },
  roomId: {
    type: 'text',
    label: { en: 'Room number', de: 'Raumnummer' },
    pattern: '[1-9]\\d*',
    patternHint: { en: 'a whole number without leading zeros.', de: 'eine ganze Zahl ohne führende Nullen.' },
    maxLength: 15,
  },
  directAccess: {
    type: 'boolean',
    label: { en: 'Enter the room directly', de: 'Direkt in den Raum' },
    help: {
      en: 'Off: through the login page, as the vendor recommends; it checks the computer first.',
      de: 'Aus: über die Anmeldeseite, wie vom Anbieter empfohlen; sie prüft zuerst den Computer.',
    },
    default: false,
  },
  separateWindow: {
    type: 'boolean',
    label: { en: 'In a window of its own', de: 'In einem eigenen Fenster' },
    default: true,
    when: { directAccess: true },
  },
  language: {
    type: 'text',
    label: { en: 'Language of the room', de: 'Sprache des Raums' },
    help: { en: 'Two letters, such as EN, ES, FR, DE, RU, HE.', de: 'Zwei Buchstaben, etwa EN, ES, FR, DE, RU, HE.' },
    pattern: '[A-Za-z]{2}',
    patternHint: { en: 'two letters, such as EN.', de: 'zwei Buchstaben, etwa DE.' },
    optional: true,
    when: { directAccess: true },
  },
  minutes: {
    type: 'number',
    label: { en: 'Links are valid for (minutes)', de: 'Links gelten (Minuten)' },
    integer: true,
    min: 5,
    max: 30,
    default: 10,
  },
  customData: {
    type: 'text',
    label: { en: 'Note for the room’s reports', de: 'Vermerk für die Berichte des Raums' },
    maxLength: 500,
    optional: true,
  },
} as const satisfies Fields
