import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Netviewer, startNetviewer } from './netviewer.ts'
import { ADHOC, BEFORE, book, call, invite, open, PLANNED, valuesOf } from './test-client.ts'

let netviewer: Netviewer

beforeEach(async () => {
  netviewer = await startNetviewer({ transport: 'http' })
  netviewer.clock.set(BEFORE)
})
afterEach(() => netviewer.close())

const { end: _, ...openEnded } = PLANNED
const { durationMinutes: __, ...endless } = ADHOC

describe('tokens are valid', () => {
  test.each<[string, object, string, string]>([
    ['from now on, for a duration', ADHOC, '2026-11-23T08:00', '2026-11-23T09:00'],
    ['from now on, until the end', { ...endless, end: '2026-11-23T20:00:00Z' }, '2026-11-23T08:00', '2026-11-23T20:00'],
    ['for a period', PLANNED, '2026-11-23T09:00', '2026-11-23T10:30'],
    ['from the start, for a duration', { ...openEnded, durationMinutes: 1440 }, '2026-11-23T09:00', '2026-11-24T09:00'],
    ['for a period, whatever the duration', { ...PLANNED, durationMinutes: 5 }, '2026-11-23T09:00', '2026-11-23T10:30'],
    [
      'from the first to the last of a series',
      { ...PLANNED, recurrence: 'FREQ=WEEKLY;COUNT=4' },
      '2026-11-23T09:00',
      '2026-12-14T10:30',
    ],
  ])('%s', async (_when, booking, from, until) => {
    const { validFrom, validUntil } = await book(netviewer, booking)
    expect([validFrom, validUntil]).toEqual([`${from}:00.000Z`, `${until}:00.000Z`])
  })

  test.each([
    [undefined, undefined, '2027-04-05T08:00:00.000Z'],
    ['Europe/Berlin', undefined, '2027-04-05T07:00:00.000Z'],
    [undefined, 'Europe/Berlin', '2027-04-05T07:00:00.000Z'],
    ['Europe/Berlin', 'Africa/Lagos', '2027-04-05T08:00:00.000Z'],
  ])(
    'until the last of a series ends by a wall clock: the gateway’s %s, its own %s',
    async (timeZone, own, validUntil) => {
      await netviewer.close()
      netviewer = await startNetviewer({ transport: 'http', ...(timeZone === undefined ? {} : { timeZone }) })
      netviewer.clock.set(BEFORE)
      const series = { ...openEnded, start: '2027-03-22T08:00:00+01:00', durationMinutes: 60 }
      const parameters = own === undefined ? {} : { parameters: { timeZone: own } }
      const booked = await book(netviewer, { ...series, ...parameters, recurrence: 'FREQ=WEEKLY;COUNT=3' })
      expect(booked.validUntil).toBe(validUntil)
    },
  )
})

test('a session that nobody starts expires', async () => {
  const { number } = await book(netviewer, PLANNED)
  expect(netviewer.state(number)).toBe('booked')
  netviewer.clock.set('2026-11-23T10:29:59.999Z')
  expect(netviewer.state(number)).toBe('booked')
  netviewer.clock.advance(1)
  expect(netviewer.state(number)).toBe('expired')
})

test('participants alone do not start a session', async () => {
  const { number, path, token } = await book(netviewer)
  const [jo = ''] = await invite(netviewer, path, ['Jo', 'Kim'])
  expect((await open(netviewer, jo)).text).toContain('You wait for the moderator.')
  expect(valuesOf(await call(netviewer, 'GET', path))).toMatchObject({ state: 'booked', participantsPresent: 0 })
  await open(netviewer, token)
  expect(netviewer.state(number)).toBe('running')
  expect(valuesOf(await call(netviewer, 'GET', path))).toMatchObject({ state: 'running', participantsPresent: 1 })
})

test('who enters twice is present once; who leaves is not present, but was there', async () => {
  const { path, token } = await book(netviewer)
  const [jo = '', kim = ''] = await invite(netviewer, path, ['Jo', 'Kim'])
  for (const each of [token, jo, jo, kim, token]) await open(netviewer, each)
  const present = async () => valuesOf(await call(netviewer, 'GET', path)).participantsPresent
  expect(await present()).toBe(2)
  netviewer.leave(jo)
  expect(await present()).toBe(1)
  netviewer.leave(token)
  expect(valuesOf(await call(netviewer, 'GET', `${path}/usage`))).toMatchObject({ minutes: 0, participants: 2 })
})

test.each<[string, object, string]>([
  ['a limited duration', { ...PLANNED, durationMinutes: 30 }, '2026-11-23T09:40:00.000Z'],
  ['the end of its period', PLANNED, '2026-11-23T10:30:00.000Z'],
])('a session that runs is ended by %s', async (_what, booking, endedAt) => {
  const { path, token } = await book(netviewer, booking)
  netviewer.clock.set('2026-11-23T09:10:00Z')
  await open(netviewer, token)
  netviewer.clock.set('2026-11-23T12:00:00Z')
  expect(valuesOf(await call(netviewer, 'GET', path))).toMatchObject({
    state: 'ended',
    participantsPresent: 0,
    endedAt,
  })
})

