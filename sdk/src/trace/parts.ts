/** A link or a request in parts, each of which may hold a value. @module */
import type { SentRequest } from '../testing/fake-server.ts'

/** Where in a link or a request something stands. */
export interface Part {
  readonly of: 'link' | 'request'
  /** Which of several links or requests, from 0. */
  readonly at: number
  readonly kind: 'address' | 'path' | 'parameter' | 'fragment' | 'header' | 'body' | 'claim'
  /** Of a parameter, a header, a claim or a member of the body; of a path the number of its segment, from 1. */
  readonly name: string
  /** Of a claim, the name of the part that holds the token. */
  readonly within?: string
  /** As it is meant: percent-decoded. */
  readonly text: string
}

/** A piece of a link as it stands there; one without a part is what holds the parts together. */
export interface Piece {
  readonly raw: string
  readonly part?: Part
}

type Place = Pick<Part, 'of' | 'at'>

const LINK = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?)([^?#]*)(\?[^#]*)?(#.*)?$/is

/** A link in pieces, which joined are the link. */
export function piecesOf(link: string, place: Place = { of: 'link', at: 0 }): readonly Piece[] {
  const [, address, path = '', query = '', fragment = ''] = LINK.exec(link) ?? []
  if (address === undefined) return [{ raw: link }]
  return [
    { raw: address, part: { ...place, kind: 'address', name: '', text: address } },
    ...pathPieces(path, place),
    ...pairPieces(query, 'parameter', place),
    ...pairPieces(fragment, 'fragment', place),
  ]
}

function pathPieces(path: string, place: Place): readonly Piece[] {
  let count = 0
  return path
    .split(/(\/)/)
    .filter((raw) => raw !== '')
    .map((raw) => {
      if (raw === '/') return { raw }
      count += 1
      return { raw, part: { ...place, kind: 'path', name: String(count), text: decoded(raw) } }
    })
}

/** What stands behind `?` or `#`: pairs by `&`, or one text. */
function pairPieces(text: string, kind: 'parameter' | 'fragment', place: Place): readonly Piece[] {
  if (text === '') return []
  const pairs = text.slice(1).split('&')
  const pieces = pairs.flatMap((pair, index): readonly Piece[] => {
    const joint = index === 0 ? text.charAt(0) : '&'
    const equals = pair.indexOf('=')
    if (equals === -1) return [{ raw: joint }, { raw: pair, part: { ...place, kind, name: '', text: decoded(pair) } }]
    const name = decoded(pair.slice(0, equals))
    const raw = pair.slice(equals + 1)
    return [{ raw: joint + pair.slice(0, equals + 1) }, { raw, part: { ...place, kind, name, text: decoded(raw) } }]
  })
  return pieces.filter(({ raw }) => raw !== '')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The parts of a request: its address, its headers and the members of its body. */
export function partsOfRequest({ url, headers, json }: SentRequest, at: number): readonly Part[] {
  const place: Place = { of: 'request', at }
  return [
    ...piecesOf(url, place).flatMap(({ part }) => part ?? []),
    ...Object.entries(headers).map(([name, text]): Part => ({ ...place, kind: 'header', name, text })),
    ...leavesOf(json, '').map(([name, text]): Part => ({ ...place, kind: 'body', name, text })),
  ]
}

/** The texts and numbers in JSON, by their paths; places in a list are not told apart. */
export function leavesOf(value: unknown, path: string): readonly (readonly [path: string, text: string])[] {
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [[path, String(value)]]
  if (Array.isArray(value)) return value.flatMap((item) => leavesOf(item, `${path}[]`))
  return Object.entries(value).flatMap(([name, part]) => leavesOf(part, path === '' ? name : `${path}.${name}`))
}
