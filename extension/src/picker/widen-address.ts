/** Makes an address pattern fit another record's page as well. @module */
import { matchAddress } from '../sites/address.ts'
import type { AddressPattern } from '../sites/rule.ts'
import { compact, ID, type Piece, piecesOf } from './address-pieces.ts'

/** The pattern made to fit another address of the same kind of page as well; `undefined` where they are not alike. */
export function widened(pattern: AddressPattern, address: string): AddressPattern | undefined {
  if (matchAddress([pattern], address) !== undefined) return pattern
  const pieces = piecesOf(address)
  const textAt = (where: Piece['where'], name: string | number) =>
    pieces.find((piece) => piece.where === where && piece.name === name)?.text
  const path = (where: 'path' | 'hash', text: string | undefined) => {
    const segments = text?.split('/').filter((segment) => segment !== '') ?? []
    const fitting = segments.map((segment, index) =>
      segment.includes(ID) || segment === textAt(where, index) ? segment : '*',
    )
    return text === undefined ? undefined : `${where === 'path' ? '/' : ''}${fitting.join('/')}`
  }
  const query = (where: 'query' | 'hashQuery', wanted: AddressPattern['query']) =>
    wanted === undefined
      ? undefined
      : Object.fromEntries(
          Object.entries(wanted).filter(([name, text]) => text.includes(ID) || text === textAt(where, name)),
        )
  const wider = compact({
    path: path('path', pattern.path),
    query: query('query', pattern.query),
    hash: path('hash', pattern.hash),
    hashQuery: query('hashQuery', pattern.hashQuery),
  })
  const match = matchAddress([wider], address)
  const isEnough = JSON.stringify(pattern).includes(ID) ? match?.id !== undefined : match !== undefined
  return isEnough && Object.keys(wider).length > 0 ? wider : undefined
}
