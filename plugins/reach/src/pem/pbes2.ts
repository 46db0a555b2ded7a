/** PBES2: a key from the password by PBKDF2 or scrypt, then a cipher (RFC 8018, 6.2; RFC 7914). @module */
import { pbkdf2Async } from '@noble/hashes/pbkdf2.js'
import { scryptAsync } from '@noble/hashes/scrypt.js'
import { sha224 } from '@noble/hashes/sha2.js'
import { type Cipher, ciphers } from './ciphers.ts'
import { contentOf, countOf, type DerValue, identifierOf, sequenceOf, TAG } from './der.ts'
import { nameOf } from './names.ts'
import type { PasswordForm } from './password.ts'
import { excessive, unread } from './pem-errors.ts'

const MAX_ITERATIONS = 5_000_000
const MAX_SCRYPT_BYTES = 128 * 1024 * 1024
/** Passes over the memory: what N and r allow once, p may ask for again and again. */
const MAX_SCRYPT_PASSES = 16

const SCHEMES: Readonly<Record<string, Cipher>> = {
  '2.16.840.1.101.3.4.1.2': ciphers['AES-128-CBC'],
  '2.16.840.1.101.3.4.1.22': ciphers['AES-192-CBC'],
  '2.16.840.1.101.3.4.1.42': ciphers['AES-256-CBC'],
  '1.2.840.113549.3.7': ciphers['DES-EDE3-CBC'],
}

const PBKDF2 = '1.2.840.113549.1.5.12'
const SCRYPT = '1.3.6.1.4.1.11591.4.11'
const HMAC_SHA1 = '1.2.840.113549.2.7'
const HMAC_SHA224 = '1.2.840.113549.2.8'
/** As WebCrypto names them; SHA-224 it has not. */
const PSEUDORANDOM: Readonly<Record<string, string>> = {
  [HMAC_SHA1]: 'SHA-1',
  [HMAC_SHA224]: 'SHA-224',
  '1.2.840.113549.2.9': 'SHA-256',
  '1.2.840.113549.2.10': 'SHA-384',
  '1.2.840.113549.2.11': 'SHA-512',
}

type Derive = (password: Uint8Array<ArrayBuffer>, length: number) => Promise<Uint8Array>

/**
 * Makes what decrypts data by these parameters.
 *
 * @throws PluginError `unsupported` for an algorithm not read, `unsafe` beyond the limits; RangeError for no parameters.
 */
export function pbes2(parameters: DerValue | undefined, data: Uint8Array) {
  const [derivation, encryption] = sequenceOf(parameters)
  const [scheme, vector] = sequenceOf(encryption)
  const cipherName = identifierOf(scheme)
  const cipher = SCHEMES[cipherName]
  if (cipher === undefined) throw unread(nameOf(cipherName))
  const vectorBytes = contentOf(vector, TAG.octets)
  if (vectorBytes.length !== cipher.blockLength) throw new RangeError('a vector of another length')
  const derive = derivationOf(derivation, cipher.keyLength)
  return async ({ bytes }: PasswordForm) => cipher.decrypt(await derive(bytes, cipher.keyLength), vectorBytes, data)
}

function derivationOf(derivation: DerValue | undefined, keyLength: number): Derive {
  const [algorithm, parameters] = sequenceOf(derivation)
  const name = identifierOf(algorithm)
  if (name === PBKDF2) return pbkdf2(sequenceOf(parameters), keyLength)
  if (name === SCRYPT) return scrypt(sequenceOf(parameters), keyLength)
  throw unread(nameOf(name))
}

function pbkdf2([salt, count, ...more]: readonly DerValue[], keyLength: number): Derive {
  const saltBytes = Uint8Array.from(contentOf(salt, TAG.octets))
  const iterations = countOf(count)
  if (iterations < 1) throw new RangeError('no iterations')
  if (iterations > MAX_ITERATIONS) throw excessive(`${iterations} > ${MAX_ITERATIONS}`)
  expectLength(more, keyLength)
  const function_ = more.find(({ tag }) => tag === TAG.sequence)
  const name = function_ === undefined ? HMAC_SHA1 : identifierOf(sequenceOf(function_)[0])
  const hash = PSEUDORANDOM[name]
  if (hash === undefined) throw unread(nameOf(name))
  return async (password, length) => {
    if (name === HMAC_SHA224) return pbkdf2Async(sha224, password, saltBytes, { c: iterations, dkLen: length })
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
    const algorithm = { name: 'PBKDF2', salt: saltBytes, iterations, hash }
    return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, length * 8))
  }
}

function scrypt([salt, cost, blockSize, parallel, ...more]: readonly DerValue[], keyLength: number): Derive {
  const saltBytes = contentOf(salt, TAG.octets)
  const N = countOf(cost)
  const r = countOf(blockSize)
  const p = countOf(parallel)
  if (N < 2 || r < 1 || p < 1) throw new RangeError('no cost')
  if (128 * N * r > MAX_SCRYPT_BYTES || p > MAX_SCRYPT_PASSES) throw excessive(`scrypt N=${N} r=${r} p=${p}`)
  if (!Number.isInteger(Math.log2(N))) throw new RangeError('a cost that is no power of two')
  expectLength(more, keyLength)
  // Some blocks more than the limit above counts, for what the library itself needs.
  const maxmem = MAX_SCRYPT_BYTES + 128 * r * (p + 4)
  return (password, length) => scryptAsync(password, saltBytes, { N, r, p, dkLen: length, maxmem })
}

/** Where the length of the key is given, it is the cipher's. */
function expectLength(values: readonly DerValue[], keyLength: number): void {
  const given = values.find(({ tag }) => tag === TAG.integer)
  if (given !== undefined && countOf(given) !== keyLength) throw new RangeError('a key of another length')
}
