/** The 40-bit and 128-bit RC2 that older programs encrypt a PKCS#12's certificates with: read, never written. @module */

import { MAX_PKCS12_ITERATIONS } from '@joinery/reach/pem/pkcs8'
import { PURPOSE, pkcs12Key } from '@joinery/reach/pem/pkcs12-key'
import { Integer, OctetString, Sequence } from 'asn1js'
import type { AlgorithmIdentifier } from 'pkijs'
import { certificateError } from './error.ts'
import { rc2Decrypt } from './rc2.ts'

// RFC 7292, appendix C; the length of the key in bytes.
const SCHEMES: Readonly<Record<string, number>> = { '1.2.840.113549.1.12.1.5': 16, '1.2.840.113549.1.12.1.6': 5 }
const BLOCK = 8

/** Whether an algorithm is one of these two. */
export function isRc2(identifier: string): boolean {
  return Object.hasOwn(SCHEMES, identifier)
}

/**
 * Decrypts with the key that PKCS#12 makes of a password.
 *
 * @throws CertificateError `too-costly`; RangeError where the padding is none: the password is wrong or the data damaged.
 */
export function decryptRc2(algorithm: AlgorithmIdentifier, sealed: Uint8Array, password: string): Uint8Array {
  const keyLength = SCHEMES[algorithm.algorithmId] ?? 0
  const parameters: unknown = algorithm.algorithmParams
  const [salt, count] = parameters instanceof Sequence ? parameters.valueBlock.value : []
  if (!(salt instanceof OctetString) || !(count instanceof Integer)) throw new RangeError('no parameters')
  const saltBytes = new Uint8Array(salt.getValue())
  const iterations = count.valueBlock.valueDec
  if (count.valueBlock.isHexOnly || iterations > MAX_PKCS12_ITERATIONS) {
    throw certificateError('too-costly', `More than ${MAX_PKCS12_ITERATIONS} rounds.`)
  }
  if (iterations < 1) throw new RangeError('no iterations')
  const key = pkcs12Key(password, saltBytes, iterations, PURPOSE.key, keyLength)
  const vector = pkcs12Key(password, saltBytes, iterations, PURPOSE.vector, BLOCK)
  return rc2Decrypt(key, vector, sealed)
}
