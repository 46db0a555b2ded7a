/** The little DER that an encrypted private key needs, written byte by byte. @module */

/** Several values in a row. */
export function sequence(...values: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(values))
}

/** Bytes as they are. */
export function octetString(bytes: Buffer): Buffer {
  return tagged(0x04, bytes)
}

/** A whole number that is not negative. */
export function integer(value: number): Buffer {
  const hex = value.toString(16)
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return tagged(0x02, (bytes[0] ?? 0) < 0x80 ? bytes : Buffer.concat([Buffer.of(0), bytes]))
}

/** The name of an algorithm, such as `1.2.840.113549.1.5.13`. */
export function objectIdentifier(name: string): Buffer {
  const [first = 0, second = 0, ...more] = name.split('.').map(Number)
  return tagged(0x06, Buffer.from([first * 40 + second, ...more].flatMap(septets)))
}

/** The value that says "no parameters". */
export const nothing: Buffer = Buffer.of(0x05, 0x00)

function tagged(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.of(tag), length(content.length), content])
}

function length(count: number): Buffer {
  if (count < 0x80) return Buffer.of(count)
  return count < 0x100 ? Buffer.of(0x81, count) : Buffer.of(0x82, count >> 8, count & 0xff)
}

function septets(value: number): number[] {
  const all = [value & 0x7f]
  for (let rest = value >> 7; rest > 0; rest >>= 7) all.unshift((rest & 0x7f) | 0x80)
  return all
}
