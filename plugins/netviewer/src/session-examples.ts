/** Examples of what is done with a session: invite, state, change, end, usage (vendors.md 3.2). @module */
import { Secret } from '@joinery/sdk'
import type { Example } from '@joinery/sdk/testing'
import {
  account,
  BOB_TOKEN,
  bob,
  GATEWAY,
  headers,
  MODERATOR,
  NOW,
  PROGRAM,
  session,
  stored,
  UID,
  ZOE_TOKEN,
  zoe,
} from './example-values.ts'

const URL = `${GATEWAY}/sessions/4711`
const onSession = { account, target: session, now: NOW } as const
const contact = { firstName: 'Bob', lastName: 'Ross', email: 'bob@example.com' }
const adding = (...people: readonly object[]) => ({
  method: 'POST',
  url: `${URL}/participants`,
  headers,
  json: { participants: people },
})
const bobAnswer = { participants: [{ ...bob, token: BOB_TOKEN }] }
const pending = (asked: readonly object[], text: string) => new Secret(`${JSON.stringify(asked)}\n${text}`)
const bothTokens = new Secret(
  JSON.stringify({ 'email:zoe@example.com': ZOE_TOKEN, 'email:bob@example.com': BOB_TOKEN }),
)
const withBob = { ...stored, participants: [zoe, bob], participantTokens: bothTokens }
const withPending = { ...stored, participantsAnswer: pending([bob], JSON.stringify(bobAnswer)) }
const adhoc = {
  label: 'Netviewer 4711',
  sessionNumber: '4711',
  state: 'booked',
  moderatorToken: new Secret(MODERATOR),
  durationMinutes: 60,
  bookedAt: NOW,
  uid: UID,
  sequence: 0,
}
const meeting = {
  type: 'invite',
  title: 'Review',
  start: session.start,
  minutes: 60,
  recurrence: session.recurrence,
  timeZone: 'Europe/Berlin',
  uid: UID,
  sequence: 0,
  links: {},
}
const zoeGuest = { ...zoe, link: `${PROGRAM}?token=${ZOE_TOKEN}` }
const bobGuest = { ...bob, link: `${PROGRAM}?token=${BOB_TOKEN}` }
const statusAnswer = { sessionNumber: '4711', state: 'booked', participantsPresent: 0 }
const problem = { 'content-type': 'application/problem+json' }

/** Every way an invitation goes. */
export const inviteExamples: readonly Example[] = [
  {
    ...onSession,
    name: 'the contact is invited with a token of their own',
    action: 'invite',
    person: contact,
    replies: [{ request: adding(bob), status: 201, json: bobAnswer }],
    saves: [stored, withPending, withBob],
    outcome: { ...meeting, guests: [bobGuest] },
  },
  {
    ...onSession,
    name: 'who was invited before keeps the token, and is not asked for again',
    action: 'invite',
    person: { firstName: 'Zoë', lastName: 'Ann', email: 'ZOE@example.com' },
    saves: [stored],
    outcome: { ...meeting, guests: [{ ...zoeGuest, email: 'ZOE@example.com' }] },
  },
  {
    name: 'an ad-hoc session is invited to as it was booked',
    action: 'invite',
    account,
    target: { sessionNumber: '4711', moderatorToken: MODERATOR, durationMinutes: 60, bookedAt: NOW },
    person: contact,
    now: NOW,
    replies: [{ request: adding(bob), status: 201, json: bobAnswer }],
    saves: [
      adhoc,
      { ...adhoc, participantsAnswer: pending([bob], JSON.stringify(bobAnswer)) },
      {
        ...adhoc,
        participants: [bob],
        participantTokens: new Secret(JSON.stringify({ 'email:bob@example.com': BOB_TOKEN })),
      },
    ],
    outcome: {
      type: 'invite',
      title: 'Netviewer 4711',
      start: NOW,
      minutes: 60,
      uid: UID,
      sequence: 0,
      links: {},
      guests: [bobGuest],
    },
  },
  {
    ...onSession,
    name: 'several are invited, and only the new ones are asked for',
    action: 'inviteSeveral',
    input: { participants: [bob, zoe] },
    replies: [{ request: adding(bob), status: 201, json: bobAnswer }],
    saves: [stored, withPending, withBob],
    outcome: { ...meeting, guests: [bobGuest, zoeGuest] },
  },
  {
    ...onSession,
    name: 'a participant who got the moderator’s token is given nothing',
    action: 'invite',
    person: contact,
    replies: [
      { request: adding(bob), status: 201, json: { participants: [{ ...bob, token: MODERATOR.toLowerCase() }] } },
    ],
    saves: [
      stored,
      {
        ...stored,
        participantsAnswer: pending(
          [bob],
          JSON.stringify({ participants: [{ ...bob, token: MODERATOR.toLowerCase() }] }),
        ),
      },
    ],
    error: { code: 'unsafe' },
  },
  {
    ...onSession,
    name: 'nobody is in the list twice',
    action: 'inviteSeveral',
    input: { participants: [bob, { name: 'Robert', email: 'Bob@Example.com' }] },
    error: { code: 'invalid', field: 'participants.1.email' },
  },
  {
    ...onSession,
    name: 'the gateway refuses an address by its place among the new ones',
    action: 'inviteSeveral',
    input: { participants: [zoe, bob] },
    replies: [
      {
        request: adding(bob),
        status: 400,
        headers: problem,
        json: { detail: 'No such domain', errors: [{ pointer: '#/participants/0/email' }] },
      },
    ],
    saves: [stored],
    error: { code: 'invalid', field: 'participants.1.email' },
  },
  {
    ...onSession,
    name: 'nobody is invited to a session that is over',
    action: 'invite',
    target: { ...session, state: 'ended' },
    person: contact,
    error: { code: 'conflict', field: 'state' },
  },
]

