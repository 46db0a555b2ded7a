import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Netviewer, startNetviewer } from './netviewer.ts'
import { BEFORE, book, call, invite, open, PLANNED, problemOf } from './test-client.ts'

let netviewer: Netviewer
let path: string

beforeAll(async () => {
  netviewer = await startNetviewer({ transport: 'http' })
  netviewer.clock.set(BEFORE)
  path = (await book(netviewer, PLANNED)).path
  await invite(netviewer, path, ['Jo'])
})
afterAll(() => netviewer.close())

describe('participants', () => {
  test.each<[unknown, string]>([
    [undefined, '#/participants: "participants" is missing.'],
    [{}, '#/participants: This is no list.'],
    [[], '#/participants: At least one'],
    [[null], '#/participants/0: This is no object.'],
    [[{ name: 'Kim' }, { email: 'kim@customer.example' }], '#/participants/1/name: "name" is missing.'],
    [[{ name: 'Kim', token: 'x' }], '#/participants/0/token: "token" is not known.'],
    [[{ name: 'Kim' }, { name: 'Kim' }], '#/participants/1: This participant is there already.'],
    [[{ name: 'Joe', email: 'JO@customer.example' }], '#/participants/0: This participant is there already.'],
  ])('must not be %j', async (participants, complaint) => {
    const answer = await call(netviewer, 'POST', `${path}/participants`, { participants })
    expect(problemOf(answer)).toContain(`422 invalid-parameters ${complaint}`)
    expect(netviewer.sessions[0]?.participants).toHaveLength(1)
  })

  test.each([
    'kim',
    '@customer.example',
    'kim@',
    'kim@customer',
    'kim@@customer.example',
    'kim@customer..example',
    'kim@-customer.example',
    'Kim <kim@customer.example>',
    'kim@customer.example,jo@customer.example',
    'kim @customer.example',
    `${'k'.repeat(250)}@a.example`,
    '',
    5,
    null,
  ])('must not have the e-mail address %j', async (email) => {
    const answer = await call(netviewer, 'POST', `${path}/participants`, { participants: [{ name: 'Kim', email }] })
    expect(problemOf(answer)).toContain('#/participants/0/email: ')
  })

  test('may share a name, if their addresses differ', async () => {
    const own = await book(netviewer)
    const participants = [
      { name: 'Kim' },
      { name: 'Kim', email: 'kim@a.example' },
      { name: 'Kim', email: 'k.o+1@ü.de' },
    ]
    expect((await call(netviewer, 'POST', `${own.path}/participants`, { participants })).status).toBe(201)
  })
})

describe('a change', () => {
  test.each<[object, string]>([
    [{}, '#: Nothing is to be changed.'],
    [{ product: 'support' }, '#/product: "product" is not known.'],
    [{ moderator: { name: 'Kim' } }, '#/moderator: "moderator" is not known.'],
    [{ state: 'ended' }, '#/state: "state" is not known.'],
    [{ start: null }, '#/start: A planned session needs a start.'],
    [{ end: null }, '#/end: Period and duration are both open'],
    [{ start: '2026-11-24T10:00:00Z' }, '#/end: The end is not after the start.'],
    [{ durationMinutes: 0 }, '#/durationMinutes: This is no whole number'],
    [{ recurrence: 'FREQ=DAILY' }, '#/recurrence: The series has no end'],
    [{ start: '2026-11-23T06:00:00Z', end: '2026-11-23T07:00:00Z' }, '#/end: The end is not in the future.'],
  ])('must not be %j', async (change, complaint) => {
    const before = netviewer.sessions[0]?.booking
    expect(problemOf(await call(netviewer, 'PATCH', path, change))).toContain(`422 invalid-parameters ${complaint}`)
    expect(netviewer.sessions[0]?.booking).toBe(before)
  })
})

describe('the state of a session', () => {
  const CALLS = {
    invite: ['POST', '/participants', { participants: [{ name: 'Kim' }] }],
    change: ['PATCH', '', { subject: 'Other' }],
    end: ['DELETE', ''],
    usage: ['GET', '/usage'],
  } as const
  const STATES = {
    booked: { permits: ['invite', 'change', 'end'], reach: async () => {} },
    running: {
      permits: ['invite', 'end'],
      reach: async (_path: string, token: string) => void (await open(netviewer, token)),
    },
    ended: {
      permits: ['usage'],
      reach: async (_path: string, token: string) => {
        await open(netviewer, token)
        netviewer.leave(token)
      },
    },
    'ended before it ran': { permits: [], reach: async (own: string) => void (await call(netviewer, 'DELETE', own)) },
    expired: { permits: [], reach: async () => netviewer.clock.advance(3_600_000) },
  } as const
  const cases = Object.entries(STATES).flatMap(([state, { permits, reach }]) =>
    Object.entries(CALLS).map(([name, asked]) => {
      const verdict = permits.some((each) => each === name) ? 'permits' : 'forbids'
      return [state, verdict, name, reach, asked] as const
    }),
  )

  test.each(cases)('%s %s: %s', async (_state, verdict, _name, reach, [method, below, body]) => {
    const { path: own, token } = await book(netviewer)
    await reach(own, token)
    const told = problemOf(await call(netviewer, method, `${own}${below}`, body))
    expect(told).toMatch(verdict === 'permits' ? /^no problem: 20/ : /^409 session-state$/)
  })
})
