/** Whatever happens after the gateway has booked, the token is not lost, and nothing is booked twice. @module */
import { PluginError } from '@joinery/sdk'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bare, json, newToken, run } from '../test/runs.ts'
import { account, NOW } from './example-values.ts'

const token = newToken()
const booked = { sessionNumber: '4711', moderatorToken: token }
const answers = () => json(booked, 201)
const fails = () => {
  throw new PluginError('unreachable', 'The vault is locked.')
}

test('the raw answer is stored first, the session is ready after', async () => {
  const { saves, kept, requests } = await run('bookNow', {}, { answer: answers })
  expect(requests.map(({ method, url }) => [method, url])).toEqual([['POST', 'https://netviewer.example:444/sessions']])
  expect(saves.map(bare)).toEqual([
    {
      label: 'Netviewer',
      state: 'booked',
      bookedAt: NOW,
      uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      sequence: 0,
      durationMinutes: 60,
      answer: JSON.stringify(booked),
    },
  ])
  expect(kept).toMatchObject({ sessionNumber: '4711', moderatorToken: token })
})

test('two bookings have two ids in calendars', async () => {
  const [one, other] = [await run('bookNow', {}, { answer: answers }), await run('bookNow', {}, { answer: answers })]
  expect(one.kept?.uid).not.toBe(other.kept?.uid)
})

describe('storing fails', () => {
  test('once: it is tried again before anything else', async () => {
    const save = (_target: object, count: number) => (count === 1 ? fails() : undefined)
    const { saves, kept } = await run('bookNow', {}, { answer: answers, save })
    expect([saves.length, kept?.moderatorToken]).toEqual([1, token])
  })

  test('always: the session is handed out, so that the host can store it', async () => {
    const { outcome, kept } = await run('bookNow', {}, { answer: answers, save: fails })
    expect([outcome?.type, kept?.moderatorToken]).toEqual(['target', token])
  })

  test('always, and the answer is not understood: it is handed out as it came', async () => {
    const { outcome, kept } = await run('bookNow', {}, { answer: () => new Response('{"session'), save: fails })
    expect([outcome?.type, kept?.answer]).toEqual(['target', '{"session'])
  })
})

test('calling off after the answer loses nothing', async () => {
  const controller = new AbortController()
  const answer = () => {
    controller.abort()
    return answers()
  }
  const { kept } = await run('bookNow', {}, { answer, signal: controller.signal })
  expect(kept?.moderatorToken).toBe(token)
})

describe('no clear answer', () => {
  test.each<[string, () => Response | Promise<Response>]>([
    ['a broken connection', () => Promise.reject(new TypeError('fetch failed'))],
    ['no answer in time', () => Promise.reject(new PluginError('timeout', 'No answer.'))],
    ['500', () => json({ title: 'Failed' }, 500)],
    ['504', () => new Response('<html>', { status: 504 })],
    ['408', () => new Response('', { status: 408 })],
    ['nothing', () => new Response('', { status: 201 })],
    ['a body without end', () => new Response(new Uint8Array(6 * 1024 * 1024))],
  ])('%s: it may have been booked, and is not asked again', async (_name, answer) => {
    const { requests, saves, error } = await run('bookNow', {}, { answer })
    expect([requests.length, saves.length, error?.code]).toEqual([1, 0, 'ambiguous'])
    expect(error?.message).toContain('may have booked')
  })

  test('a connection that does not come about names the certificate and its assistant, in both languages', async () => {
    const { error } = await run('bookNow')
    expect(error?.text).toMatchObject({
      en: expect.stringMatching(/client certificate.*certificate assistant/s),
      de: expect.stringMatching(/Client-Zertifikat.*Zertifikatsassistent/s),
    })
  })
})

test.each([
  [400, 'refused'],
  [401, 'certificate'],
  [403, 'certificate'],
  [404, 'not-found'],
  [409, 'conflict'],
  [429, 'rate-limited'],
])('%i is %s, and nothing is stored', async (status, code) => {
  const { error, saves } = await run('bookNow', {}, { answer: () => json({ title: 'No' }, status) })
  expect([error?.code, saves.length]).toEqual([code, 0])
})

