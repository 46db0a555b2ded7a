/** Digests for signed links, by @noble/hashes (audited, no dependencies, synchronous where WebCrypto is not). @module */
import { hmac as nobleHmac } from '@noble/hashes/hmac.js'
import { md5 as nobleMd5 } from '@noble/hashes/legacy.js'
import { sha256 as nobleSha256, sha512 } from '@noble/hashes/sha2.js'
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
 * SHA-256 as 64 lower-case hex digits.
 *
 * @example
 * sha256('abc') // 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' (FIPS 180-4)
 */
export function sha256(data: Data): string {
  return bytesToHex(nobleSha256(bytes(data)))
}

/**
 * HMAC (RFC 2104) over SHA-256 or SHA-512, as bytes.
 *
 * @example
 * hmac('sha256', 'Jefe', 'what do ya want for nothing?').slice(0, 4) // new Uint8Array([0x5b, 0xdc, 0xc1, 0x46]) (RFC 4231, test case 2)
 */
export function hmac(algorithm: 'sha256' | 'sha512', key: Data, data: Data): Uint8Array {
  return nobleHmac(algorithm === 'sha256' ? nobleSha256 : sha512, bytes(key), bytes(data))
}
