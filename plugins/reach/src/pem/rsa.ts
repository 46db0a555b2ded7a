/** RSA private keys: read from PKCS#1, checked for consistency, written as PKCS#8 (RFC 8017, A.1.2; RFC 5208). @module */
import { integerOf, TAG, wholeSequence } from './der.ts'
import { identifier, integer, none, sequence, written } from './der-write.ts'
import { excessive, unread } from './pem-errors.ts'

/** The object identifier of RSA keys. */
export const RSA = '1.2.840.113549.1.1.1'

const LEAST_BITS = 1024
const MOST_BITS = 16_384

/** The numbers of an RSA private key with two primes. */
export interface RsaKey {
  readonly modulus: bigint
  readonly publicExponent: bigint
  readonly privateExponent: bigint
  readonly prime1: bigint
  readonly prime2: bigint
  readonly exponent1: bigint
  readonly exponent2: bigint
  readonly coefficient: bigint
}

/**
 * Reads an RSAPrivateKey and checks that its numbers fit together: a key may be damaged, or opened with a wrong password,
 * and still be well-formed.
 *
 * @throws PluginError `unsupported` for more than two primes; RangeError for anything else that is no sound key.
 */
export function readRsaKey(der: Uint8Array): RsaKey {
  const values = wholeSequence(der)
  const version = integerOf(values[0])
  if (version === 1n && values.length === 10) throw unread('RSA with more than two primes')
  if (version !== 0n || values.length !== 9) throw new RangeError('no RSA private key of nine integers')
  const [modulus, publicExponent, privateExponent, prime1, prime2, exponent1, exponent2, coefficient] = values
    .slice(1)
    .map(integerOf) as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint]
  const key = { modulus, publicExponent, privateExponent, prime1, prime2, exponent1, exponent2, coefficient }
  if (!isConsistent(key)) throw new RangeError('numbers that do not fit together')
  const bits = modulus.toString(2).length
  if (bits < LEAST_BITS || bits > MOST_BITS) throw excessive(`RSA ${bits} ∉ ${LEAST_BITS}–${MOST_BITS}`)
  return key
}

function isConsistent(key: RsaKey): boolean {
  const { modulus, publicExponent, privateExponent, prime1, prime2, exponent1, exponent2, coefficient } = key
  const order1 = prime1 - 1n
  const order2 = prime2 - 1n
  return (
    prime1 > 2n &&
    prime2 > 2n &&
    prime1 % 2n === 1n &&
    prime2 % 2n === 1n &&
    prime1 !== prime2 &&
    modulus === prime1 * prime2 &&
    publicExponent > 2n &&
    publicExponent < modulus &&
    privateExponent < modulus &&
    (publicExponent * privateExponent) % order1 === 1n &&
    (publicExponent * privateExponent) % order2 === 1n &&
    exponent1 === privateExponent % order1 &&
    exponent2 === privateExponent % order2 &&
    coefficient < prime1 &&
    (coefficient * prime2) % prime1 === 1n
  )
}

/** Writes a key as PKCS#8 PrivateKeyInfo. */
export function writePkcs8(key: RsaKey): Uint8Array<ArrayBuffer> {
  const numbers = [
    key.modulus,
    key.publicExponent,
    key.privateExponent,
    key.prime1,
    key.prime2,
    key.exponent1,
    key.exponent2,
    key.coefficient,
  ]
  const rsaPrivateKey = sequence(...[0n, ...numbers].map(integer))
  return sequence(integer(0n), sequence(identifier(RSA), none), written(TAG.octets, rsaPrivateKey))
}
