/** Keys in every format are opened as OpenSSL opens them, however their text was copied; faults have one name each. @module */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { armoured, envelope, formats, pbes2, pbkdf2, pkcs8Of, rsaKeys, schemes, scrypt } from '../../test/keys.ts'
import { TAG } from './der.ts'
import { identifier, integer, none, sequence, written } from './der-write.ts'
import { openPem } from './open-pem.ts'
import { unreadAlgorithmOf } from './pem-errors.ts'

const PASSWORD = 'a rollout key, made up'
const { privateKey } = rsaKeys()
const pkcs8 = pkcs8Of(privateKey)
const pems = formats(privateKey, PASSWORD)
const traditional = pems[2]?.[1] ?? ''
const isPlain = (name: string) => name.includes('plain')
const failure = (pem: string, password = PASSWORD) => openPem(pem, password).catch((error) => error)

describe('every format', () => {
  test.each(pems)('%s is opened, and is the key that went in', async (_name, pem) => {
    expect(Buffer.from(await openPem(pem, PASSWORD)).equals(pkcs8)).toBe(true)
  })

  // Node's OpenSSL no longer reads DES; all others it must read as we do, or the test's own writer is at fault.
  test.each(pems.filter(([name]) => name !== 'traditional, des-cbc'))('%s is one that OpenSSL reads', (_name, pem) => {
    expect(createPrivateKey({ key: pem, passphrase: PASSWORD }).equals(privateKey)).toBe(true)
  })

  test.each(pems.filter(([name]) => !isPlain(name)))('%s does not open with another password', async (_name, pem) => {
    const error = await failure(pem, 'another')
    expect(error).toMatchObject({ name: 'PluginError', code: 'invalid', message: expect.stringContaining('password') })
    expect(error).toEqual(await failure(pem.slice(0, pem.indexOf('-----END'))))
  })

  test.each([1024, 3072, 4096])('a key of %i bits', async (bits) => {
    const { privateKey: key } = rsaKeys(bits)
    const pem = String(key.export({ type: 'pkcs1', format: 'pem', cipher: 'aes-256-cbc', passphrase: PASSWORD }))
    expect(Buffer.from(await openPem(pem, PASSWORD)).equals(pkcs8Of(key))).toBe(true)
  })
})

describe('tolerance', () => {
  test.each<[string, (pem: string) => string]>([
    ['CRLF', (pem) => pem.replaceAll('\n', '\r\n')],
    ['CR', (pem) => pem.replaceAll('\n', '\r')],
    ['a literal \\n', (pem) => pem.replaceAll('\n', '\\n')],
    ['a literal \\r\\n', (pem) => pem.replaceAll('\n', '\\r\\n')],
    ['no blank line after the headers', (pem) => pem.replace('\n\n', '\n')],
    ['text before and after the armour', (pem) => `Bag Attributes\n  friendlyName: x\n${pem}\nand more`],
    ['a cipher name in lower case', (pem) => pem.replace('AES-256-CBC', 'aes-256-cbc')],
    ['digits of the vector in lower case', (pem) => pem.replace(/,[0-9A-F]+\n/, (digits) => digits.toLowerCase())],
    ['lines indented', (pem) => pem.replaceAll('\n', '\n    ')],
    ['headers named in lower case', (pem) => pem.replace('Proc-Type', 'proc-type').replace('DEK-Info', 'dek-info')],
    ['no Proc-Type', (pem) => pem.replace('Proc-Type: 4,ENCRYPTED\n', '')],
    ['base64 in one line', (pem) => pem.replace(/([A-Za-z0-9+/=]{64})\n/g, '$1')],
  ])('%s', async (_name, copied) => {
    expect(copied(traditional)).not.toBe(traditional)
    expect(Buffer.from(await openPem(copied(traditional), PASSWORD)).equals(pkcs8)).toBe(true)
  })

  test.each(['päßwörd', 'пароль', '密碼🔑', 'x'.repeat(200)])('the password %j', async (password) => {
    for (const [name, pem] of formats(privateKey, password)) {
      expect([name, Buffer.from(await openPem(pem, password)).equals(pkcs8)]).toEqual([name, true])
    }
  })

  test('a password that was taken as Latin-1', async () => {
    const pem = pbes2(pkcs8, Buffer.from('päßwörd', 'latin1'), schemes.aes256, pbkdf2('sha256'))
    expect(Buffer.from(await openPem(pem, 'päßwörd')).equals(pkcs8)).toBe(true)
  })
})

