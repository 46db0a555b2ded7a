/** Keys by PKCS#12's own derivation with SHA-1 (RFC 7292, appendix B). @module */
import { sha1 } from '@noble/hashes/legacy.js'
import { joined } from './der-write.ts'

const BLOCK = 64
const DIGEST = 20

/** What the bytes are for, as the standard numbers it. */
export const PURPOSE = { key: 1, vector: 2, integrity: 3 } as const

/** Derives so many bytes from a password, which counts as UTF-16 with a zero at its end. */
export function pkcs12Key(
  password: string,
  salt: Uint8Array,
  iterations: number,
  purpose: (typeof PURPOSE)[keyof typeof PURPOSE],
  length: number,
): Uint8Array {
  const diversifier = new Uint8Array(BLOCK).fill(purpose)
  const material = joined([filled(salt), filled(utf16(password))])
  const made: Uint8Array[] = []
  for (let count = 0; count < length; count += DIGEST) {
    let digest = sha1(joined([diversifier, material]))
    for (let round = 1; round < iterations; round += 1) digest = sha1(digest)
    made.push(digest)
    stir(
      material,
      Uint8Array.from({ length: BLOCK }, (_, index) => digest[index % DIGEST] ?? 0),
    )
  }
  return joined(made).subarray(0, length)
}

/** Repeats bytes until they fill whole blocks. */
function filled(bytes: Uint8Array): Uint8Array {
  const length = BLOCK * Math.ceil(bytes.length / BLOCK)
  return Uint8Array.from({ length }, (_, index) => bytes[index % bytes.length] ?? 0)
}

function utf16(text: string): Uint8Array {
  const codes = [...Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)), 0]
  return Uint8Array.from(codes.flatMap((code) => [code >> 8, code & 0xff]))
}

/** Adds a block and one to every block of the material, as big-endian numbers. */
function stir(material: Uint8Array, addend: Uint8Array): void {
  for (let start = 0; start < material.length; start += BLOCK) {
    let carry = 1
    for (let index = BLOCK - 1; index >= 0; index -= 1) {
      carry += (material[start + index] ?? 0) + (addend[index] ?? 0)
      material[start + index] = carry & 0xff
      carry >>= 8
    }
  }
}
