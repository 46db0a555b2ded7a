/** Digests for signed links, by @noble/hashes (audited, no dependencies, synchronous where WebCrypto is not). @module */
import { hmac as nobleHmac } from '@noble/hashes/hmac.js'
import { md5 as nobleMd5, sha1 as nobleSha1 } from '@noble/hashes/legacy.js'
import { sha256 as nobleSha256, sha384 as nobleSha384, sha512 as nobleSha512 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Bytes, or a text that stands for its UTF-8 bytes. */
export type Data = string | Uint8Array

function bytes(data: Data): Uint8Array {
  return typeof data === 'string' ? utf8ToBytes(data) : data
}

/**
 * MD5 as 32 lower-case hex digits. Broken as a hash: for vendors whose protocol demands it, nothing else.
 *
 * @example
 * md5('abc') // '900150983cd24fb0d6963f7d28e17f72' (RFC 1321, A.5)
 */
export function md5(data: Data): string {
  return bytesToHex(nobleMd5(bytes(data)))
}

/**
 * SHA-1 as 40 lower-case hex digits. Broken as a hash: for vendors whose protocol demands it, nothing else.
 *
 * @example
 * sha1('abc') // 'a9993e364706816aba3e25717850c26c9cd0d89d' (FIPS 180-4)
 */
export function sha1(data: Data): string {
  return bytesToHex(nobleSha1(bytes(data)))
}

/**
 * SHA-256 as 64 lower-case hex digits.
 *
 * @example
 * sha256('abc') // 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' (FIPS 180-4)
 */
export function sha256(data: Data): string {
  return bytesToHex(nobleSha256(bytes(data)))
}

/**
 * SHA-384 as 96 lower-case hex digits.
 *
 * @example
 * sha384('abc').slice(0, 16) // 'cb00753f45a35e8b' (FIPS 180-4)
 */
export function sha384(data: Data): string {
  return bytesToHex(nobleSha384(bytes(data)))
}

/**
 * SHA-512 as 128 lower-case hex digits.
 *
 * @example
 * sha512('abc').slice(0, 16) // 'ddaf35a193617aba' (FIPS 180-4)
 */
export function sha512(data: Data): string {
  return bytesToHex(nobleSha512(bytes(data)))
}

/** What {@link hmac} is computed over; `sha1` for vendors whose protocol demands it, nothing else. */
export type HmacAlgorithm = 'sha1' | 'sha256' | 'sha384' | 'sha512'

const BELOW_HMAC = { sha1: nobleSha1, sha256: nobleSha256, sha384: nobleSha384, sha512: nobleSha512 } as const

/**
 * HMAC (RFC 2104) over SHA-1, SHA-256, SHA-384 or SHA-512, as bytes.
 *
 * @throws TypeError for an algorithm that is none of them.
 * @example
 * hmac('sha256', 'Jefe', 'what do ya want for nothing?').slice(0, 4) // new Uint8Array([0x5b, 0xdc, 0xc1, 0x46]) (RFC 4231, test case 2)
 */
export function hmac(algorithm: HmacAlgorithm, key: Data, data: Data): Uint8Array {
  if (!Object.hasOwn(BELOW_HMAC, algorithm)) throw new TypeError(`hmac: there is no algorithm "${algorithm}"`)
  return nobleHmac(BELOW_HMAC[algorithm], bytes(key), bytes(data))
}
