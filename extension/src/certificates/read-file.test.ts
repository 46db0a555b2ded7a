/** Certificates as OpenSSL and NSS write them, in every form that is read. */
import { afterAll, describe, expect, test } from 'vitest'
import { belongsTo } from './chain.ts'
import { CLIENT, makeAuthority, makeForeignRequest, openWorkshop } from './openssl-fixture.ts'
import { toPem } from './pem.ts'
import { MAX_BYTES, readCertificates } from './read-file.ts'
import { makeRequest, publicKeyOfRequest } from './request.ts'

const shop = openWorkshop()
afterAll(() => shop.remove())
const root = makeAuthority(shop, 'Root Authority')
const middle = root.makeBelow('Middle Authority')
const own = await makeRequest({ name: 'Joe Smith', organisation: 'Northwind', email: 'joe@example.com' }, 'p-256')
const issued = middle.issue(own.request, { extensions: [...CLIENT, 'subjectAltName=email:joe@example.com'] })
const chain = [issued, middle.certificate, root.certificate]
shop.put('leaf.pem', issued)
shop.put('chain.pem', [root.certificate, middle.certificate].join(''))
const NAMES = ['Joe Smith', 'Middle Authority', 'Root Authority']

const encoded = (text: string) => new TextEncoder().encode(text)
const namesIn = async (bytes: Uint8Array<ArrayBuffer>, password?: string) =>
  (await readCertificates(bytes, password)).certificates.map(({ subject }) => subject.name)
const failure = (code: string) => expect.objectContaining({ name: 'CertificateError', code })

