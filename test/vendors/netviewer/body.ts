/** Reads the body of a request: a JSON object in UTF-8, each name once; anything else has a complaint. @module */

/** What was read, or what is wrong with it. */
export type Reading = { readonly value: object } | { readonly complaint: string }

/** Bodies are small; more is refused. */
export const LARGEST_BODY_BYTES = 65_536
const JSON_TYPE = /^application\/json(?:; ?charset=utf-8)?$/i
// A string of JSON, and whether a colon makes it a name.
const STRING = /"(?:[^"\\]|\\.)*"\s*(:)?/g

/** Whether the content type says JSON in UTF-8. */
export function isJsonType(contentType: string | undefined): boolean {
  return contentType !== undefined && JSON_TYPE.test(contentType)
}

/** Whether the client takes JSON; no header means that it takes anything (RFC 9110, 12.5.1). */
export function takesJson(accept: string | undefined): boolean {
  const types = (accept ?? '*/*').split(',').map((type) => type.split(';')[0]?.trim().toLowerCase() ?? '')
  return types.some((type) => ['*/*', 'application/*', 'application/json'].includes(type))
}

/** Reads the bytes of a body. */
export function readJson(bytes: Buffer): Reading {
  const text = decoded(bytes)
  if (text === undefined) return { complaint: 'The body is not UTF-8.' }
  const value = parsed(text)
  if (!isObject(value) || Array.isArray(value)) return { complaint: 'The body is no JSON object.' }
  const nameCount = [...text.matchAll(STRING)].filter(([, colon]) => colon === ':').length
  return nameCount > countNames(value) ? { complaint: 'The body has a name twice.' } : { value }
}

function countNames(value: unknown): number {
  if (!isObject(value)) return 0
  const own = Array.isArray(value) ? 0 : Object.keys(value).length
  return Object.values(value).reduce((sum: number, child) => sum + countNames(child), own)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
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
