/** Canaries are found in every form, wherever in a text they stand. @module */
import { expect, test } from 'vitest'
import { canary, formsOf } from './canaries.ts'

const secret = canary(3)
const utf8 = Buffer.from(secret)
const isFound = (text: string) => formsOf(secret).some(([, form]) => text.includes(form))

test.each<[string, string]>([
  ['as it is', `x${secret}x`],
  ['backwards', [...secret].reverse().join('')],
  ['percent-encoded', `https://a.example/?k=${encodeURIComponent(secret)}`],
  ['in a form body', new URLSearchParams({ k: secret }).toString()],
  ['in hex', utf8.toString('hex')],
  ['in base64', utf8.toString('base64')],
  ['in base64url', utf8.toString('base64url')],
  ['in base64 after one letter', Buffer.from(`a${secret}`).toString('base64')],
  ['in base64 after two letters', Buffer.from(`ab${secret}`).toString('base64')],
  ['in base64 between others', Buffer.from(`user:${secret}:more`).toString('base64')],
  ['in base64url between others', Buffer.from(`user:${secret}:more`).toString('base64url')],
  ['in base64, percent-encoded', encodeURIComponent(Buffer.from(secret).toString('base64'))],
])('%s', (_title, text) => {
  expect(isFound(text)).toBe(true)
})

test('another canary is not taken for it', () => {
  expect(isFound(canary(4))).toBe(false)
  expect(isFound(Buffer.from(`user:${canary(4)}`).toString('base64'))).toBe(false)
})
