/** Reads the body and the query of a request; whatever is not exactly right has a complaint. @module */

/** What was read, or what is wrong with it. */
export type Reading = { readonly values: Readonly<Record<string, unknown>> } | { readonly complaint: string }

/** Bodies are small; more is refused. */
export const LARGEST_BODY_BYTES = 16_384
const JSON_TYPE = /^application\/json(?:; ?charset=utf-8)?$/i
// A string of JSON, and whether a colon makes it a name.
const STRING = /"((?:[^"\\]|\\.)*)"\s*(:)?/g

/** Whether the content type says JSON in UTF-8. */
export function isJsonType(contentType: string | undefined): boolean {
  return contentType !== undefined && JSON_TYPE.test(contentType)
}

/** Whether JSON is among the types that the client accepts; "anything" does not name it. */
export function acceptsJson(accept: string | undefined): boolean {
  const types = (accept ?? '').split(',').map((type) => type.split(';')[0]?.trim().toLowerCase())
  return types.includes('application/json')
}

/** Reads a JSON object of UTF-8, without byte order mark, each name once. */
export function readJson(bytes: Buffer): Reading {
  const text = decoded(bytes)
  if (text === undefined) return { complaint: 'The body is not UTF-8.' }
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { complaint: 'The body is no JSON object.' }
  const isFlat = Object.values(value).every((each) => typeof each !== 'object' || each === null)
  const names = [...text.matchAll(STRING)].filter(([, , colon]) => colon === ':')
  if (isFlat && names.length > Object.keys(value).length) return { complaint: 'The body names a parameter twice.' }
  return { values: { ...value } }
}

/** Reads a query, each name once. */
export function readQuery(query: string): Reading {
  const values: Record<string, string> = {}
  if (query === '') return { values }
  for (const pair of query.split('&')) {
    const [name, value, ...more] = pair.split('=').map(decodedComponent)
    if (name === undefined || value === undefined || more.length > 0) return { complaint: 'The query is malformed.' }
    if (Object.hasOwn(values, name)) return { complaint: 'The query names a parameter twice.' }
    values[name] = value
  }
  return { values }
}

function decoded(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function decodedComponent(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
