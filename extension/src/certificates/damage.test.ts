/** Hostile and damaged files: read, or refused with the one error; nothing else is thrown, and none of it takes long. */
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { isCertificateError } from './error.ts'
import { CLIENT, makeAuthority, openWorkshop } from './openssl-fixture.ts'
import { toPem } from './pem.ts'
import { wrap } from './pkcs12-write.ts'
import { readCertificates } from './read-file.ts'
import { makeRequest, publicKeyOfRequest } from './request.ts'

const shop = openWorkshop()
afterAll(() => shop.remove())
const PASSWORD = 'a password'
const root = makeAuthority(shop, 'Root Authority')
const { request, privateKey } = await makeRequest({ name: 'Joe Smith', email: 'joe@example.com' }, 'p-256')
const pem = root.issue(request, { extensions: [...CLIENT, 'subjectAltName=email:joe@example.com'] })
shop.put('leaf.pem', pem)
shop.put('own.der', privateKey)
shop.run('openssl', 'pkey', '-inform', 'DER', '-in', 'own.der', '-out', 'own.pem')

function made(
  name: string,
  command: string,
  ...options: readonly string[]
): readonly [string, Uint8Array<ArrayBuffer>] {
  shop.run('openssl', command, ...options, '-out', 'made')
  return [name, shop.read('made')]
}
const exported = ['-export', '-in', 'leaf.pem', '-inkey', 'own.pem', '-passout', `pass:${PASSWORD}`, '-iter', '2']
const files = [
  ['PEM', new TextEncoder().encode(pem)] as const,
  made('DER', 'x509', '-in', 'leaf.pem', '-outform', 'DER'),
  made('PKCS#7', 'crl2pkcs7', '-nocrl', '-certfile', 'leaf.pem', '-outform', 'DER'),
  made('PKCS#12', 'pkcs12', ...exported),
  made('PKCS#12 of older programs', 'pkcs12', ...exported, '-legacy'),
  made('PKCS#12 without a checksum', 'pkcs12', ...exported, '-nomac', '-certpbe', 'AES-256-CBC'),
]

async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    const { certificates, chain } = await readCertificates(Uint8Array.from(bytes), PASSWORD)
    for (const one of certificates) await chain(one)
    return certificates.length > 0 ? 'read' : 'read nothing'
  } catch (error) {
    return isCertificateError(error) ? 'refused' : `broke down: ${error}`
  }
}
const sound = expect.stringMatching(/^(read|refused)$/)

describe.each(files)('%s', (_name, bytes) => {
  test('is read while it is sound', async () => {
    expect(await outcome(bytes)).toBe('read')
  })

  test('with bytes changed', async () => {
    const change = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }))
    const property = fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      const changed = Uint8Array.from(bytes)
      for (const [index, bits] of changes) changed[index] = (changed[index] ?? 0) ^ bits
      expect(await outcome(changed)).toEqual(sound)
    })
    await fc.assert(property, { numRuns: 150 })
  }, 120_000)

  test('cut, or with bytes put in', async () => {
    const property = fc.asyncProperty(
      fc.nat({ max: bytes.length }),
      fc.nat({ max: 40 }),
      fc.uint8Array({ maxLength: 8 }),
      async (start, length, put) => {
        const [before, after] = [bytes.subarray(0, start), bytes.subarray(start + length)]
        expect(await outcome(Uint8Array.from([...before, ...put, ...after]))).toEqual(sound)
        expect(await outcome(before)).toEqual(sound)
      },
    )
    await fc.assert(property, { numRuns: 75 })
  }, 120_000)
})

test('any bytes at all are refused', async () => {
  const label = fc.constantFrom('CERTIFICATE', 'PKCS7', 'CERTIFICATE REQUEST', 'PRIVATE KEY')
  const property = fc.asyncProperty(label, fc.uint8Array({ maxLength: 300 }), async (name, bytes) => {
    expect(await outcome(bytes)).toBe('refused')
    expect(await outcome(Uint8Array.from([0x30, ...bytes]))).toBe('refused')
    expect(await outcome(new TextEncoder().encode(toPem(name, bytes)))).toBe('refused')
    expect(() => publicKeyOfRequest(toPem(name, bytes))).toThrow(expect.objectContaining({ code: 'damaged' }))
  })
  await fc.assert(property, { numRuns: 300 })
})

test('a request says any name that it accepts, and is refused with the field otherwise', async () => {
  const property = fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (name, organisation) => {
    try {
      const made = await makeRequest({ name, organisation }, 'p-256')
      const { certificates } = await readCertificates(new TextEncoder().encode(root.issue(made.request)))
      const shown = (text: string) => text.trim().replace(/\s+/g, ' ')
      expect(certificates[0]?.subject.name).toBe(shown(name))
    } catch (error) {
      if (!isCertificateError(error, 'invalid')) throw error
      expect(['name', 'organisation']).toContain(error.field)
    }
  })
  await fc.assert(property, { numRuns: 40 })
}, 120_000)

test('any password opens what it closed', async () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).filter((password) => password.isWellFormed())
  const property = fc.asyncProperty(text, async (password) => {
    const bytes = await wrap({ privateKey, certificates: pem, label: password, password, protection: 'triple-des' })
    expect((await readCertificates(bytes, password)).certificates).toHaveLength(1)
    await expect(readCertificates(bytes, `${password}.`)).rejects.toMatchObject({ code: 'wrong-password' })
  })
  await fc.assert(property, { numRuns: 4 })
}, 120_000)