describe('nothing is sent', () => {
  const start = NOW + 3_600_000
  const repeated = { start, durationMinutes: 30, timeZone: 'UTC', repeats: true }
  test.each<[string, Record<string, unknown>, string]>([
    ['without a start', {}, 'start'],
    ['with an end at the start', { start, end: start }, 'end'],
    ['with an end in the past', { start: NOW - 7_200_000, durationMinutes: 60 }, 'start'],
    ['with neither end nor duration', { start }, 'durationMinutes'],
    ['with no duration', { start, durationMinutes: 0 }, 'durationMinutes'],
    ['with a duration of more than a day', { start, durationMinutes: 1441 }, 'durationMinutes'],
    ['with half a minute', { start, durationMinutes: 1.5 }, 'durationMinutes'],
    ['with a duration beyond the end', { start, end: start + 60_000, durationMinutes: 2 }, 'durationMinutes'],
    ['on no date', { start: Number.MAX_SAFE_INTEGER, durationMinutes: 5 }, 'start'],
    ['in no time zone', { start, durationMinutes: 5, timeZone: '+01:00' }, 'timeZone'],
    ['repeated without end', { ...repeated, ends: 'until' }, 'until'],
    ['repeated until before it begins', { ...repeated, ends: 'until', until: start - 1 }, 'until'],
    ['repeated for a lifetime', { ...repeated, frequency: 'daily', ends: 'until', until: Date.UTC(2066, 0) }, 'until'],
    ['repeated never', { ...repeated, count: 0 }, 'count'],
    ['repeated at no interval', { ...repeated, interval: 0 }, 'interval'],
    ['repeated on other days than the first', { ...repeated, friday: true }, 'monday'],
    ['repeated, and over', { ...repeated, start: NOW - 86_400_000 * 30, count: 2 }, 'start'],
  ])('%s', async (_name, input, field) => {
    const { error, requests } = await run('schedule', { input }, { answer: answers })
    expect([error?.field, requests.length]).toEqual([field, 0])
  })

  test.each<[string, object, object, string]>([
    ['by a moderator whose address is none', {}, { firstName: 'Ada', lastName: 'King', email: 'ada' }, 'email'],
    ['where tokens could not be checked', { tokenPattern: 'a*a*a*a*' }, {}, 'tokenPattern'],
    ['where the profile is wrong', { fieldNames: 'start = end' }, {}, 'fieldNames'],
  ])('%s', async (_name, settings, person, field) => {
    const request = { account: { ...account, ...settings }, person: { firstName: 'Ada', lastName: 'King', ...person } }
    const { error, requests } = await run('bookNow', request, { answer: answers })
    expect([error?.field, requests.length]).toEqual([field, 0])
  })
})

test.each<[string, object, string]>([
  ['daily', { frequency: 'daily', interval: 2, count: 3 }, 'FREQ=DAILY;COUNT=3;INTERVAL=2'],
  ['on the day of its start', { count: 3 }, 'FREQ=WEEKLY;COUNT=3;BYDAY=MO'],
  ['on several days', { monday: true, thursday: true, sunday: true, count: 3 }, 'FREQ=WEEKLY;COUNT=3;BYDAY=SU,MO,TH'],
  ['monthly by date', { frequency: 'monthlyByDate', count: 3 }, 'FREQ=MONTHLY;COUNT=3;BYMONTHDAY=30'],
  [
    'monthly on the fifth weekday, which is the last',
    { frequency: 'monthlyByWeekday', count: 3 },
    'FREQ=MONTHLY;COUNT=3;BYDAY=-1MO',
  ],
  [
    'until a moment, told in UTC',
    { ends: 'until', until: Date.parse('2026-04-13T00:30:00+02:00') },
    'FREQ=WEEKLY;BYDAY=MO;UNTIL=20260412T223000Z',
  ],
])('a repetition %s', async (_name, repetition, rule) => {
  // In Berlin it is Monday, 30 March, half past midnight, where in UTC it is still Sunday.
  const start = Date.parse('2026-03-30T00:30:00+02:00')
  const input = { start, durationMinutes: 30, timeZone: 'Europe/Berlin', repeats: true, ...repetition }
  const { requests, kept } = await run('schedule', { input }, { answer: answers })
  expect(requests[0]?.json).toMatchObject({
    start: '2026-03-30T00:30:00+02:00',
    recurrence: rule,
    parameters: { timeZone: 'Europe/Berlin' },
  })
  expect(kept?.recurrence).toBe(rule)
})

test('a time zone is stored and sent as calendars write it', async () => {
  const input = { start: NOW + 60_000, durationMinutes: 30, timeZone: 'europe/berlin', repeats: true }
  const { requests, kept } = await run('schedule', { input }, { answer: answers })
  expect(requests[0]?.json).toMatchObject({ parameters: { timeZone: 'Europe/Berlin' } })
  expect(kept?.timeZone).toBe('Europe/Berlin')
})

describe('a token', () => {
  test.each(['', 'x', `${token}\n`, 7, null, [token]])(
    '%j is none: the answer stays stored',
    async (moderatorToken) => {
      const { error, saves } = await run('bookNow', {}, { answer: () => json({ ...booked, moderatorToken }, 201) })
      expect(['bad-answer', 'invalid']).toContain(error?.code)
      expect(saves).toHaveLength(1)
    },
  )

  test('that is the session’s number would be shown to everybody', async () => {
    const { error } = await run(
      'bookNow',
      {},
      { answer: () => json({ ...booked, sessionNumber: token.toLowerCase() }, 201) },
    )
    expect(error?.code).toBe('bad-answer')
  })
})

test('whatever the answer says, it is stored as it came, and the error is ours', async () => {
  const field = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constant(token), fc.object())
  const shaped = fc.record({ sessionNumber: field, moderatorToken: field, validUntil: field }, { requiredKeys: [] })
  const bodies = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.json(),
    shaped.map((body) => JSON.stringify(body)),
  )
  const property = fc.asyncProperty(bodies, fc.constantFrom(200, 201, 299), async (body, status) => {
    const { saves, error, requests } = await run('bookNow', {}, { answer: () => new Response(body, { status }) })
    const received = new TextDecoder().decode(new TextEncoder().encode(body))
    expect([requests.length, bare(saves[0] ?? {}).answer]).toEqual([1, received])
    if (error !== undefined) expect([error.name, error.code === 'internal']).toEqual(['PluginError', false])
    expect(JSON.stringify([error?.text, error?.message])).not.toContain(token)
  })
  await fc.assert(property, { numRuns: 200 })
})
