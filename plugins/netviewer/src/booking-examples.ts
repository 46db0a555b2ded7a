/** Examples of joining and booking (vendors.md 3.1 and 3.2). @module */
import { Secret } from '@joinery/sdk'
import type { Example } from '@joinery/sdk/testing'
import { account, GATEWAY, headers, MODERATOR, me, NOW, PROGRAM, session, UID, ZOE_TOKEN } from './example-values.ts'

const moderator = { name: 'Ada King', email: 'ada@example.com' }
const answer = { sessionNumber: '4711', moderatorToken: MODERATOR }
const booking = (json: object) => ({ method: 'POST', url: `${GATEWAY}/sessions`, headers, json })
const kept = { state: 'booked', bookedAt: NOW, uid: UID, sequence: 0 }
const bookingNow = { action: 'bookNow', account, person: me, now: NOW } as const
const adhoc = booking({ product: 'meet', kind: 'adhoc', durationMinutes: 60, moderator })
const planning = { action: 'schedule', account, person: me, now: NOW } as const
const start = session.start
const weekly = { start, end: session.end, timeZone: 'Europe/Berlin', repeats: true, monday: true, count: 3 }
const raw = new Secret(JSON.stringify(answer))

/** Every way into a session. */
export const joinExamples: readonly Example[] = [
  {
    name: 'the moderator joins',
    action: 'join',
    account,
    target: session,
    now: NOW,
    outcome: { type: 'tab', url: `${PROGRAM}?token=${MODERATOR}`, sensitive: true },
  },
  {
    name: 'what else the program’s address says is kept, and the token set once',
    action: 'join',
    account: { programUrl: `${PROGRAM}?lang=de&token=old&x=1` },
    target: { moderatorToken: MODERATOR, validUntil: NOW + 60_000 },
    now: NOW,
    outcome: {
      type: 'tab',
      url: `${PROGRAM}?lang=de&x=1&token=${MODERATOR}`,
      sensitive: true,
      expiresAt: NOW + 60_000,
    },
  },
  {
    name: 'a session without a token cannot be joined',
    action: 'join',
    account,
    target: { sessionNumber: '4711' },
    now: NOW,
    error: { code: 'missing', field: 'moderatorToken' },
  },
  {
    name: 'a pasted token needs neither a session nor a gateway',
    action: 'joinByToken',
    account: { programUrl: PROGRAM },
    input: { token: ` ${ZOE_TOKEN}\n` },
    now: NOW,
    outcome: { type: 'tab', url: `${PROGRAM}?token=${ZOE_TOKEN}`, sensitive: true },
  },
  {
    name: 'what is no token is refused',
    action: 'joinByToken',
    account,
    input: { token: `${ZOE_TOKEN}0` },
    now: NOW,
    error: { code: 'invalid', field: 'token' },
  },
  {
    name: 'a form of tokens that could take for ever is refused',
    action: 'joinByToken',
    account: { ...account, tokenPattern: '\\w*\\w*\\w*\\w*!' },
    input: { token: ZOE_TOKEN },
    now: NOW,
    error: { code: 'invalid', field: 'tokenPattern' },
  },
]

