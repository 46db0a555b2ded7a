/** What actions ask the user. @module */
import type { Fields, Values } from '@joinery/sdk'
import { participantFields, sessionFields } from './fields.ts'
import { repetitionFields } from './repetition.ts'

const subject = sessionFields.subject
const timeZone = {
  ...sessionFields.timeZone,
  help: {
    en: 'A name such as Europe/Berlin; without one, that of this computer. Repetitions follow its clock.',
    de: 'Ein Name wie Europe/Berlin; ohne ihn gilt die dieses Computers. Wiederholungen folgen ihrer Uhr.',
  },
} as const

/** To join by a token that stands nowhere here. */
export const tokenInput = {
  token: {
    type: 'secret',
    label: { en: 'Token', de: 'Token' },
    help: {
      en: 'As you got it; whoever has it may enter.',
      de: 'So, wie Sie ihn bekommen haben; wer ihn hat, darf eintreten.',
    },
  },
} as const satisfies Fields

/** To book a session that begins now. */
export const bookNowInput = {
  subject,
  durationMinutes: {
    type: 'number',
    label: sessionFields.durationMinutes.label,
    min: 1,
    max: 1440,
    integer: true,
    default: 60,
  },
} as const satisfies Fields

/** To plan a session. */
export const scheduleInput = {
  subject,
  start: { type: 'datetime', label: sessionFields.start.label },
  end: {
    ...sessionFields.end,
    help: { en: 'Of its first time; or give a duration.', de: 'Des ersten Mals; oder eine Dauer angeben.' },
  },
  durationMinutes: sessionFields.durationMinutes,
  timeZone,
  ...repetitionFields,
} as const satisfies Fields

/** To change a session that was planned. */
export const changeInput = {
  subject: { ...subject, help: { en: 'Leave empty what stays as it is.', de: 'Leer lassen, was bleibt, wie es ist.' } },
  start: sessionFields.start,
  end: sessionFields.end,
  durationMinutes: sessionFields.durationMinutes,
  timeZone: sessionFields.timeZone,
  ...repetitionFields,
  repeats: { type: 'boolean', label: { en: 'Change its repetition', de: 'Ihre Wiederholung ändern' } },
} as const satisfies Fields

/** To invite several people. */
export const inviteInput = {
  participants: {
    type: 'list',
    label: sessionFields.participants.label,
    fields: participantFields,
    minItems: 1,
    maxItems: 50,
  },
} as const satisfies Fields

/** To read stored answers. */
export const readAnswerInput = {
  discard: {
    type: 'boolean',
    label: {
      en: 'Throw an answer about participants away that cannot be read',
      de: 'Eine Antwort zu Teilnehmern wegwerfen, die nicht lesbar ist',
    },
    help: {
      en: 'Its tokens are lost then; the people can be invited again.',
      de: 'Ihre Token sind dann verloren; die Personen können neu eingeladen werden.',
    },
  },
} as const satisfies Fields

/** To report usage. */
export const usageReportInput = {
  from: { type: 'datetime', label: { en: 'From', de: 'Von' } },
  to: { type: 'datetime', label: { en: 'To', de: 'Bis' } },
} as const satisfies Fields

/** The values of these. */
export type BookNowInput = Values<typeof bookNowInput>
export type ScheduleInput = Values<typeof scheduleInput>
export type ChangeInput = Values<typeof changeInput>
export type InviteInput = Values<typeof inviteInput>
