/** Keys from passwords as PKCS#12 makes them (RFC 7292, appendix B), with SHA-1. @module */
import { createHash } from 'node:crypto'

const BLOCK_BYTES = 64
const BLOCK_MODULUS = 1n << 512n

/** What the derived bytes are for; the numbers are the standard's. */
export const PURPOSE = { key: 1, iv: 2 } as const

/** Derives bytes for one purpose. */
export function derive(
  password: string,
  salt: Buffer,
  iterations: number,
  purpose: (typeof PURPOSE)[keyof typeof PURPOSE],
  byteCount: number,
): Buffer {
  const diversifier = Buffer.alloc(BLOCK_BYTES, purpose)
  let input = Buffer.concat([filled(salt), filled(bigEndianText(password))])
  let derived = Buffer.alloc(0)
  while (derived.length < byteCount) {
    let digest = sha1(Buffer.concat([diversifier, input]))
    for (let round = 1; round < iterations; round += 1) digest = sha1(digest)
    derived = Buffer.concat([derived, digest])
    input = Buffer.concat(blocks(input).map((block) => added(block, repeated(digest, BLOCK_BYTES))))
  }
  return derived.subarray(0, byteCount)
}

/** UTF-16, big end first, and a zero at the end. */
function bigEndianText(text: string): Buffer {
  return Buffer.from(`${text}\0`, 'utf16le').swap16()
}

function filled(bytes: Buffer): Buffer {
  return repeated(bytes, Math.ceil(bytes.length / BLOCK_BYTES) * BLOCK_BYTES)
}

function repeated(bytes: Buffer, byteCount: number): Buffer {
  return Buffer.alloc(byteCount, bytes)
}

function blocks(bytes: Buffer): readonly Buffer[] {
  return Array.from({ length: bytes.length / BLOCK_BYTES }, (_, index) =>
    bytes.subarray(index * BLOCK_BYTES, (index + 1) * BLOCK_BYTES),
  )
}

function added(block: Buffer, other: Buffer): Buffer {
  const sum = (number(block) + number(other) + 1n) % BLOCK_MODULUS
  return Buffer.from(sum.toString(16).padStart(BLOCK_BYTES * 2, '0'), 'hex')
}

function number(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`)
}

function sha1(bytes: Buffer): Buffer {
  return createHash('sha1').update(bytes).digest()
}
