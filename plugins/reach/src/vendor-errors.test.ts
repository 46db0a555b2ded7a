/** Every refusal of TeamViewer's has a sentence of its own, and limits say how long to wait. @module */
import type { Reply } from '@joinery/sdk'
import { describe, expect, test } from 'vitest'
import { NOW } from './example-values.ts'
import { vendorError } from './vendor-errors.ts'

function reply(status: number, body: unknown = '', headers: Record<string, string> = {}): Reply {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { status, text, header: (name) => headers[name], json: () => JSON.parse(text) }
}
const errorOf = (...given: Parameters<typeof reply>) => vendorError(reply(...given), 'token', NOW)

const documented = [
  [400, 'invalid_request', 'refused', undefined],
  [401, 'invalid_token', 'unauthorized', 'token'],
  [401, 'token_expired', 'unauthorized', 'token'],
  [403, 'blocked', 'forbidden', 'token'],
  [403, 'rate_limit_reached', 'rate-limited', undefined],
  [500, 'internal_error', 'server-failed', undefined],
] as const

test.each(documented)('%i %s is %s', (status, error, code, field) => {
  expect(errorOf(status, { error })).toMatchObject({ name: 'PluginError', code, field })
})

test.each([
  [400, 'refused'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [405, 'refused'],
  [409, 'conflict'],
  [410, 'not-found'],
  [429, 'rate-limited'],
  [500, 'server-failed'],
  [503, 'server-failed'],
] as const)('%i alone is %s, whatever the body', (status, code) => {
  for (const body of ['', 'null', '[]', '7', '<Error>no</Error>', { error: 7 }, { error: 'a new one' }, '{"error":']) {
    expect(errorOf(status, body).code).toBe(code)
  }
})

test('every sentence is its own, in both languages', () => {
  const errors = [
    ...documented.map(([status, error]) => errorOf(status, { error })),
    ...[400, 401, 403, 404, 409, 500].map((status) => errorOf(status)),
  ]
  for (const language of ['en', 'de']) {
    const texts = errors.map(({ text }) => (text as Record<string, string>)[language])
    expect(new Set(texts).size).toBe(errors.length)
    expect(texts).not.toContain(undefined)
  }
})

test('the token at fault is the one that the call was made with', () => {
  expect(vendorError(reply(401), 'vendorToken', NOW).field).toBe('vendorToken')
})

test('what TeamViewer says is passed on, in one line of bounded length', () => {
  const { text, message } = errorOf(400, { error: 'invalid_request', error_description: 'No\r\n such\u0000 device.' })
  expect(message).toContain('“No such device.”')
  expect(text).toMatchObject({ de: expect.stringContaining('„No such device.“') })
  expect(errorOf(400, { error: 'x', error_description: '👩'.repeat(5000) }).message.length).toBeLessThan(400)
  expect(errorOf(400, { error: 'device_offline' }).message).toContain('device_offline')
})

describe('how long to wait', () => {
  const limited = { error: 'rate_limit_reached' }
  test.each<[number, unknown, string | undefined, number | undefined]>([
    [403, limited, '120', 120],
    [429, '', '7', 7],
    [429, '', new Date(NOW + 90_000).toUTCString(), 90],
    [429, '', new Date(NOW - 90_000).toUTCString(), 0],
    [429, '', '999999999', 604_800],
    [429, '', 'soon', undefined],
    [403, limited, undefined, undefined],
    [403, { error: 'blocked' }, '120', undefined],
  ])('%i %j, Retry-After %s: %s', (status, body, header, seconds) => {
    const { retryAfter } = errorOf(status, body, header === undefined ? {} : { 'retry-after': header })
    expect(retryAfter).toBe(seconds)
  })
})
