/** Requests as OpenSSL reads them. */
import { afterAll, describe, expect, test } from 'vitest'
import { KEY_KINDS, publicKeyOf } from './key-pair.ts'
import { openWorkshop } from './openssl-fixture.ts'
import { pemBlocks } from './pem.ts'
import { makeRequest, publicKeyOfRequest } from './request.ts'

const shop = openWorkshop()
afterAll(() => shop.remove())

describe.each(KEY_KINDS)('a request with a key of %s', (kind) => {
  test('verifies, and says what was given', async () => {
    const { request } = await makeRequest(
      { name: 'Zoë Ann O’Brïen', organisation: 'Northwind & Söhne', email: 'zoe@example.com' },
      kind,
    )
    shop.put('own.csr', request)
    const text = shop.run(
      'openssl',
      'req',
      '-in',
      'own.csr',
      '-verify',
      '-noout',
      '-text',
      '-nameopt',
      'utf8,sep_comma_plus',
      '-utf8',
    )
    expect(text).toContain('verify OK')
    expect(text).toContain('Subject: O=Northwind & Söhne,CN=Zoë Ann O’Brïen')
    expect(text).toContain(kind === 'p-256' ? 'NIST CURVE: P-256' : 'Public-Key: (3072 bit)')
    expect(text).toContain('TLS Web Client Authentication')
    expect(text).toContain('Digital Signature')
    expect(text).toContain('email:zoe@example.com')
  })

  test('comes with the private key that signed it, which OpenSSL reads', async () => {
    const { request, privateKey } = await makeRequest({ name: 'Joe Smith' }, kind)
    shop.put('own.csr', request)
    shop.put('own.key', privateKey)
    const ofRequest = shop.run('openssl', 'req', '-in', 'own.csr', '-noout', '-pubkey')
    expect(shop.run('openssl', 'pkey', '-in', 'own.key', '-inform', 'DER', '-pubout')).toBe(ofRequest)
    const expected = pemBlocks(ofRequest)[0]?.bytes
    expect(publicKeyOfRequest(request)).toEqual(expected)
    expect(await publicKeyOf(privateKey)).toEqual(expected)
    expect(shop.run('openssl', 'req', '-in', 'own.csr', '-noout', '-subject')).toContain('subject=CN = Joe Smith')
    expect(shop.run('openssl', 'req', '-in', 'own.csr', '-noout', '-text')).not.toContain('email:')
  })
})

test.each([
  [{ name: '  ' }, 'name'],
  [{ name: 'J'.repeat(65) }, 'name'],
  [{ name: 'Joe\u202eSmith' }, 'name'],
  [{ name: 'Joe', organisation: 'one\ntwo' }, 'organisation'],
  [{ name: 'Joe', email: 'joe' }, 'email'],
  [{ name: 'Joe', email: 'zoë@example.com' }, 'email'],
] as const)('%o is refused with the field at fault', async (applicant, field) => {
  await expect(makeRequest(applicant, 'p-256')).rejects.toMatchObject({
    name: 'CertificateError',
    code: 'invalid',
    field,
  })
})

test('two requests never share a key', async () => {
  const [one, other] = await Promise.all([makeRequest({ name: 'Joe' }, 'p-256'), makeRequest({ name: 'Joe' }, 'p-256')])
  expect(publicKeyOfRequest(one.request)).not.toEqual(publicKeyOfRequest(other.request))
})

test('what is no request has no key', () => {
  expect(() => publicKeyOfRequest('hello')).toThrow(
    expect.objectContaining({ name: 'CertificateError', code: 'damaged' }),
  )
})
