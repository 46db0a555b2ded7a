/** The decommission token is opened where it can be, and else left alone. @module */
import { constants, publicEncrypt } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { pkcs8Of, rsaKeys } from '../test/keys.ts'
import { decommissionTokenOf } from './decommission-token.ts'
import { importKey, pemOf } from './device-key.ts'

describe('the decommission token', async () => {
  const { privateKey, publicKey } = rsaKeys()
  const key = await importKey(pemOf(pkcs8Of(privateKey)))
  const sealed = (bytes: Uint8Array, to = publicKey) =>
    publicEncrypt({ key: to, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }, bytes)

  test.each(['base64', 'base64url'] as const)('is opened where it is %s for this key', async (encoding) => {
    expect(await decommissionTokenOf(sealed(Buffer.from('tökén')).toString(encoding), key)).toBe('tökén')
  })

  test.each([
    ['plain text', 'a token'],
    ['base64 of another length', Buffer.from('a token').toString('base64')],
    ['for another key', sealed(Buffer.from('x'), rsaKeys().publicKey).toString('base64')],
    ['of bytes that are no text', sealed(Buffer.from([0xff, 0xfe])).toString('base64')],
    ['of nothing', sealed(Buffer.alloc(0)).toString('base64')],
  ])('stays as it came where it is %s', async (_name, value) => {
    expect(await decommissionTokenOf(value, key)).toBe(value)
  })
})
