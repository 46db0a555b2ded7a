/** OpenSSL's own encryption of a PEM: DEK-Info, and a key by MD5 (RFC 1421; EVP_BytesToKey with one round). @module */
import { md5 } from '@noble/hashes/legacy.js'
import { hexToBytes } from '@noble/hashes/utils.js'
import { type Cipher, ciphers } from './ciphers.ts'
import { joined } from './der-write.ts'
import type { PasswordForm } from './password.ts'
import { badVector, damaged, unread } from './pem-errors.ts'

const DEK_INFO = /^([A-Za-z0-9-]{1,40})\s*(?:,\s*(.*))?$/
const SALT_LENGTH = 8

/** Those that the traditional format has. */
const TRADITIONAL: ReadonlySet<string> = new Set([
  'AES-128-CBC',
  'AES-192-CBC',
  'AES-256-CBC',
  'DES-EDE3-CBC',
  'DES-CBC',
])

/**
 * Makes what decrypts a body by its DEK-Info.
 *
 * @throws PluginError `unsupported` for another cipher, `bad-answer` for a vector that is none, `invalid` for no DEK-Info.
 */
export function traditional(dekInfo: string | undefined, body: Uint8Array): (password: PasswordForm) => Uint8Array {
  const [, given, digits = ''] = DEK_INFO.exec(dekInfo ?? '') ?? []
  if (given === undefined) throw damaged()
  const name = given.toUpperCase()
  if (!TRADITIONAL.has(name)) throw unread(name)
  const cipher: Cipher = ciphers[name as keyof typeof ciphers]
  const digitCount = cipher.blockLength * 2
  if (digits.length !== digitCount || !/^[0-9A-Fa-f]*$/.test(digits)) throw badVector(name, digitCount)
  const vector = hexToBytes(digits)
  return ({ bytes }) =>
    cipher.decrypt(keyFromPassword(bytes, vector.subarray(0, SALT_LENGTH), cipher.keyLength), vector, body)
}

/** EVP_BytesToKey with MD5 and one round. */
export function keyFromPassword(password: Uint8Array, salt: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const digests: Uint8Array[] = []
  for (let made = 0; made < length; made += 16) {
    digests.push(md5(joined([digests.at(-1) ?? new Uint8Array(), password, salt])))
  }
  return joined(digests).slice(0, length)
}