test('a session that is ended before it began has an end and no start', async () => {
  const { path } = await book(netviewer)
  expect((await call(netviewer, 'DELETE', path)).status).toBe(204)
  expect(valuesOf(await call(netviewer, 'GET', path))).toEqual({
    sessionNumber: 480000001,
    state: 'ended',
    participantsPresent: 0,
    endedAt: '2026-11-23T08:00:00.000Z',
  })
})

describe('a series', () => {
  test('is booked again between its meetings, and billed for all', async () => {
    const { number, path, token } = await book(netviewer, { ...PLANNED, recurrence: 'FREQ=DAILY;COUNT=3' })
    const [jo = ''] = await invite(netviewer, path, ['Jo'])
    netviewer.clock.set('2026-11-23T09:00:00Z')
    await open(netviewer, token)
    await open(netviewer, jo)
    netviewer.clock.advance(10 * 60_000)
    netviewer.leave(token)
    expect(netviewer.state(number)).toBe('booked')
    expect((await open(netviewer, token)).text).toContain('token is not valid yet')
    netviewer.clock.set('2026-11-24T09:00:00Z')
    await open(netviewer, jo)
    netviewer.clock.set('2026-11-25T09:00:00Z')
    await open(netviewer, token)
    expect(valuesOf(await call(netviewer, 'GET', path))).toMatchObject({ state: 'running', participantsPresent: 0 })
    netviewer.clock.set('2026-11-25T10:30:00Z')
    expect(netviewer.state(number)).toBe('ended')
    expect(valuesOf(await call(netviewer, 'GET', `${path}/usage`))).toMatchObject({
      startedAt: '2026-11-23T09:00:00.000Z',
      endedAt: '2026-11-25T10:30:00.000Z',
      minutes: 100,
      participants: 1,
    })
  })

  test('that was ended by a call has no further meetings', async () => {
    const { number, path, token } = await book(netviewer, { ...PLANNED, recurrence: 'FREQ=DAILY;COUNT=3' })
    netviewer.clock.set('2026-11-23T09:00:00Z')
    await open(netviewer, token)
    await call(netviewer, 'DELETE', path)
    netviewer.clock.set('2026-11-24T09:00:00Z')
    expect(netviewer.state(number)).toBe('ended')
    expect((await open(netviewer, token)).status).toBe(410)
  })

  test('may be changed after its first meeting', async () => {
    const { path, token } = await book(netviewer, { ...PLANNED, recurrence: 'FREQ=DAILY;COUNT=3' })
    netviewer.clock.set('2026-11-24T11:00:00Z')
    const changed = await call(netviewer, 'PATCH', path, { recurrence: 'FREQ=DAILY;COUNT=2' })
    expect(changed.status).toBe(422)
    expect((await call(netviewer, 'PATCH', path, { recurrence: 'FREQ=DAILY;COUNT=4' })).status).toBe(200)
    netviewer.clock.set('2026-11-26T09:00:00Z')
    expect((await open(netviewer, token)).status).toBe(200)
  })
})

describe('a change', () => {
  test('moves the validity of all tokens, which stay the same', async () => {
    const { path, token } = await book(netviewer, PLANNED)
    const [jo = ''] = await invite(netviewer, path, ['Jo'])
    const times = { start: '2026-11-24T10:00:00Z', end: '2026-11-24T11:00:00Z' }
    const answer = await call(netviewer, 'PATCH', path, times)
    expect(valuesOf(answer)).toEqual({ sessionNumber: 480000001, state: 'booked', participantsPresent: 0 })
    netviewer.clock.set('2026-11-23T09:30:00Z')
    expect((await open(netviewer, token)).status).toBe(403)
    netviewer.clock.set('2026-11-24T10:30:00Z')
    expect([(await open(netviewer, token)).status, (await open(netviewer, jo)).status]).toEqual([200, 200])
  })

  test('replaces an end by a duration, and takes the subject away', async () => {
    const { path } = await book(netviewer, PLANNED)
    await call(netviewer, 'PATCH', path, { end: null, durationMinutes: 15, subject: null, parameters: { video: true } })
    const [session] = netviewer.sessions
    expect(session?.booking).toEqual({
      product: 'meet',
      kind: 'planned',
      start: { milliseconds: Date.parse(PLANNED.start), offsetMinutes: 60 },
      durationMinutes: 15,
      moderator: { name: 'Mia Berger' },
      parameters: { video: true },
    })
    expect(session?.windows).toEqual([
      { from: Date.parse('2026-11-23T09:00:00Z'), until: Date.parse('2026-11-23T09:15:00Z') },
    ])
  })
})

test('the clock goes with the system until it is set, and can be moved on', async () => {
  const other = await startNetviewer({ transport: 'http' })
  expect(Math.abs(other.clock.now() - Date.now())).toBeLessThan(60_000)
  other.clock.advance(86_400_000)
  expect(other.clock.now() - Date.now()).toBeGreaterThan(86_340_000)
  other.clock.set(5)
  other.clock.advance(2)
  expect(other.clock.now()).toBe(7)
  expect(() => other.clock.set('soon')).toThrow('moment is none: soon')
  expect(() => other.state(1)).toThrow('sessionNumber 1 is of no session')
  expect(() => other.leave('x')).toThrow('token is of no session')
  await other.close()
})
