/** Signatures are what the standard says, and no value passes for two. @module */
import { Secret } from '@joinery/sdk'
import { expect, test } from 'vitest'
import { signature, signedLink } from './signed-link.ts'

test('a signature is an HMAC-SHA-256 (RFC 4231, test case 2)', () => {
  expect(signature('what do ya want for nothing?', new Secret('Jefe'))).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  )
})

test('a name that holds another parameter is signed as a name', () => {
  const key = new Secret('made up for this test')
  const role = signedLink('https://meet.example/join', { name: 'Ada', role: 'host' }, key)
  const name = signedLink('https://meet.example/join', { name: 'Ada&role=host' }, key)
  expect(new URL(name).searchParams.get('role')).toBeNull()
  expect(new URL(name).searchParams.get('signature')).not.toBe(new URL(role).searchParams.get('signature'))
})
