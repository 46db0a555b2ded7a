import { execFileSync } from 'node:child_process'
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Password, sealKey } from './pem.ts'
import { DAMAGES, DRESSES } from './pem-dress.ts'
import { KEY_FORMATS, type KeyFormat, UNKNOWN_FORMAT } from './pem-formats.ts'

const password: Password = { text: 'rollout-key', encoding: 'utf8' }
const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const longKey = generateKeyPairSync('rsa', { modulusLength: 4096 }).privateKey
const READ_WITH_OLD_CIPHERS = `
  const pem = require('node:fs').readFileSync(0, 'utf8')
  const key = require('node:crypto').createPrivateKey({ key: pem, passphrase: process.argv[1] })
  process.stdout.write(key.export({ type: 'pkcs8', format: 'pem' }))`

/** OpenSSL reads DES only where its old ciphers are switched on, which takes a process of its own. */
function open(pem: string, passphrase: Buffer | string): KeyObject {
  if (!pem.includes('DEK-Info: DES-CBC')) return createPrivateKey({ key: pem, passphrase })
  const flags = ['--openssl-legacy-provider', '-e', READ_WITH_OLD_CIPHERS, String(passphrase)]
  return createPrivateKey(execFileSync(process.execPath, flags, { input: pem, encoding: 'utf8', stdio: 'pipe' }))
}

/** Every number of the key: `equals` would compare the public ones alone. */
function writtenOut(each: KeyObject): string {
  return each.export({ type: 'pkcs1', format: 'der' }).toString('hex')
}

function opensUnchanged(pem: string): boolean {
  try {
    return writtenOut(open(pem, password.text)) === writtenOut(key)
  } catch {
    return false
  }
}

const formats: readonly (readonly [string, KeyFormat])[] = Object.entries(KEY_FORMATS)

describe.each(formats)('a key as %s', (_name, format) => {
  test.each([
    [2048, key],
    [4096, longKey],
  ])('of %i bits is read by OpenSSL unchanged', (_bits, each) => {
    expect(writtenOut(open(sealKey(each, format, password), password.text))).toBe(writtenOut(each))
  })

  test('has lines of at most 64 characters within its armour', () => {
    const lines = sealKey(key, format, password).trimEnd().split('\n')
    expect(lines[0]).toMatch(/^-----BEGIN (RSA |ENCRYPTED )?PRIVATE KEY-----$/)
    expect(Math.max(...lines.map((line) => line.length))).toBe(64)
  })
})

test.each(formats.filter(([, { type }]) => type !== 'plain'))('%s does not open with another password', (_, format) => {
  const pem = sealKey(key, format, password)
  expect(pem).not.toBe(sealKey(key, format, password))
  expect(() => open(pem, 'another')).toThrow()
})

test.each(['utf8', 'latin1'] as const)('a password with an umlaut counts as %s', (encoding) => {
  for (const format of [KEY_FORMATS['AES-256'], KEY_FORMATS['PBES2: PBKDF2 with SHA-256, AES-256']]) {
    const pem = sealKey(key, format, { text: 'schlüssel', encoding })
    expect(writtenOut(open(pem, Buffer.from('schlüssel', encoding)))).toBe(writtenOut(key))
    expect(() => open(pem, Buffer.from('schlüssel', encoding === 'utf8' ? 'latin1' : 'utf8'))).toThrow()
  }
})

test('the format that no reader knows names itself', () => {
  expect(sealKey(key, UNKNOWN_FORMAT, password)).toMatch(/\nDEK-Info: CAMELLIA-256-CBC,[0-9A-F]{32}\n\n/)
})

describe('on its way', () => {
  const pem = sealKey(key, KEY_FORMATS['AES-256'], password)

  test.each(Object.entries(DAMAGES))('a key that is %s is not the same key any more', (_name, damage) => {
    expect(damage(pem)).not.toBe(pem)
    expect(opensUnchanged(damage(pem))).toBe(false)
  })

  test.each([
    ['lines that end as on Windows', /^-----BEGIN RSA PRIVATE KEY-----\r\nProc-Type: 4,ENCRYPTED\r\n/],
    ['line ends spelt out', /^-----BEGIN RSA PRIVATE KEY-----\\nProc-Type: [^\n]*\\n-----END RSA PRIVATE KEY-----\\n$/],
    ['no blank line after the headers', /DEK-Info: AES-256-CBC,[0-9A-F]{32}\n[A-Za-z0-9+/]/],
    ['text before the armour', /^Key of the device\n\n-----BEGIN/],
    ['cipher in lower case', /DEK-Info: aes-256-cbc,[0-9A-F]{32}\n\n/],
  ] as const)('a key may get %s', (name, shape) => {
    expect(DRESSES[name](pem)).toMatch(shape)
    expect(DRESSES.untouched(pem)).toBe(pem)
  })
})
