/** Writes the DER (X.690) that keys are made of. @module */
import { TAG } from './der.ts'

/** One value with its tag and length. */
export function written(tag: number, ...contents: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const content = joined(contents)
  return joined([Uint8Array.of(tag, ...lengthBytes(content.length)), content])
}

/** A sequence of values. */
export function sequence(...values: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return written(TAG.sequence, ...values)
}

/** An integer of zero or more. */
export function integer(value: bigint): Uint8Array<ArrayBuffer> {
  const digits = value.toString(16)
  // An even number of digits, and a zero before what would read as negative.
  const even = digits.length % 2 === 1 ? `0${digits}` : digits
  const hex = Number.parseInt(even.slice(0, 2), 16) >= 0x80 ? `00${even}` : even
  return written(
    TAG.integer,
    Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
  )
}

/** An object identifier, from its dotted form. */
export function identifier(dotted: string): Uint8Array<ArrayBuffer> {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return written(TAG.identifier, Uint8Array.from([first * 40 + second, ...rest].flatMap(arcBytes)))
}

/** Nothing, as algorithms without parameters have it. */
export const none = written(TAG.none)

/** Bytes one after another. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

function lengthBytes(length: number): readonly number[] {
  if (length < 0x80) return [length]
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return [0x80 + bytes.length, ...bytes]
}

function arcBytes(arc: number): readonly number[] {
  const bytes = [arc % 128]
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift((rest % 128) + 0x80)
  return bytes
}
