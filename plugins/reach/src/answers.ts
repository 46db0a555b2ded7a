/** Reads what stands in TeamViewer's answers. @module */
import { badAnswer } from './call.ts'

/** A JSON object. */
export type JsonObject = { readonly [name: string]: unknown }

/** @throws PluginError `bad-answer` for anything but a JSON object. */
export function objectIn(value: unknown): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject
  throw badAnswer()
}

/** @throws PluginError `bad-answer` for anything but a text with something in it. */
export function textAt(object: JsonObject, name: string): string {
  const value = Object.hasOwn(object, name) ? object[name] : undefined
  if (typeof value === 'string' && value !== '') return value
  throw badAnswer()
}

/** A text or number as text; empty where there is none. */
export function wordAt(object: JsonObject, name: string): string {
  const value = Object.hasOwn(object, name) ? object[name] : undefined
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : ''
}

/** @throws PluginError `bad-answer` for anything but a list of JSON objects. */
export function objectsAt(object: JsonObject, name: string): readonly JsonObject[] {
  const value = Object.hasOwn(object, name) ? object[name] : undefined
  if (!Array.isArray(value)) throw badAnswer()
  return value.map(objectIn)
}

const MAX_PAGES = 2000

/**
 * Reads page after page, each with the token that the one before gave.
 *
 * @throws PluginError `bad-answer` where a token comes twice or there is no end.
 */
export async function allPages(
  list: string,
  tokenName: string,
  page: (token: string | undefined) => Promise<unknown>,
): Promise<readonly JsonObject[]> {
  const found: JsonObject[] = []
  const tokens = new Set<string>()
  for (let token: string | undefined; tokens.size < MAX_PAGES; ) {
    const body = objectIn(await page(token))
    found.push(...objectsAt(body, list))
    token = wordAt(body, tokenName)
    if (token === '') return found
    if (tokens.has(token)) break
    tokens.add(token)
  }
  throw badAnswer()
}
