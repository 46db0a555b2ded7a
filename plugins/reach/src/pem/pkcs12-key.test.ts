/** PKCS#12's derivation by published vectors, and keys that OpenSSL reads as well. @module */
import { createCipheriv, createPrivateKey } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { armoured, pkcs8Of, rsaKeys } from '../../test/keys.ts'
import { fromHex } from '../../test/wycheproof.ts'
import { TAG } from './der.ts'
import { identifier, integer, sequence, written } from './der-write.ts'
import { openPem } from './open-pem.ts'
import { PURPOSE, pkcs12Key } from './pkcs12-key.ts'

// Stephen Henson's test vectors for PKCS#12, as Bouncy Castle and others carry them.
test.each([
  ['smeg', '0A58CF64530D823F', 1, PURPOSE.key, '8AAAE6297B6CB04642AB5B077851284EB7128F1A2A7FBCA3'],
  ['smeg', '0A58CF64530D823F', 1, PURPOSE.vector, '79993DFE048D3B76'],
  ['smeg', '642B99AB44FB4B1F', 1, PURPOSE.key, 'F3A95FEC48D7711E985CFE67908C5AB79FA3D7C5CAA5D966'],
  ['smeg', '642B99AB44FB4B1F', 1, PURPOSE.vector, 'C0A38D64A79BEA1D'],
  ['queeg', '05DEC959ACFF72F7', 1000, PURPOSE.key, 'ED2034E36328830FF09DF1E1A07DD357185DAC0D4F9EB3D4'],
  ['queeg', '05DEC959ACFF72F7', 1000, PURPOSE.vector, '11DEDAD7758D4860'],
] as const)('%s, salt %s, %i iterations, purpose %i', (password, salt, iterations, purpose, expected) => {
  const derived = pkcs12Key(password, fromHex(salt), iterations, purpose, expected.length / 2)
  expect(Buffer.from(derived).toString('hex').toUpperCase()).toBe(expected)
})

describe('PKCS#8 with PKCS#12’s triple DES', () => {
  const { privateKey } = rsaKeys()
  const pkcs8 = pkcs8Of(privateKey)
  const salt = fromHex('0102030405060708')

  function sealed(scheme: string, keyLength: number, password: string): string {
    const key = pkcs12Key(password, salt, 2048, PURPOSE.key, keyLength)
    const whole = Buffer.concat([key, key]).subarray(0, 24)
    const cipher = createCipheriv('des-ede3-cbc', whole, pkcs12Key(password, salt, 2048, PURPOSE.vector, 8))
    const data = Buffer.concat([cipher.update(pkcs8), cipher.final()])
    const algorithm = sequence(identifier(scheme), sequence(written(TAG.octets, salt), integer(2048n)))
    return armoured('ENCRYPTED PRIVATE KEY', sequence(algorithm, written(TAG.octets, data)))
  }

  test.each([
    ['1.2.840.113549.1.12.1.3', 24],
    ['1.2.840.113549.1.12.1.4', 16],
  ])('%s is opened, and by OpenSSL too', async (scheme, keyLength) => {
    for (const password of ['a rollout key', 'päßwörd']) {
      const pem = sealed(scheme, keyLength, password)
      expect(createPrivateKey({ key: pem, passphrase: password }).equals(privateKey)).toBe(true)
      expect(Buffer.from(await openPem(pem, password)).equals(pkcs8)).toBe(true)
      await expect(openPem(pem, 'another')).rejects.toMatchObject({ name: 'PluginError', code: 'invalid' })
    }
  })

  test('a password whose UTF-8 bytes were taken for characters', async () => {
    const asOlderProgramsRead = Buffer.from('päßwörd').toString('latin1')
    const pem = sealed('1.2.840.113549.1.12.1.3', 24, asOlderProgramsRead)
    expect(Buffer.from(await openPem(pem, 'päßwörd')).equals(pkcs8)).toBe(true)
  })
})
