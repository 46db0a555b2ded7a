/** Compares a page's address with the patterns of a site's file. @module */
import type { AddressPattern } from './rule.ts'

/** What a pattern found: the record's id, where it names one. */
export interface AddressMatch {
  readonly id: string | undefined
}

/** What stands for an id in a pattern: `{id}`, `{number}`, or `{id:003}` for one that begins so. */
const PLACE = /\{(id|number)(?::([\w-]+))?\}/
/** What an id is made of, so that it ends where the address goes on. */
const CHARACTERS: Readonly<Record<string, RegExp>> = { id: /^[^/?#&;%\s]+$/, number: /^\d+$/ }
const MOST_LETTERS_OF_ID = 200

/** How the first fitting pattern reads an address, or `undefined` where none fits. */
export function matchAddress(patterns: readonly AddressPattern[], address: string): AddressMatch | undefined {
  const url = URL.parse(address)
  if (url === null) return undefined
  for (const pattern of patterns) {
    const match = matchOne(pattern, url)
    if (match !== undefined) return match
  }
  return undefined
}

function matchOne(pattern: AddressPattern, url: URL): AddressMatch | undefined {
  const [hashPath, hashQuery] = splitHash(url.hash.slice(1))
  const parts = [
    pattern.path === undefined ? NOTHING : matchPath(pattern.path, url.pathname),
    matchQuery(pattern.query, url.searchParams),
    pattern.hash === undefined ? NOTHING : matchPath(pattern.hash, hashPath),
    matchQuery(pattern.hashQuery, hashQuery),
  ]
  const found = parts.filter((part) => part !== undefined)
  return found.length === parts.length ? { id: found.find(({ id }) => id !== undefined)?.id } : undefined
}

const NOTHING: AddressMatch = { id: undefined }

/** The path and the parameters in the part after `#`: `Contact/view/5`, `/nc/base/table?rowId=1`, `id=8&model=res.partner`. */
export function splitHash(hash: string): readonly [string, URLSearchParams] {
  const end = hash.search(/[?;&]/)
  const path = end === -1 ? hash : hash.slice(0, end)
  const isAllQuery = path.includes('=')
  return [isAllQuery ? '' : path, new URLSearchParams(isAllQuery ? hash : end === -1 ? '' : hash.slice(end + 1))]
}

function matchQuery(wanted: AddressPattern['query'], given: URLSearchParams): AddressMatch | undefined {
  let id: string | undefined
  for (const [name, pattern] of Object.entries(wanted ?? {})) {
    const value = given.get(name)
    const match = value === null ? undefined : matchSegment(pattern, value)
    if (match === undefined) return undefined
    id ??= match.id
  }
  return { id }
}

function matchPath(pattern: string, path: string): AddressMatch | undefined {
  return matchSegments(segmentsOf(pattern), segmentsOf(path))
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '')
}

// Where a pattern says that the address does not go on.
const END = '$'

function matchSegments(patterns: readonly string[], segments: readonly string[]): AddressMatch | undefined {
  const [pattern, ...otherPatterns] = patterns
  if (pattern === undefined) return NOTHING
  if (pattern === END) return segments.length === 0 ? NOTHING : undefined
  if (pattern === '**') {
    for (let skipped = 0; skipped <= segments.length; skipped += 1) {
      const match = matchSegments(otherPatterns, segments.slice(skipped))
      if (match !== undefined) return match
    }
    return undefined
  }
  const [segment, ...otherSegments] = segments
  const match = segment === undefined ? undefined : matchSegment(pattern, segment)
  const rest = match === undefined ? undefined : matchSegments(otherPatterns, otherSegments)
  return rest === undefined ? undefined : { id: match?.id ?? rest.id }
}

function matchSegment(pattern: string, segment: string): AddressMatch | undefined {
  if (pattern === '*') return NOTHING
  const place = PLACE.exec(pattern)
  if (place === null) return pattern === segment ? NOTHING : undefined
  const [whole, name = '', beginning = ''] = place
  const before = pattern.slice(0, place.index)
  const after = pattern.slice(place.index + whole.length)
  const id = segment.slice(before.length, segment.length - after.length)
  const fits = segment.startsWith(before) && segment.endsWith(after) && id.startsWith(beginning) && id !== beginning
  return fits && CHARACTERS[name]?.test(id) && id.length <= MOST_LETTERS_OF_ID ? { id } : undefined
}
