/** What the gateway's refusals become: a code, a sentence, a field; never markup, never a token. @module */
import type { Reply } from '@joinery/sdk'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gatewayError, isAmbiguous } from './gateway-errors.ts'
import { profileOf } from './profile.ts'

const NOW = Date.UTC(2026, 2, 2)
const TOKEN = `${'AB12'.repeat(8)}01`

function reply(status: number, body: unknown = '', headers: Record<string, string> = {}): Reply {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { status, text, header: (name) => headers[name.toLowerCase()], json: () => JSON.parse(text) }
}

const errorOf = (given: Reply, profile = profileOf({})) =>
  gatewayError(given, { profile, now: NOW, fieldAt: (place) => place.join('.') })

test.each([
  [400, 'refused'],
  [401, 'certificate'],
  [403, 'certificate'],
  [404, 'not-found'],
  [405, 'refused'],
  [409, 'conflict'],
  [410, 'not-found'],
  [422, 'refused'],
  [429, 'rate-limited'],
  [500, 'server-failed'],
  [503, 'server-failed'],
] as const)('%i is %s, whatever the body', (status, code) => {
  for (const body of [
    '',
    'null',
    '[]',
    '7',
    '<h1>No</h1>',
    { detail: 7 },
    { errors: 7 },
    { errors: [null, {}, { pointer: 'x' }] },
  ]) {
    expect(errorOf(reply(status, body))).toMatchObject({ name: 'PluginError', code, field: undefined })
  }
})

test('what is said comes in one line of bounded length, without markup and tokens', () => {
  const detail = `<b>No</b>\r\n such\u0000 session, see https://a.example/?token=${TOKEN} or ${TOKEN.toLowerCase()}.`
  const { text, message } = errorOf(reply(404, { detail }))
  expect(message).toContain('“No such session, see … or ….”')
  expect(text).toMatchObject({ de: expect.stringContaining('„No such session') })
  expect(errorOf(reply(404, { title: 'Gone' })).message).toContain('“Gone”')
  expect(errorOf(reply(404, { detail: '👩'.repeat(5000) })).message.length).toBeLessThan(400)
  expect(errorOf(reply(404, { detail: 'Sitzungsteilnehmerverwaltung' })).message).toContain(
    'Sitzungsteilnehmerverwaltung',
  )
})

describe('the field at fault', () => {
  test('is named by its place, in our names', () => {
    const profile = profileOf({ fieldNames: 'start = from' })
    const body = { errors: [{ detail: 'no pointer' }, { pointer: '#/from' }] }
    expect(errorOf(reply(422, body), profile)).toMatchObject({ code: 'invalid', field: 'start' })
    expect(errorOf(reply(400, { errors: [{ pointer: '/participants/1/email' }] }))).toMatchObject({
      field: 'participants.1.email',
    })
  })

  test('is none where another status says so', () => {
    expect(errorOf(reply(409, { errors: [{ pointer: '#/start' }] })).field).toBeUndefined()
  })
})

test.each([
  ['120', 120],
  [new Date(NOW + 90_000).toUTCString(), 90],
  [new Date(NOW - 90_000).toUTCString(), 0],
  ['999999999', 604_800],
  ['soon', undefined],
  ['', undefined],
])('Retry-After %j: %s', (header, seconds) => {
  expect(errorOf(reply(429, '', { 'retry-after': header })).retryAfter).toBe(seconds)
  expect(errorOf(reply(503, '', { 'retry-after': header })).retryAfter).toBeUndefined()
})

test('what may have been done is told from what has not', () => {
  expect([500, 504, 408].map((status) => isAmbiguous(reply(status)))).toEqual([true, true, true])
  expect([400, 409, 429].map((status) => isAmbiguous(reply(status)))).toEqual([false, false, false])
})

test('whatever a refusal says, it becomes one of our errors, and shows no token', () => {
  const value = fc.oneof(
    fc.string(),
    fc.constant(`x${TOKEN}`),
    fc.constant(TOKEN),
    fc.object(),
    fc.array(fc.anything()),
  )
  const body = fc.oneof(
    fc.string(),
    fc.json(),
    fc.record({ title: value, detail: value, type: value, errors: value }, { requiredKeys: [] }),
  )
  const property = fc.property(fc.integer({ min: 300, max: 599 }), body, (status, given) => {
    const error = errorOf(reply(status, given))
    expect(error.name).toBe('PluginError')
    expect(JSON.stringify([error.text, error.message, error.field])).not.toContain(TOKEN)
  })
  fc.assert(property, { numRuns: 300 })
})