/** Every way a booking goes. */
export const bookingExamples: readonly Example[] = [
  {
    ...bookingNow,
    name: 'a session is booked now: the answer is stored first',
    replies: [{ request: adhoc, status: 201, json: answer }],
    saves: [{ ...kept, label: 'Netviewer', durationMinutes: 60, answer: raw }],
    outcome: {
      type: 'target',
      target: {
        ...kept,
        label: 'Netviewer 4711',
        durationMinutes: 60,
        answer: raw,
        sessionNumber: '4711',
        moderatorToken: new Secret(MODERATOR),
      },
    },
  },
  {
    ...bookingNow,
    name: 'an answer that is not understood is stored all the same',
    replies: [{ request: adhoc, status: 201, text: '<html>Sign in</html>' }],
    saves: [{ ...kept, label: 'Netviewer', durationMinutes: 60, answer: new Secret('<html>Sign in</html>') }],
    error: { code: 'bad-answer' },
  },
  {
    ...bookingNow,
    name: 'a booking without a clear answer is not repeated',
    replies: [{ request: adhoc, status: 502 }],
    error: { code: 'ambiguous' },
  },
  {
    ...bookingNow,
    name: 'a certificate that the gateway does not accept',
    replies: [{ request: adhoc, status: 401, json: { title: 'No certificate' } }],
    error: { code: 'certificate' },
  },
  {
    ...bookingNow,
    name: 'without a gateway nothing is booked',
    account: { programUrl: PROGRAM },
    error: { code: 'missing', field: 'gatewayUrl' },
  },
  {
    ...planning,
    name: 'a session is planned weekly, across a change of clocks, with the gateway’s own names',
    account: {
      ...account,
      product: 'support',
      paths: 'book = /api/meetings',
      fieldNames: '# ours\nmoderatorToken = hostToken\nrecurrence = rrule\nvalidUntil = to',
    },
    input: { ...weekly, subject: ' Review ' },
    replies: [
      {
        request: {
          ...booking({
            product: 'support',
            kind: 'planned',
            subject: 'Review',
            start: '2026-03-23T10:00:00+01:00',
            end: '2026-03-23T11:00:00+01:00',
            rrule: 'FREQ=WEEKLY;COUNT=3;BYDAY=MO',
            parameters: { timeZone: 'Europe/Berlin' },
            moderator,
          }),
          url: `${GATEWAY}/api/meetings`,
        },
        status: 201,
        json: { sessionNumber: 4711, hostToken: MODERATOR, to: '2026-04-06T11:00:00+02:00' },
      },
    ],
    saves: [
      {
        ...kept,
        label: session.label,
        subject: 'Review',
        start,
        end: session.end,
        timeZone: 'Europe/Berlin',
        recurrence: session.recurrence,
        answer: new Secret(
          JSON.stringify({ sessionNumber: 4711, hostToken: MODERATOR, to: '2026-04-06T11:00:00+02:00' }),
        ),
      },
    ],
    outcome: {
      type: 'target',
      target: {
        ...kept,
        label: session.label,
        subject: 'Review',
        start,
        end: session.end,
        timeZone: 'Europe/Berlin',
        recurrence: session.recurrence,
        answer: new Secret(
          JSON.stringify({ sessionNumber: 4711, hostToken: MODERATOR, to: '2026-04-06T11:00:00+02:00' }),
        ),
        sessionNumber: '4711',
        moderatorToken: new Secret(MODERATOR),
        validUntil: Date.UTC(2026, 3, 6, 9),
      },
    },
  },
  {
    ...planning,
    name: 'a session that ends before it begins',
    input: { start, end: start - 1, timeZone: 'Europe/Berlin' },
    error: { code: 'invalid', field: 'end' },
  },
  {
    ...planning,
    name: 'a session that is over already',
    input: { start: NOW - 7_200_000, end: NOW - 1, timeZone: 'Europe/Berlin' },
    error: { code: 'invalid', field: 'end' },
  },
  {
    ...planning,
    name: 'a session without an end or a duration',
    input: { start, timeZone: 'Europe/Berlin' },
    error: { code: 'missing', field: 'durationMinutes' },
  },
  {
    ...planning,
    name: 'a time zone that there is not',
    input: { start, durationMinutes: 30, timeZone: 'Europe/Atlantis' },
    error: { code: 'invalid', field: 'timeZone' },
  },
  {
    ...planning,
    name: 'a repetition on other days than the first',
    input: { ...weekly, monday: false, tuesday: true },
    error: { code: 'invalid', field: 'monday' },
  },
  {
    ...planning,
    name: 'the gateway refuses a value by its name',
    input: { start, durationMinutes: 30, timeZone: 'UTC' },
    replies: [
      {
        request: booking({
          product: 'meet',
          kind: 'planned',
          start: '2026-03-23T09:00:00Z',
          durationMinutes: 30,
          moderator,
        }),
        status: 422,
        headers: { 'content-type': 'application/problem+json' },
        json: { title: 'Invalid', errors: [{ pointer: '#/durationMinutes', detail: 'Too short' }] },
      },
    ],
    error: { code: 'invalid', field: 'durationMinutes' },
  },
  {
    action: 'readAnswer',
    name: 'a stored answer is read once the settings are right',
    account: { ...account, fieldNames: 'moderatorToken = hostToken' },
    target: { ...kept, answer: JSON.stringify({ sessionNumber: '4711', hostToken: MODERATOR }) },
    now: NOW,
    outcome: {
      type: 'target',
      target: {
        ...kept,
        label: 'Netviewer 4711',
        answer: new Secret(JSON.stringify({ sessionNumber: '4711', hostToken: MODERATOR })),
        sessionNumber: '4711',
        moderatorToken: new Secret(MODERATOR),
      },
    },
  },
  {
    action: 'readAnswer',
    name: 'an answer that was read already is not read again',
    account,
    target: { ...session, answer: JSON.stringify(answer) },
    now: NOW,
    error: { code: 'conflict', field: 'answer' },
  },
]
