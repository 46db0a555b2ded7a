/** Reads the outside of a compact JWE strictly, before any work is done for it. @module */

/** The longest protected header that is looked at, in characters. */
const MAX_HEADER = 1024

/** The outside of a compact JWE: one way of writing it, five whole parts. */
export interface CompactOutside {
  /** The protected header; its values are flat. */
  readonly header: { readonly [name: string]: string | number }
}

/** Why a text is not a whole compact JWE. */
export type CompactFault = 'truncated' | 'malformed'

// Anything but base64url and the dots between the parts; white space, which decoders skip, is such a thing too.
const FOREIGN_CHARACTER = /[^\w.-]/
// 12 bytes have 16 characters; 16 bytes have 22, of which the last carries two bits.
const INITIALISATION_VECTOR = /^[\w-]{16}$/
const TAG = /^[\w-]{21}[AQgw]$/
// The last character of a group of two or three carries two or four bits; the others must be nought.
const CANONICAL_END: readonly (RegExp | undefined)[] = [/^/, undefined, /[AQgw]$/, /[AEIMQUYcgkosw048]$/]

/**
 * The protected header of a compact JWE whose every part is whole and written in the one canonical way; so no second
 * text stands for the same bytes, and no changed bit is passed over.
 */
export function readCompact(text: string): CompactOutside | CompactFault {
  const parts = text.split('.')
  const [protectedHeader = '', wrappedKey = '', vector = '', ciphertext = '', tag = ''] = parts
  if (parts.length > 5 || FOREIGN_CHARACTER.test(text) || protectedHeader.length > MAX_HEADER) return 'malformed'
  if (parts.length < 5 || tag.length < 22) return 'truncated'
  if (!INITIALISATION_VECTOR.test(vector) || !TAG.test(tag)) return 'malformed'
  if (![protectedHeader, wrappedKey, ciphertext].every(isCanonical)) return 'malformed'
  const header = readHeader(protectedHeader)
  return header === undefined ? 'malformed' : { header }
}

/** Whether a header has exactly these names. */
export function hasExactly(header: CompactOutside['header'], names: readonly string[]): boolean {
  return Object.keys(header).length === names.length && names.every((name) => Object.hasOwn(header, name))
}

function isCanonical(part: string): boolean {
  return CANONICAL_END[part.length % 4]?.test(part.slice(-1)) ?? false
}

function readHeader(part: string): CompactOutside['header'] | undefined {
  try {
    const header: unknown = JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/')))
    if (typeof header !== 'object' || header === null || Array.isArray(header)) return undefined
    const flat = Object.values(header).every((value) => typeof value === 'string' || typeof value === 'number')
    return flat ? (header as CompactOutside['header']) : undefined
  } catch {
    return undefined
  }
}
