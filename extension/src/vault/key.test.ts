import { createDecipheriv, pbkdf2Sync } from 'node:crypto'
import fc from 'fast-check'
import { CompactEncrypt } from 'jose'
import { describe, expect, test } from 'vitest'
import { newVaultKey, unwrapKey, vaultKeyFrom, wrapKey } from './key.ts'
import { MAX_ROUNDS, ROUNDS } from './passphrase.ts'
import { flipped } from './vault-fixture.ts'

const PASSPHRASE = 'Grüße aus Łódź, 1899'

/** Opens a compact JWE by RFC 7516 and 7518 with nothing but Node's own cryptography. */
function openByNode(jwe: string, passphrase: string): string {
  const [header = '', wrapped = '', iv = '', ciphertext = '', tag = ''] = jwe.split('.')
  const { alg, p2s, p2c } = JSON.parse(Buffer.from(header, 'base64url').toString())
  const salt = Buffer.concat([Buffer.from(`${alg}\0`), Buffer.from(p2s, 'base64url')])
  const keyKey = pbkdf2Sync(passphrase, salt, p2c, 32, 'sha512')
  const unwrap = createDecipheriv('id-aes256-wrap', keyKey, Buffer.from('a6a6a6a6a6a6a6a6', 'hex'))
  const key = Buffer.concat([unwrap.update(Buffer.from(wrapped, 'base64url')), unwrap.final()])
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'))
  decipher.setAAD(Buffer.from(header)).setAuthTag(Buffer.from(tag, 'base64url'))
  return Buffer.concat([decipher.update(Buffer.from(ciphertext, 'base64url')), decipher.final()]).toString()
}

describe('a wrapped key', { timeout: 30_000 }, async () => {
  const key = await newVaultKey()
  const wrapped = await wrapKey(key, PASSPHRASE)

  test('unwraps with its passphrase, however the letters were composed', async () => {
    expect((await unwrapKey(wrapped, PASSPHRASE)).jwk).toEqual(key.jwk)
    expect((await unwrapKey(wrapped, PASSPHRASE.normalize('NFD'))).jwk).toEqual(key.jwk)
  })

  test('is a JWK in a standard JWE, as another implementation reads it', () => {
    expect(JSON.parse(openByNode(wrapped, PASSPHRASE))).toEqual(key.jwk)
  })

  test('costs at least 600,000 rounds to guess', () => {
    const header = JSON.parse(Buffer.from(wrapped.split('.')[0] ?? '', 'base64url').toString())
    expect(header).toMatchObject({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM', p2c: ROUNDS })
    expect(ROUNDS).toBeGreaterThanOrEqual(600_000)
  })

  test('does not unwrap with another passphrase', async () => {
    await expect(unwrapKey(wrapped, `${PASSPHRASE} `)).rejects.toMatchObject({ code: 'wrong-passphrase' })
  })

  test('keeps its key when the passphrase changes', async () => {
    const rewrapped = await wrapKey(await unwrapKey(wrapped, PASSPHRASE), 'another one')
    expect((await unwrapKey(rewrapped, 'another one')).jwk).toEqual(key.jwk)
    await expect(unwrapKey(rewrapped, PASSPHRASE)).rejects.toMatchObject({ code: 'wrong-passphrase' })
  })

  test('is refused when one bit is changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat({ max: 6 }), async (position, bit) => {
        await expect(unwrapKey(flipped(wrapped, position, bit), PASSPHRASE)).rejects.toMatchObject({
          name: 'VaultError',
        })
      }),
      { numRuns: 12 },
    )
  })

  test('is refused at once wherever it is cut', async () => {
    for (let length = 0; length < wrapped.length; length += 7) {
      await expect(unwrapKey(wrapped.slice(0, length), PASSPHRASE)).rejects.toMatchObject({ code: 'truncated' })
    }
  })

  test('is refused before any work where it asks for too much', async () => {
    const [header = '', ...rest] = wrapped.split('.')
    for (const p2c of [MAX_ROUNDS + 1, 2 ** 31 - 1, 1e308]) {
      const given = { ...JSON.parse(Buffer.from(header, 'base64url').toString()), p2c }
      const hostile = [Buffer.from(JSON.stringify(given)).toString('base64url'), ...rest].join('.')
      const start = performance.now()
      const code = p2c === 1e308 ? 'damaged' : 'too-costly'
      await expect(unwrapKey(hostile, PASSPHRASE)).rejects.toMatchObject({ code })
      // The smallest of these would take longer than that.
      expect(performance.now() - start).toBeLessThan(1000)
    }
  })

  test('is refused where it was wrapped by another algorithm', async () => {
    const weaker = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(key.jwk)))
      .setProtectedHeader({ alg: 'PBES2-HS256+A128KW', enc: 'A256GCM', cty: 'jwk+json' })
      .encrypt(new TextEncoder().encode(PASSPHRASE))
    await expect(unwrapKey(weaker, PASSPHRASE)).rejects.toMatchObject({ code: 'damaged' })
  })
})

test('an empty passphrase is refused', async () => {
  await expect(wrapKey(await newVaultKey(), '')).rejects.toMatchObject({ code: 'weak-passphrase' })
})

test('a key is 256 bits or none', async () => {
  for (const text of ['', 'AAAA', 'A'.repeat(42), `${'A'.repeat(42)}B`, 'A'.repeat(44)]) {
    await expect(vaultKeyFrom('local/1', text)).rejects.toMatchObject({ code: 'damaged' })
  }
})

test('keys do not repeat, and cannot be taken out of the cipher', async () => {
  const [one, other] = await Promise.all([newVaultKey(), newVaultKey()])
  expect(one.jwk.k).not.toBe(other.jwk.k)
  expect(one.cipher.extractable).toBe(false)
})