/** What else is done with a session. */
export const sessionExamples: readonly Example[] = [
  {
    ...onSession,
    name: 'the state is shown and stored, with the next times',
    action: 'status',
    replies: [
      {
        request: { url: URL, headers },
        json: { sessionNumber: '4711', state: 'running', participantsPresent: 2, startedAt: '2026-03-23T09:01:00Z' },
      },
    ],
    saves: [{ ...stored, state: 'running' }],
    outcome: {
      type: 'table',
      title: { en: 'Session', de: 'Sitzung' },
      columns: [
        { en: 'What', de: 'Was' },
        { en: 'Value', de: 'Wert' },
      ],
      rows: [
        [{ en: 'Session number', de: 'Sitzungsnummer' }, '4711'],
        [
          { en: 'State', de: 'Zustand' },
          { en: 'running', de: 'läuft' },
        ],
        [{ en: 'Participants present', de: 'Anwesende Teilnehmer' }, 2],
        [{ en: 'Started', de: 'Begonnen' }, '2026-03-23 10:01 (Europe/Berlin)'],
        [
          { en: 'Next', de: 'Nächste Termine' },
          '2026-03-23 10:00 (Europe/Berlin), 2026-03-30 10:00 (Europe/Berlin), 2026-04-06 10:00 (Europe/Berlin)',
        ],
      ],
    },
  },
  {
    ...onSession,
    name: 'a session that is put off is as long as before, and those invited get an update',
    action: 'change',
    input: { start: session.start + 3_600_000 },
    replies: [
      {
        request: {
          method: 'PATCH',
          url: URL,
          headers,
          json: { start: '2026-03-23T11:00:00+01:00', end: '2026-03-23T12:00:00+01:00' },
        },
        json: statusAnswer,
      },
    ],
    saves: [{ ...stored, start: session.start + 3_600_000, end: session.end + 3_600_000, sequence: 1 }],
    outcome: { ...meeting, start: session.start + 3_600_000, sequence: 1, guests: [zoeGuest] },
  },
  {
    ...onSession,
    name: 'a start on none of the repetition’s days needs another repetition',
    action: 'change',
    input: { start: session.start + 24 * 3_600_000 },
    error: { code: 'invalid', field: 'start' },
  },
  {
    ...onSession,
    name: 'a running session is not changed',
    action: 'change',
    input: { subject: 'Retrospective' },
    replies: [
      { request: { method: 'PATCH', url: URL, headers, json: { subject: 'Retrospective' } }, status: 409, json: {} },
    ],
    error: { code: 'conflict' },
  },
  {
    ...onSession,
    name: 'a session that had not begun is cancelled for those invited',
    action: 'end',
    replies: [{ request: { method: 'DELETE', url: URL, headers }, status: 204 }],
    saves: [{ ...stored, state: 'ended', sequence: 1 }],
    outcome: { ...meeting, sequence: 1, cancelled: true, guests: [zoeGuest] },
  },
  {
    ...onSession,
    name: 'any other success than 204 has not ended it',
    action: 'end',
    replies: [{ request: { method: 'DELETE', url: URL, headers }, json: {} }],
    error: { code: 'bad-answer' },
  },
  {
    ...onSession,
    name: 'one session’s usage',
    action: 'usage',
    replies: [
      {
        request: { url: `${URL}/usage`, headers },
        json: {
          sessionNumber: '4711',
          startedAt: '2026-03-23T09:01:00Z',
          endedAt: '2026-03-23T10:00:00Z',
          minutes: 59,
          participants: 3,
        },
      },
    ],
    outcome: {
      type: 'table',
      title: { en: 'Usage', de: 'Nutzung' },
      columns: [
        { en: 'Session number', de: 'Sitzungsnummer' },
        { en: 'Subject', de: 'Betreff' },
        { en: 'Started', de: 'Begonnen' },
        { en: 'Ended', de: 'Beendet' },
        { en: 'Minutes', de: 'Minuten' },
        { en: 'Participants', de: 'Teilnehmer' },
      ],
      rows: [['4711', 'Review', '2026-03-23T09:01:00Z', '2026-03-23T10:00:00Z', 59, 3]],
    },
  },
]
