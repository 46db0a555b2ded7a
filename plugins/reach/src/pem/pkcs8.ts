/** PKCS#8: a private key with its algorithm, plain or encrypted (RFC 5208). @module */
import { ciphers } from './ciphers.ts'
import { contentOf, countOf, type DerValue, identifierOf, integerOf, sequenceOf, TAG, wholeSequence } from './der.ts'
import { keyNameOf, nameOf } from './names.ts'
import type { PasswordForm } from './password.ts'
import { pbes2 } from './pbes2.ts'
import { excessive, unread } from './pem-errors.ts'
import { PURPOSE, pkcs12Key } from './pkcs12-key.ts'
import { RSA, type RsaKey, readRsaKey } from './rsa.ts'

const PBES2 = '1.2.840.113549.1.5.13'
/** SHA-1 and triple DES with three keys or two (RFC 7292, appendix C). */
const PKCS12_SCHEMES: Readonly<Record<string, keyof typeof ciphers>> = {
  '1.2.840.113549.1.12.1.3': 'DES-EDE3-CBC',
  '1.2.840.113549.1.12.1.4': 'DES-EDE-CBC',
}
/** This derivation is computed in JavaScript, a digest at a time. */
export const MAX_PKCS12_ITERATIONS = 1_000_000

/**
 * Reads a PrivateKeyInfo.
 *
 * @throws PluginError `unsupported` for a kind of key that is no RSA key; RangeError where it is damaged.
 */
export function readPkcs8(der: Uint8Array): RsaKey {
  const [version, algorithm, key, ...more] = wholeSequence(der)
  const isKnownVersion = integerOf(version) <= 1n
  if (!isKnownVersion || more.some(({ tag }) => tag !== TAG.attributes && tag !== TAG.publicKey)) {
    throw new RangeError('no PrivateKeyInfo')
  }
  const [identifier, parameters] = sequenceOf(algorithm)
  const name = identifierOf(identifier)
  const otherKey = keyNameOf(name)
  if (otherKey !== undefined) throw unread(otherKey)
  if (name !== RSA || (parameters !== undefined && parameters.tag !== TAG.none)) throw new RangeError('no RSA key')
  return readRsaKey(contentOf(key, TAG.octets))
}

/**
 * Makes what decrypts an EncryptedPrivateKeyInfo, by what it says of itself.
 *
 * @throws PluginError `unsupported` for an algorithm not read, `unsafe` beyond the limits; RangeError where it is damaged.
 */
export function encryptedPkcs8(der: Uint8Array): (password: PasswordForm) => Promise<Uint8Array> {
  const [algorithm, data, ...more] = wholeSequence(der)
  if (more.length > 0) throw new RangeError('no EncryptedPrivateKeyInfo')
  const [identifier, parameters] = sequenceOf(algorithm)
  const bytes = contentOf(data, TAG.octets)
  const name = identifierOf(identifier)
  if (name === PBES2) return pbes2(parameters, bytes)
  const cipherName = PKCS12_SCHEMES[name]
  if (cipherName === undefined) throw unread(nameOf(name))
  return pkcs12(parameters, cipherName, bytes)
}

function pkcs12(parameters: DerValue | undefined, cipherName: keyof typeof ciphers, data: Uint8Array) {
  const [salt, count] = sequenceOf(parameters)
  const saltBytes = contentOf(salt, TAG.octets)
  const iterations = countOf(count)
  if (iterations < 1) throw new RangeError('no iterations')
  if (iterations > MAX_PKCS12_ITERATIONS) throw excessive(`${iterations} > ${MAX_PKCS12_ITERATIONS}`)
  const { keyLength, blockLength, decrypt } = ciphers[cipherName]
  return async ({ text }: PasswordForm) => {
    const key = pkcs12Key(text, saltBytes, iterations, PURPOSE.key, keyLength)
    const vector = pkcs12Key(text, saltBytes, iterations, PURPOSE.vector, blockLength)
    return decrypt(key, vector, data)
  }
}
