/** Damaged keys: they are refused, or they are the very key; never another one, and never by another error. @module */
import { createCipheriv } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { armoured, formats, pkcs8Of, rsaKeys } from '../../test/keys.ts'
import { fromHex } from '../../test/wycheproof.ts'
import { readArmour } from './armour.ts'
import { integerOf, TAG, wholeSequence } from './der.ts'
import { integer, sequence, written } from './der-write.ts'
import { openPem } from './open-pem.ts'
import { readRsaKey, writePkcs8 } from './rsa.ts'
import { keyFromPassword } from './traditional.ts'

const PASSWORD = 'rollout'
const { privateKey } = rsaKeys(1024)
const pkcs8 = pkcs8Of(privateKey)
const pkcs1 = new Uint8Array(privateKey.export({ type: 'pkcs1', format: 'der' }))
// Formats whose derivation is quick: the same code reads the others.
const pems = formats(privateKey, PASSWORD).filter(([name]) => !/sha(1|384|512)|scrypt/.test(name))

async function outcome(pem: string, password = PASSWORD): Promise<string> {
  try {
    return Buffer.from(await openPem(pem, password)).equals(pkcs8) ? 'the key' : 'another key'
  } catch (error) {
    return error instanceof Error && error.name === 'PluginError' ? 'refused' : `broke down: ${error}`
  }
}
const sound = expect.stringMatching(/^(the key|refused)$/)

describe('a key with a changed number is refused', () => {
  const names = ['version', 'n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qinv']
  test.each(names)('%s', (name) => {
    const numbers = wholeSequence(pkcs1).map(integerOf)
    for (const change of [1n, 2n, -2n, 1n << 64n]) {
      const changed = numbers.map((number, index) =>
        names[index] === name ? (number + change < 0n ? 7n : number + change) : number,
      )
      expect(() => readRsaKey(sequence(...changed.map(integer)))).toThrow()
    }
  })

  test('none changed is not', () => {
    expect(Buffer.from(writePkcs8(readRsaKey(pkcs1))).equals(pkcs8)).toBe(true)
  })

  test('more or fewer numbers are', () => {
    const numbers = wholeSequence(pkcs1).map(({ tag, content }) => written(tag, content))
    expect(() => readRsaKey(sequence(...numbers, integer(0n)))).toThrow(RangeError)
    expect(() => readRsaKey(sequence(...numbers.slice(0, -1)))).toThrow(RangeError)
    expect(() => readRsaKey(sequence(integer(1n), ...numbers.slice(1), written(TAG.sequence)))).toThrow('two primes')
  })
})

describe.each(pems)('%s', (_name, pem) => {
  const { label, body } = readArmour(pem)
  const headers = pem.split('\n').filter((line) => /^[A-Za-z-]+:/.test(line))

  test('with bytes changed', async () => {
    const change = fc.tuple(fc.nat({ max: body.length - 1 }), fc.integer({ min: 1, max: 255 }))
    const property = fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const changed = Uint8Array.from(body)
      for (const [index, bits] of changes) changed[index] = (changed[index] ?? 0) ^ bits
      expect(await outcome(armoured(label, changed, headers))).toEqual(sound)
    })
    await fc.assert(property, { numRuns: 150 })
  })

  test('with text changed, cut or doubled', async () => {
    const property = fc.asyncProperty(
      fc.nat({ max: pem.length }),
      fc.nat({ max: 40 }),
      fc.string({ unit: 'binary', maxLength: 8 }),
      async (start, length, put) => {
        expect(await outcome(pem.slice(0, start) + put + pem.slice(start + length))).toEqual(sound)
        expect(await outcome(pem.slice(0, start + length) + pem.slice(start))).toEqual(sound)
      },
    )
    await fc.assert(property, { numRuns: 75 })
  }, 30_000)
})

test('a plaintext changed before it was encrypted is refused too: the traditional format has no checksum', async () => {
  const vector = fromHex('00112233445566778899aabbccddeeff')
  const key = keyFromPassword(Buffer.from(PASSWORD), vector.subarray(0, 8), 32)
  const headers = ['Proc-Type: 4,ENCRYPTED', `DEK-Info: AES-256-CBC,${Buffer.from(vector).toString('hex')}`]
  const sealed = (plain: Uint8Array) => {
    const cipher = createCipheriv('aes-256-cbc', key, vector)
    return armoured('RSA PRIVATE KEY', Buffer.concat([cipher.update(plain), cipher.final()]), headers)
  }
  expect(await outcome(sealed(pkcs1))).toBe('the key')
  for (let index = 0; index < pkcs1.length; index += 1) {
    const changed = Uint8Array.from(pkcs1)
    changed[index] = (changed[index] ?? 0) ^ (1 << (index % 8))
    expect([index, await outcome(sealed(changed))]).toEqual([index, 'refused'])
  }
})

test('any text at all is refused', async () => {
  const label = fc.constantFrom('RSA PRIVATE KEY', 'PRIVATE KEY', 'ENCRYPTED PRIVATE KEY')
  const property = fc.asyncProperty(
    label,
    fc.uint8Array({ maxLength: 200 }),
    fc.string(),
    async (name, bytes, text) => {
      expect(await outcome(armoured(name, bytes, [text]), text)).toBe('refused')
      expect(await outcome(text, text)).toBe('refused')
    },
  )
  await fc.assert(property, { numRuns: 300 })
})