describe('what is not read has its name', () => {
  const unreadScheme = (id: string) =>
    armoured('ENCRYPTED PRIVATE KEY', envelope(id, new Uint8Array(16), pbkdf2('sha256').parameters, new Uint8Array(32)))
  const unreadDerivation = (derivation: Uint8Array) =>
    armoured(
      'ENCRYPTED PRIVATE KEY',
      envelope(schemes.aes256.identifier, new Uint8Array(16), derivation, new Uint8Array(32)),
    )
  const unreadPbe = (id: string) =>
    armoured('ENCRYPTED PRIVATE KEY', sequence(sequence(identifier(id), none), written(TAG.octets, new Uint8Array(8))))
  const sha3 = sequence(
    identifier('1.2.840.113549.1.5.12'),
    sequence(
      written(TAG.octets, new Uint8Array(8)),
      integer(1n),
      sequence(identifier('2.16.840.1.101.3.4.2.14'), none),
    ),
  )
  const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const pss = generateKeyPairSync('rsa-pss', { modulusLength: 1024 }).privateKey
  const node = { type: 'pkcs8', format: 'pem' } as const
  test.each<[string, string]>([
    ['CAMELLIA-256-CBC', traditional.replace('AES-256-CBC', 'CAMELLIA-256-CBC')],
    ['AES-256-GCM', unreadScheme('2.16.840.1.101.3.4.1.46')],
    ['1.2.3.4', unreadScheme('1.2.3.4')],
    ['hmacWithSHA3-256', unreadDerivation(sha3)],
    ['1.2.3.5', unreadDerivation(sequence(identifier('1.2.3.5'), none))],
    ['pbeWithMD5AndDES-CBC', unreadPbe('1.2.840.113549.1.5.3')],
    ['OPENSSH PRIVATE KEY', armoured('OPENSSH PRIVATE KEY', new Uint8Array(8))],
    ['EC', String(elliptic.export(node))],
    ['EC', String(elliptic.export({ ...node, cipher: 'aes-256-cbc', passphrase: PASSWORD }))],
    ['EC PRIVATE KEY', String(elliptic.export({ type: 'sec1', format: 'pem' }))],
    ['RSASSA-PSS', String(pss.export(node))],
  ])('%s', async (name, pem) => {
    const error = await failure(pem)
    expect(error).toMatchObject({ name: 'PluginError', code: 'unsupported' })
    expect([unreadAlgorithmOf(error), error.message]).toEqual([name, expect.stringContaining(name)])
  })

  test('the vendor’s own abbreviated vector is a bad one', async () => {
    const example =
      '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,309AA16\n-----END RSA PRIVATE KEY-----\n'
    expect(await failure(example)).toMatchObject({ code: 'bad-answer', message: expect.stringContaining('32 hex') })
  })

  test.each<[string, string]>([
    ['nothing', ''],
    ['other text', 'sorry'],
    ['base64 alone', Buffer.from(pkcs8).toString('base64')],
  ])('%s is no PEM', async (_name, text) => {
    expect(await failure(text)).toMatchObject({ code: 'bad-answer', message: expect.stringContaining('PEM') })
  })
})

describe('limits', () => {
  const withDerivation = ({ parameters }: { readonly parameters: Uint8Array }) =>
    armoured(
      'ENCRYPTED PRIVATE KEY',
      envelope(schemes.aes256.identifier, new Uint8Array(16), parameters, new Uint8Array(32)),
    )
  test.each<[string, string]>([
    ['iterations of PBKDF2', withDerivation(pbkdf2('sha256', 100_000_000))],
    ['a count beyond all numbers', withDerivation(pbkdf2('sha256', 2 ** 53))],
    ['memory of scrypt', withDerivation(scrypt(2 ** 24, 8, 1))],
    ['passes of scrypt', withDerivation(scrypt(2, 8, 1000))],
    ['the length of the text', traditional + ' '.repeat(100_000)],
    ['a tiny modulus', String(rsaKeys(512).privateKey.export({ type: 'pkcs8', format: 'pem' }))],
  ])('%s', async (_name, pem) => {
    expect(await failure(pem)).toMatchObject({ name: 'PluginError', code: 'unsafe' })
  })
})
