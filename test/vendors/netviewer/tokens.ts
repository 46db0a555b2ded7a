/** Tokens: a UUID v4 and two digits, as the connection server makes them (vendors.md 3.1). @module */
import { randomInt, randomUUID } from 'node:crypto'

/** A new token; what its two digits mean is not known, so here they mean nothing. */
export function makeToken(): string {
  const digits = String(randomInt(100)).padStart(2, '0')
  return `${randomUUID().replaceAll('-', '').toUpperCase()}${digits}`
}
