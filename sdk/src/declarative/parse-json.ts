/** Parses the text of a plugin file: small, shallow, each name once, and none that objects have already. @module */
import { refuse } from './complaints.ts'

/** Bytes that a plugin file may have, in UTF-8. */
export const MAX_FILE_BYTES = 64 * 1024

const MAX_DEPTH = 12
/**
 * A text, or a sign that opens, closes or parts; the rest is numbers, words and white space. A text without its end goes
 * to the end of the file, so that no other is looked for in it.
 */
const TOKEN = /"(?:[^"\\]|\\.)*(?:"|\\?$)|[{}[\]:,]/gs
/** By these, what is copied with care elsewhere would still reach into every object. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * The value in the text.
 *
 * @throws PluginError where it is too large or too deep, is not JSON, or names something twice.
 */
export function parseJson(text: string): unknown {
  if (isTooLarge(text)) refuse('tooLarge', '', { limit: MAX_FILE_BYTES / 1024 })
  checkNames(text)
  try {
    return JSON.parse(text)
  } catch {
    return refuse('notJson', '')
  }
}

/** Most are seen to be by their characters alone, of which none takes less than a byte. */
function isTooLarge(text: string): boolean {
  return text.length > MAX_FILE_BYTES || new TextEncoder().encode(text).length > MAX_FILE_BYTES
}

/** An object or list that is open, and where in it the reading is. */
interface Open {
  /** The names so far; a list has none. */
  readonly names: Set<string> | undefined
  place: string
}

/** Before anything is built of it, since a parser keeps the last of two like names and says nothing. */
function checkNames(text: string): void {
  const open: Open[] = []
  let last = ''
  for (const [token] of text.matchAll(TOKEN)) {
    const inner = open.at(-1)
    if (token === '{' || token === '[') {
      if (open.length >= MAX_DEPTH) refuse('tooDeep', pathOf(open), { limit: MAX_DEPTH })
      open.push(token === '{' ? { names: new Set(), place: '' } : { names: undefined, place: '0' })
    } else if (token === '}' || token === ']') open.pop()
    else if (token === ':' && inner?.names !== undefined) takeName(open, inner, inner.names, last)
    else if (token === ',' && inner !== undefined && inner.names === undefined) inner.place = String(+inner.place + 1)
    last = token
  }
}

function takeName(open: readonly Open[], inner: Open, names: Set<string>, token: string): void {
  const name = textOf(token)
  if (name === undefined) return
  inner.place = name
  if (FORBIDDEN.has(name)) refuse('forbiddenName', pathOf(open))
  if (names.has(name)) refuse('twice', pathOf(open))
  names.add(name)
}

/** A name as it is without its escapes, by which `__proto__` could hide; `undefined` where it is no JSON. */
function textOf(token: string): string | undefined {
  try {
    return String(JSON.parse(token))
  } catch {
    return undefined
  }
}

/** Long enough to find the place; a name may be as long as the file. */
function pathOf(open: readonly Open[]): string {
  return open
    .map(({ place }) => place)
    .join('.')
    .slice(0, 100)
}
