/** What a status means where the vendor says nothing more. @module */
import { expect, test } from 'vitest'
import { failedReply, retryAfterOf } from './failed-reply.ts'
import type { Reply } from './plugin.ts'

const reply = (status: number, wait?: string): Reply => ({
  status,
  header: (name) => (name === 'retry-after' ? wait : undefined),
  text: 'a text of the server’s own',
  json: () => undefined,
})

test.each([
  [400, 'refused'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [409, 'conflict'],
  [418, 'refused'],
  [429, 'rate-limited'],
  [500, 'server-failed'],
  [503, 'server-failed'],
  [599, 'server-failed'],
  [204, 'refused'],
])('status %i is %s', (status, code) => {
  const error = failedReply(reply(status))
  expect([error.code, error.retryAfter]).toEqual([code, undefined])
  expect(Object.keys(error.text)).toEqual(['en', 'de'])
  expect(error.message).not.toContain('own')
})

test.each([
  ['7', 7],
  ['0', 0],
  ['Wed, 21 Oct 2015 07:28:00 GMT', undefined],
  ['-1', undefined],
  ['1e9', undefined],
  ['99999999999', undefined],
  ['', undefined],
])('Retry-After %j counts %j seconds', (wait, expected) => {
  expect(failedReply(reply(429, wait)).retryAfter).toBe(expected)
})

test.each([
  ['7', 7],
  ['Wed, 21 Oct 2015 07:28:30 GMT', 30],
  ['Wed, 21 Oct 2015 07:27:00 GMT', 0],
  ['999999999', 7 * 24 * 3600],
  ['soon', undefined],
  ['', undefined],
])('Retry-After %j asks to wait %j seconds, counted or by the date', (wait, expected) => {
  expect(retryAfterOf(reply(429, wait), Date.UTC(2015, 9, 21, 7, 28))).toBe(expected)
})
