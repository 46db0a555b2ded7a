/** An address taken apart, and patterns put together. @module */
import { splitHash } from '../sites/address.ts'
import type { AddressPattern } from '../sites/rule.ts'

/** Stands for the id in patterns. */
export const ID = '{id}'

/** A word as developers name pages: `contacts`, `view_type`, `res.partner`. */
const WORD = /^[A-Za-z][A-Za-z_.-]*$/

/** A segment of a path, or a parameter. */
export interface Piece {
  readonly where: 'path' | 'query' | 'hash' | 'hashQuery'
  /** The parameter's name, or the number of the segment. */
  readonly name: string | number
  readonly text: string
}

/** Whether somebody named a kind of page so. */
export function isWord(text: string): boolean {
  return WORD.test(text) || /^[\w-]+\.(php|html|aspx?|jsp|do)$/i.test(text)
}

/** Every part of an address, in its order. */
export function piecesOf(address: string): readonly Piece[] {
  const url = URL.parse(address)
  if (url === null) return []
  const [hashPath, hashQuery] = splitHash(url.hash.slice(1))
  return [
    ...segmentsOf('path', url.pathname),
    ...parametersOf('query', url.searchParams),
    ...segmentsOf('hash', hashPath),
    ...parametersOf('hashQuery', hashQuery),
  ]
}

function segmentsOf(where: 'path' | 'hash', path: string): readonly Piece[] {
  const segments = path.split('/').filter((segment) => segment !== '')
  return segments.map((text, name) => ({ where, name, text }))
}

function parametersOf(where: 'query' | 'hashQuery', parameters: URLSearchParams): readonly Piece[] {
  return [...parameters].map(([name, text]) => ({ where, name, text }))
}

/** A pattern without the parts that say nothing. */
export function compact(
  parts: { readonly [Part in keyof AddressPattern]: AddressPattern[Part] | undefined },
): AddressPattern {
  const filled = Object.entries(parts).filter(([, part]) =>
    typeof part === 'object' ? Object.keys(part).length > 0 : part !== undefined && part !== '' && part !== '/',
  )
  return Object.fromEntries(filled)
}
