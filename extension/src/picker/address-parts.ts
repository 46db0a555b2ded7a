/** Which parts of an address could be the record's id, and the pattern that follows from the choice. @module */
import { matchAddress } from '../sites/address.ts'
import type { AddressPattern } from '../sites/rule.ts'
import { compact, ID, isWord, type Piece, piecesOf } from './address-pieces.ts'

/** A part of an address that may be the id. */
export interface AddressPart {
  /** As it stands in the address. */
  readonly id: string
  /** What stands before it there, for people to tell parts from each other. */
  readonly before: string
  readonly pattern: AddressPattern
}

const MOST_PARTS = 8
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** A letter or word before a number: `c-1002`, `contact_7`. */
const NUMBERED = /^[A-Za-z]+[-_.]?\d+$/
const NAME_OF_ID = /(^|_|-)(id|uid|uuid|key|record|object)$|[a-z](Id|ID|Key)$/
/** Parameters that say how a page is shown, not which. */
const OF_VIEW =
  /^(page|p|offset|limit|sort|order|dir|q|query|search|filter|tab|lang|locale|ref|from|back|return|utm_.*|menu.*)$/i

/** The parts of a page's address that could be the id, the most likely first. */
export function addressParts(address: string): readonly AddressPart[] {
  const pieces = piecesOf(address)
  const rated = pieces.map((piece, index) => ({ piece, rate: rateOf(piece) + index / 100 }))
  const likely = rated.filter(({ rate }) => rate >= 1)
  // Some products name records in words.
  const offered = likely.length > 0 ? likely : rated.filter(({ piece }) => piece.name !== 0 && isNamed(piece))
  return offered
    .toSorted((one, other) => other.rate - one.rate)
    .flatMap(({ piece }) => partOf(piece, pieces, address))
    .slice(0, MOST_PARTS)
}

/** What addresses of pages like this one have in common, for lists; `undefined` where nothing tells them from others. */
export function pageLike(address: string): AddressPattern | undefined {
  const pattern = patternFrom(piecesOf(address))
  return Object.keys(pattern).length === 0 ? undefined : pattern
}

function partOf(piece: Piece, pieces: readonly Piece[], address: string): readonly AddressPart[] {
  const pattern = patternFrom(pieces, piece)
  // What stands there may be of letters that no id has.
  if (matchAddress([pattern], address)?.id !== piece.text) return []
  return [{ id: piece.text, before: beforeIn(piece, pieces), pattern }]
}

function beforeIn({ where, name }: Piece, pieces: readonly Piece[]): string {
  if (typeof name === 'string') return `${where === 'query' ? '?' : '#'}${name}=`
  const segments = pieces.filter((other) => other.where === where && Number(other.name) < name)
  return `${where === 'path' ? '/' : '#'}${segments.map(({ text }) => `${text}/`).join('')}`
}

// Everything that says which kind of page it is stays; what is another for each record does not.
function patternFrom(pieces: readonly Piece[], id?: Piece): AddressPattern {
  const segments = (where: 'path' | 'hash') => {
    const all = pieces.filter((piece) => piece.where === where)
    const last = id?.where === where ? Number(id.name) : all.findLastIndex(({ text }) => isWord(text))
    const kept = all.slice(0, last + 1).map((piece) => (piece === id ? ID : isWord(piece.text) ? piece.text : '*'))
    return kept.length === 0 ? undefined : `${where === 'path' ? '/' : ''}${kept.join('/')}`
  }
  const parameters = (where: 'query' | 'hashQuery') => {
    const kept = pieces.filter(
      (piece) => piece.where === where && (piece === id || (isWord(piece.text) && !OF_VIEW.test(String(piece.name)))),
    )
    return kept.length === 0
      ? undefined
      : Object.fromEntries(kept.map((piece) => [piece.name, piece === id ? ID : piece.text]))
  }
  return compact({
    path: segments('path'),
    query: parameters('query'),
    hash: segments('hash'),
    hashQuery: parameters('hashQuery'),
  })
}

function rateOf({ name, text }: Piece): number {
  if (text === '' || text.length > 100) return -1
  const bonus = typeof name === 'string' ? (OF_VIEW.test(name) ? -2 : NAME_OF_ID.test(name) ? 2 : 0) : 0
  if (/^\d+$/.test(text) || UUID.test(text)) return 3 + bonus
  if (NUMBERED.test(text)) return 2 + bonus
  return (/\d/.test(text) ? 1 : 0) + bonus
}

function isNamed({ name, text }: Piece): boolean {
  return text !== '' && !(typeof name === 'string' && OF_VIEW.test(name))
}
