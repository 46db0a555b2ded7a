/** The part of DER (X.690) that keys are written in, read strictly. @module */

/** One value: its tag and the bytes within. */
export interface DerValue {
  readonly tag: number
  readonly content: Uint8Array
}

/** Tags that keys use. */
export const TAG = {
  integer: 0x02,
  octets: 0x04,
  none: 0x05,
  identifier: 0x06,
  sequence: 0x30,
  attributes: 0xa0,
  publicKey: 0x81,
} as const

/**
 * Reads values that stand one after another and fill the bytes.
 *
 * @throws RangeError where the bytes are no DER, or lengths are not in their shortest form.
 */
export function readAll(bytes: Uint8Array): readonly DerValue[] {
  const values: DerValue[] = []
  for (let offset = 0; offset < bytes.length; ) {
    const { start, end } = bounds(bytes, offset)
    values.push({ tag: byteAt(bytes, offset), content: bytes.subarray(start, end) })
    offset = end
  }
  return values
}

function bounds(bytes: Uint8Array, offset: number): { readonly start: number; readonly end: number } {
  const first = byteAt(bytes, offset + 1)
  if (first < 0x80) return within(bytes, offset + 2, first)
  const size = first - 0x80
  if (size < 1 || size > 3) throw new RangeError('a length of a form that DER has not, or too long')
  let length = 0
  for (let index = 0; index < size; index += 1) length = length * 256 + byteAt(bytes, offset + 2 + index)
  if (length < 0x80 || length < 256 ** (size - 1)) throw new RangeError('a length that is not in its shortest form')
  return within(bytes, offset + 2 + size, length)
}

function within(bytes: Uint8Array, start: number, length: number) {
  if (start + length > bytes.length) throw new RangeError('a value that breaks off')
  return { start, end: start + length }
}

function byteAt(bytes: Uint8Array, index: number): number {
  const byte = bytes[index]
  if (byte === undefined) throw new RangeError('a value that breaks off')
  return byte
}

/** The content of a value with this tag. */
export function contentOf(value: DerValue | undefined, tag: number): Uint8Array {
  if (value?.tag !== tag) throw new RangeError('another kind of value')
  return value.content
}

/** The values within a sequence. */
export function sequenceOf(value: DerValue | undefined): readonly DerValue[] {
  return readAll(contentOf(value, TAG.sequence))
}

/** The values within the one sequence that fills the bytes. */
export function wholeSequence(bytes: Uint8Array): readonly DerValue[] {
  const [value, ...more] = readAll(bytes)
  if (more.length > 0) throw new RangeError('more than one value')
  return sequenceOf(value)
}

/** An integer of zero or more, in its shortest form. */
export function integerOf(value: DerValue | undefined): bigint {
  const content = contentOf(value, TAG.integer)
  const first = byteAt(content, 0)
  if (first >= 0x80) throw new RangeError('a negative integer')
  if (first === 0 && content.length > 1 && byteAt(content, 1) < 0x80) throw new RangeError('an integer with zeros')
  return BigInt(`0x${Array.from(content, (byte) => byte.toString(16).padStart(2, '0')).join('')}`)
}

/** An integer that counts something; a larger one comes as the largest number. */
export function countOf(value: DerValue | undefined): number {
  const integer = integerOf(value)
  return integer > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(integer)
}

/** An object identifier in its dotted form. */
export function identifierOf(value: DerValue | undefined): string {
  const content = contentOf(value, TAG.identifier)
  if (content.length === 0 || content.length > 40) throw new RangeError('an identifier of no or too many bytes')
  const arcs: number[] = []
  let arc = 0
  for (const byte of content) {
    arc = arc * 128 + (byte & 0x7f)
    if (byte >= 0x80) continue
    arcs.push(arc)
    arc = 0
  }
  if (byteAt(content, content.length - 1) >= 0x80) throw new RangeError('an identifier that breaks off')
  const [first = 0, ...rest] = arcs
  const root = Math.min(2, Math.floor(first / 40))
  return [root, first - root * 40, ...rest].join('.')
}
