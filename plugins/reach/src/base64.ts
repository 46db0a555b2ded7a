/** Base64 as vendors write it: either alphabet, padded or not. @module */

// Whole groups of four, then two or three characters with or without their padding.
const BASE64 = /^(?:[A-Za-z0-9+/_-]{4})*(?:[A-Za-z0-9+/_-]{2}(?:==)?|[A-Za-z0-9+/_-]{3}=?)?$/

/** The bytes of a base64 or base64url text; `undefined` where it is neither. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!BASE64.test(text)) return undefined
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = new Uint8Array(binary.length)
  // A loop, since a callback for each byte takes longer than all the decoding.
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index)
  return bytes
}

/** Bytes as base64 with its padding. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

/** Bytes as base64url, without padding unless told. */
export function toBase64Url(bytes: Uint8Array, isPadded = false): string {
  const text = toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_')
  return isPadded ? text : text.replace(/=+$/, '')
}