describe('what a certificate says', () => {
  test('is what OpenSSL says', async () => {
    const { certificates } = await readCertificates(encoded(issued))
    const [facts] = certificates
    expect(certificates).toHaveLength(1)
    expect(facts).toMatchObject({
      subject: { name: 'Joe Smith', organisation: 'Northwind', text: 'CN=Joe Smith, O=Northwind' },
      issuer: { name: 'Middle Authority' },
      emails: ['joe@example.com'],
      clientAuthentication: 'yes',
      isAuthority: false,
      key: 'P-256',
      pem: issued,
    })
    const printed = shop.run(
      'openssl',
      'x509',
      '-in',
      'leaf.pem',
      '-noout',
      '-serial',
      '-fingerprint',
      '-sha256',
      '-enddate',
      '-startdate',
      '-dateopt',
      'iso_8601',
    )
    expect(printed).toContain(`serial=${facts?.serial.replaceAll(':', '').toUpperCase()}`)
    expect(printed).toContain(facts?.fingerprint.toUpperCase())
    const day = (milliseconds = 0) => new Date(milliseconds).toISOString().replace('T', ' ').replace('.000', '')
    expect(printed).toContain(`notAfter=${day(facts?.ends)}`)
    expect(printed).toContain(`notBefore=${day(facts?.starts)}`)
  })

  test.each([
    [['keyUsage=digitalSignature', 'extendedKeyUsage=clientAuth,emailProtection'], 'yes'],
    [['extendedKeyUsage=anyExtendedKeyUsage'], 'yes'],
    [['extendedKeyUsage=serverAuth'], 'no'],
    [['keyUsage=keyEncipherment', 'extendedKeyUsage=clientAuth'], 'no'],
    [['basicConstraints=CA:FALSE'], 'unrestricted'],
  ])('with %j, client authentication: %s', async (extensions, expected) => {
    const { certificates } = await readCertificates(encoded(root.issue(own.request, { extensions })))
    expect(certificates[0]?.clientAuthentication).toBe(expected)
  })

  test.each([
    ['RSA 2048', ['rsa:2048']],
    ['P-384', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384']],
    ['Ed25519', ['ed25519']],
  ])('of a key of %s', async (expected, key) => {
    const pem = root.issue(makeForeignRequest(shop, 'Somebody', key))
    expect((await readCertificates(encoded(pem))).certificates[0]?.key).toBe(expected)
  })

  test('it belongs to the request that it was issued for, and to no other', async () => {
    const [facts] = (await readCertificates(encoded(issued))).certificates
    const other = await makeRequest({ name: 'Joe Smith', organisation: 'Northwind' }, 'p-256')
    expect(facts && belongsTo(facts, publicKeyOfRequest(own.request))).toBe(true)
    expect(facts && belongsTo(facts, publicKeyOfRequest(other.request))).toBe(false)
  })
})

describe('forms', () => {
  const pkcs7 = (...options: readonly string[]) => {
    shop.run(
      'openssl',
      'crl2pkcs7',
      '-nocrl',
      '-certfile',
      'leaf.pem',
      '-certfile',
      'chain.pem',
      '-out',
      'out.p7b',
      ...options,
    )
    return shop.read('out.p7b')
  }
  const der = (name: string) => {
    shop.run('openssl', 'x509', '-in', name, '-outform', 'DER', '-out', 'out.der')
    return shop.read('out.der')
  }

  test.each([
    ['PEM', () => encoded(issued), ['Joe Smith']],
    [
      'PEM with a chain in any order, and words between',
      () => encoded(`Root\n${root.certificate}\nfrom mail: ${middle.certificate}\r\n${issued}`),
      NAMES,
    ],
    ['PEM that was indented', () => encoded(issued.replaceAll('\n', '\r\n   ')), ['Joe Smith']],
    ['PEM, twice the same', () => encoded(issued + issued), ['Joe Smith']],
    ['DER', () => der('leaf.pem'), ['Joe Smith']],
    ['DER with a line break behind', () => Uint8Array.of(...der('leaf.pem'), 10), ['Joe Smith']],
    ['base64 without armour', () => encoded(issued.replace(/-----.*-----/g, '')), ['Joe Smith']],
    ['PKCS#7, DER', () => pkcs7('-outform', 'DER'), NAMES],
    ['PKCS#7, PEM', () => pkcs7(), NAMES],
  ])('%s', async (_form, bytes, expected) => {
    expect(await namesIn(bytes())).toEqual(expected)
  })

  test('certificates come out of every form as they were signed', async () => {
    const read = await readCertificates(pkcs7('-outform', 'DER'))
    expect(read.certificates.map(({ pem }) => pem)).toEqual(chain)
    const [, second] = read.certificates
    const upward = second === undefined ? [] : await read.chain(second)
    expect(upward.map(({ subject }) => subject.name)).toEqual(NAMES.slice(1))
  })
})

// 99,999 and 8,388,607, as DER has them.
const ROUNDS = Buffer.from('020301869f', 'hex')
// OpenSSL 3.0 leaves certificates open where it makes no checksum, unless told.
const UNCHECKED = ['-nomac', '-certpbe', 'AES-256-CBC']
const MORE_ROUNDS = Buffer.from('02037fffff', 'hex')

describe('PKCS#12', { timeout: 30_000 }, () => {
  shop.put('own.der', own.privateKey)
  shop.run('openssl', 'pkey', '-inform', 'DER', '-in', 'own.der', '-out', 'own.pem')
  const file = (password: string, ...options: readonly string[]) => {
    shop.run(
      'openssl',
      'pkcs12',
      '-export',
      '-in',
      'leaf.pem',
      '-inkey',
      'own.pem',
      '-certfile',
      'chain.pem',
      '-passout',
      `pass:${password}`,
      '-out',
      'out.p12',
      ...options,
    )
    return shop.read('out.p12')
  }

  test.each([
    ['as OpenSSL writes it today', []],
    ['as older programs do: RC2 with 40 bits and triple DES', ['-legacy']],
    ['triple DES', ['-legacy', '-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES']],
    ['triple DES with two keys', ['-legacy', '-certpbe', 'PBE-SHA1-2DES']],
    ['RC2 with 128 bits', ['-legacy', '-certpbe', 'PBE-SHA1-RC2-128']],
    ['AES-128 and SHA-512', ['-certpbe', 'aes-128-cbc', '-macalg', 'sha512']],
    ['certificates in the open', ['-certpbe', 'NONE']],
    ['without a checksum', UNCHECKED],
  ])('%s', async (_form, options) => {
    const bytes = file('päss wörd', ...options)
    expect(await namesIn(bytes, 'päss wörd')).toEqual(NAMES)
  })

  test('asks for the password, and says where it is wrong', async () => {
    for (const options of [[], ['-legacy'], UNCHECKED]) {
      const bytes = file('a password', ...options)
      const withoutPassword = options === UNCHECKED ? 'wrong-password' : 'password-needed'
      await expect(readCertificates(bytes)).rejects.toEqual(failure(withoutPassword))
      await expect(readCertificates(bytes, 'another')).rejects.toEqual(failure('wrong-password'))
    }
  })

  test('opens without a password where it has none', async () => {
    expect(await namesIn(file(''))).toEqual(NAMES)
  })

  test.each([
    ['of the encryption', UNCHECKED],
    ['of the older encryption', ['-nomac', '-legacy', '-certpbe', 'PBE-SHA1-RC2-40']],
    ['of triple DES', ['-nomac', '-legacy', '-certpbe', 'PBE-SHA1-3DES']],
    ['of the checksum', []],
  ])('what asks for minutes of work, by the rounds %s, is refused at once', async (_where, options) => {
    const bytes = Buffer.from(file('x', '-iter', '99999', ...options))
    for (let at = bytes.indexOf(ROUNDS); at !== -1; at = bytes.indexOf(ROUNDS)) MORE_ROUNDS.copy(bytes, at)
    await expect(readCertificates(new Uint8Array(bytes), 'x')).rejects.toEqual(failure('too-costly'))
  })

  test('an encryption that is not read is named', async () => {
    await expect(readCertificates(file('x', '-legacy', '-certpbe', 'PBE-SHA1-RC4-128'), 'x')).rejects.toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining('RC4'),
    })
  })
})

describe('what is no certificate', () => {
  test.each([
    ['nothing', new Uint8Array(), 'no-certificate'],
    ['some text', encoded('Dear Joe, here is your certificate.'), 'no-certificate'],
    ['a request', encoded(own.request), 'request-only'],
    ['a private key', encoded(toPem('PRIVATE KEY', own.privateKey)), 'key-only'],
    ['a PEM that breaks off', encoded(issued.slice(0, 300)), 'damaged'],
    ['a PEM whose middle is missing', encoded(issued.slice(0, 200) + issued.slice(400)), 'damaged'],
    ['too much', new Uint8Array(MAX_BYTES + 1), 'too-large'],
    ['values in values in values', encoded(toPem('CERTIFICATE', new Uint8Array(60_000).fill(0x30))), 'damaged'],
  ])('%s', async (_name, bytes, code) => {
    await expect(readCertificates(bytes)).rejects.toEqual(failure(code))
  })

  test('more certificates than anybody has in one file', async () => {
    await expect(readCertificates(encoded(issued.repeat(51)))).rejects.toEqual(failure('too-large'))
  })
})
