/** PKCS#12 files of ours, as OpenSSL and NSS open them. */
import { spawnSync } from 'node:child_process'
import { afterAll, describe, expect, test } from 'vitest'
import { KEY_KINDS } from './key-pair.ts'
import { makeAuthority, openWorkshop } from './openssl-fixture.ts'
import { wrap } from './pkcs12-write.ts'
import { PROTECTIONS } from './protection.ts'
import { readCertificates } from './read-file.ts'
import { makeRequest } from './request.ts'

const shop = openWorkshop()
afterAll(() => shop.remove())
const root = makeAuthority(shop, 'Root Authority')
const middle = root.makeBelow('Middle Authority')
shop.put('root.pem', root.certificate)
shop.put('middle.pem', middle.certificate)
const hasNss = spawnSync('pk12util', ['-v']).error === undefined
const PASSWORD = 'vier Wörter, die nicht passen'

const cases = KEY_KINDS.flatMap((kind) => PROTECTIONS.map((protection) => [kind, protection] as const))

describe.each(cases)('a %s key, protected by %s', { timeout: 30_000 }, async (kind, protection) => {
  const { request, privateKey } = await makeRequest({ name: 'Joe Smith', organisation: 'Northwind' }, kind)
  const certificates = [middle.issue(request), middle.certificate, root.certificate].join('')
  const label = 'Joe Smith (Köln)'
  const bytes = await wrap({ privateKey, certificates, label, password: PASSWORD, protection })
  const name = `${kind}-${protection}.p12`
  shop.put(name, bytes)
  shop.put(`${kind}-${protection}.der`, privateKey)
  const legacy = protection === 'triple-des' ? ['-legacy'] : []
  const opened = (...options: readonly string[]) =>
    shop.run('openssl', 'pkcs12', '-in', name, '-passin', `pass:${PASSWORD}`, ...legacy, ...options)

  test('is what it says, by OpenSSL', () => {
    const info = opened('-info', '-noout')
    if (protection === 'aes-256') {
      expect(info).toMatch(/MAC: sha256, Iteration 100000/)
      expect(info.match(/PBES2, PBKDF2, AES-256-CBC, Iteration 600000, PRF hmacWithSHA256/g)).toHaveLength(2)
    } else {
      expect(info).toMatch(/MAC: sha1, Iteration 10000/)
      expect(info.match(/pbeWithSHA1And3-KeyTripleDES-CBC/g)).toHaveLength(2)
    }
  })

  test('gives OpenSSL the key, its certificate and the chain, which verifies', () => {
    shop.put('out.key', opened('-nocerts', '-noenc').replace(/^[\s\S]*?(?=-----BEGIN)/, ''))
    const publicKey = shop.run('openssl', 'pkey', '-in', 'out.key', '-pubout')
    expect(publicKey).toBe(shop.run('openssl', 'pkey', '-inform', 'DER', '-in', `${kind}-${protection}.der`, '-pubout'))
    const own = opened('-clcerts', '-nokeys')
    shop.put('out.pem', own)
    expect(shop.run('openssl', 'x509', '-in', 'out.pem', '-noout', '-pubkey')).toBe(publicKey)
    expect(
      shop.run(
        'openssl',
        'verify',
        '-CAfile',
        'root.pem',
        '-untrusted',
        'middle.pem',
        '-purpose',
        'sslclient',
        'out.pem',
      ),
    ).toContain('OK')
    expect(opened('-cacerts', '-nokeys').match(/BEGIN CERTIFICATE/g)).toHaveLength(2)
    expect(own).toContain('friendlyName: Joe Smith (K')
  })

  test('is imported by NSS into a fresh database, with its key', () => {
    expect(hasNss, 'pk12util is missing: install libnss3-tools, or run test/browsers/install.ts').toBe(true)
    const database = shop.put(`${name}.nss`, '').replace(/$/, '.d')
    shop.run('mkdir', database)
    shop.put('password', PASSWORD)
    shop.run('certutil', '-N', '-d', `sql:${database}`, '--empty-password')
    shop.run('pk12util', '-i', name, '-d', `sql:${database}`, '-w', 'password')
    expect(shop.run('certutil', '-L', '-d', `sql:${database}`)).toMatch(/Joe Smith \(Köln\)\s+u,u,u/)
    expect(shop.run('certutil', '-K', '-d', `sql:${database}`)).toContain('Joe Smith')
  })

  test('opens with another password nowhere', async () => {
    await expect(readCertificates(bytes, 'another')).rejects.toMatchObject({ code: 'wrong-password' })
    expect(() => shop.run('openssl', 'pkcs12', '-in', name, '-passin', 'pass:another', ...legacy, '-noout')).toThrow(
      'password',
    )
  })

  test('is read by ourselves', async () => {
    const read = await readCertificates(bytes, PASSWORD)
    expect(read.certificates.map(({ subject }) => subject.name)).toEqual([
      'Joe Smith',
      'Middle Authority',
      'Root Authority',
    ])
  })

  test('holds neither the key nor a certificate in the open', () => {
    const text = Buffer.from(bytes).toString('latin1')
    expect(text).not.toContain(Buffer.from(privateKey).subarray(60, 90).toString('latin1'))
    expect(text).not.toContain('Middle Authority')
  })
})

test('a certificate for another key is not wrapped', async () => {
  const [one, other] = await Promise.all([makeRequest({ name: 'Joe' }, 'p-256'), makeRequest({ name: 'Joe' }, 'p-256')])
  const wrapping = wrap({
    privateKey: one.privateKey,
    certificates: root.issue(other.request),
    label: 'Joe',
    password: PASSWORD,
    protection: 'aes-256',
  })
  await expect(wrapping).rejects.toMatchObject({ name: 'CertificateError', code: 'other-key' })
})
