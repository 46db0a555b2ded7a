/** The settings of a room. @module */
import type { Fields, Values } from '@joinery/sdk'

/**
 * What a room may be called. Jitsi Meet takes the signs that are left out here from a name without a word
 * (jitsi-meet, react/features/base/util/uri.ts, `_ROOM_EXCLUDE_PATTERN`), so that two rooms would be one; it decodes a
 * percent sign once more; `*` alone would be every room in a token; `.` and `..` would be other paths.
 */
const ROOM = '(?!\\.{1,2}$)(?!\\s)[^:?#\\[\\]@!$&\'()*+,;=<>/"\\\\%]+(?<!\\s)'

/** What one room needs. */
export const roomFields = {
  label: {
    type: 'text',
    label: { en: 'Name', de: 'Name' },
    maxLength: 80,
    optional: true,
  },
  room: {
    type: 'text',
    label: { en: 'Room name', de: 'Raumname' },
    help: {
      en: 'As it stands at the end of its address. Whoever guesses it may be able to enter, so make it long.',
      de: 'Wie am Ende der Adresse. Wer ihn errät, kommt vielleicht hinein; also ein langer Name.',
    },
    pattern: ROOM,
    patternHint: {
      en: "without : ? # [ ] @ ! $ & ' ( ) * + , ; = < > / \\ % and quotes, and not only dots.",
      de: "ohne : ? # [ ] @ ! $ & ' ( ) * + , ; = < > / \\ % und Anführungszeichen, nicht nur Punkte.",
    },
    maxLength: 200,
  },
  subject: {
    type: 'text',
    label: { en: 'Title in the meeting', de: 'Titel in der Besprechung' },
    maxLength: 200,
    optional: true,
  },
  prejoin: {
    type: 'choice',
    label: { en: 'Page to check camera and name first', de: 'Zuerst die Seite für Kamera und Namen' },
    options: {
      server: { en: 'as the server has it', de: 'wie es der Server vorgibt' },
      show: { en: 'show', de: 'zeigen' },
      skip: { en: 'skip', de: 'auslassen' },
    },
    default: 'server',
  },
  audioMuted: {
    type: 'boolean',
    label: { en: 'Start with the microphone off', de: 'Mit ausgeschaltetem Mikrofon beginnen' },
    default: false,
  },
  videoMuted: {
    type: 'boolean',
    label: { en: 'Start with the camera off', de: 'Mit ausgeschalteter Kamera beginnen' },
    default: false,
  },
  knocks: {
    type: 'boolean',
    label: { en: 'Knock at the lobby at once', de: 'In der Lobby sofort anklopfen' },
    help: {
      en: 'Where the room has a lobby, which a moderator switches on in the room or the server has for all.',
      de: 'Wenn der Raum eine Lobby hat; ein Moderator schaltet sie im Raum ein, oder der Server hat sie für alle.',
    },
    default: false,
  },
  parameters: {
    type: 'text',
    multiline: true,
    label: { en: 'Further parameters', de: 'Weitere Parameter' },
    help: {
      en: 'One in each line, with its value as JSON, such as config.startAudioOnly=true',
      de: 'Einer je Zeile, mit seinem Wert als JSON, etwa config.startAudioOnly=true',
    },
    maxLength: 2000,
    optional: true,
  },
} as const satisfies Fields

/** A room's settings. */
export type Room = Values<typeof roomFields>
