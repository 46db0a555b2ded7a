/** The values that the examples share: all made up. @module */
import { Secret } from '@joinery/sdk'

/** 2026-03-02T08:00:00Z, a Monday. */
export const NOW = Date.UTC(2026, 2, 2, 8)

/** Where the calls go. */
export const GATEWAY = 'https://netviewer.example:444'
/** Where links lead. */
export const PROGRAM = 'https://get.netviewer.com/o2m/get_o2m.php'

/** An organisation. */
export const account = { programUrl: PROGRAM, gatewayUrl: GATEWAY }

/** The user. */
export const me = { firstName: 'Ada', lastName: 'King', email: 'ada@example.com' }

/** What every call carries. */
export const headers = { accept: 'application/json, application/problem+json' }

// Made here, since a token is a password: hex digits that count, and two more.
const tokenOf = (digit: string) => `${Array.from({ length: 16 }, () => `${digit}7`).join('')}01`

/** The moderator's token. */
export const MODERATOR = tokenOf('A')
/** Two participants' tokens. */
export const ZOE_TOKEN = tokenOf('B')
export const BOB_TOKEN = tokenOf('C')

export const zoe = { name: 'Zoë Ann', email: 'zoe@example.com' }
export const bob = { name: 'Bob Ross', email: 'bob@example.com' }

/** The host's random bytes count from zero in examples. */
export const UID = '00010203-0405-4607-8809-0a0b0c0d0e0f'

/** A planned session that repeats, with a participant. */
export const session = {
  label: 'Review, 2026-03-23',
  subject: 'Review',
  sessionNumber: '4711',
  state: 'booked',
  moderatorToken: MODERATOR,
  participants: [zoe],
  participantTokens: JSON.stringify({ 'email:zoe@example.com': ZOE_TOKEN }),
  start: Date.UTC(2026, 2, 23, 9),
  end: Date.UTC(2026, 2, 23, 10),
  recurrence: 'FREQ=WEEKLY;COUNT=3;BYDAY=MO',
  timeZone: 'Europe/Berlin',
  bookedAt: NOW,
  uid: UID,
  sequence: 0,
}

/** The same with its secrets as the plugin gives them back. */
export const stored = {
  ...session,
  moderatorToken: new Secret(MODERATOR),
  participantTokens: new Secret(session.participantTokens),
}
