/** How a vendor's links and ids are known in a page: a plugin's `recognize` and `recognizeText` at work. @module */
import type { Recognition } from './action-rules.ts'
import { MOST_LINK_LENGTH, MOST_MATCHED } from './pattern-limits.ts'
import { matchesPattern, type PatternSettings } from './patterns.ts'
import type { Plugin } from './plugin.ts'

/** What may stand between an id and what shows that it is a part of something longer. */
const LONGEST_SEPARATOR = 4

type TargetFields = { readonly [field: string]: string }

/**
 * What a link in a page says by a plugin's `recognize`: target fields, or `undefined` where it is none of the vendor's, or
 * complete already. A parameter that stands there with two values says nothing, and a link of more than 8,192 characters
 * neither; a path is read up to 2,000.
 *
 * @param settings the account's, for patterns that start at one of them.
 * @example
 * recognizeLink(omnovia, 'https://www.omnovia.com/pages/sc2/roomlogin?roomID=5678') // { roomId: '5678' }
 * recognizeLink(reach, 'https://start.teamviewer.com/124124124') // { remotecontrolId: 'r124124124' }
 */
export function recognizeLink(plugin: Plugin, link: string, settings: PatternSettings = {}): TargetFields | undefined {
  if (link.length > MOST_LINK_LENGTH) return undefined
  const said = (plugin.recognize ?? [])
    .filter(({ href }) => matchesPattern(href, link, settings))
    .map((recognition) => read(recognition, new URL(link)))
    .filter((fields) => fields !== undefined)
  return said.find((fields) => Object.keys(fields).length > 0) ?? said[0]
}

function read({ query = {}, path = {}, prefix = {}, unless = [] }: Recognition, url: URL): TargetFields | undefined {
  if (unless.some((name) => url.searchParams.has(name))) return undefined
  const inQueries = Object.entries(query).map(([field, names]) => ({ field, value: inQuery(url, [names].flat()) }))
  const inPaths = Object.entries(path).map(([field, form]) => ({ field, value: inPath(url, form) }))
  const found = [...inQueries, ...inPaths].flatMap(({ field, value }) => {
    const before = Object.hasOwn(prefix, field) ? prefix[field] : ''
    return value === undefined ? [] : [[field, `${before}${value}`] as const]
  })
  return Object.fromEntries(found)
}

function inQuery({ searchParams }: URL, names: readonly string[]): string | undefined {
  const told = names
    .map((name) => new Set(searchParams.getAll(name).filter((value) => value !== '')))
    .find(({ size }) => size > 0)
  const [value] = told ?? []
  return told?.size === 1 ? value : undefined
}

function inPath({ pathname }: URL, form: string): string | undefined {
  if (pathname.length > MOST_MATCHED) return undefined
  const [, value = ''] = new RegExp(`^(?:${form})$`, 'u').exec(pathname) ?? []
  try {
    return decodeURIComponent(value) || undefined
  } catch {
    return undefined
  }
}

/** A target field, and what it holds by a text. */
export interface RecognizedText {
  readonly field: string
  readonly value: string
}

/**
 * The ids of targets in a text, by a plugin's `recognizeText`; of a long text, in its first 2,000 characters.
 *
 * @example
 * recognizeText(reach, 'TeamViewer 123 456 789') // [{ field: 'remotecontrolId', value: 'r123456789' }]
 */
export function recognizeText({ recognizeText: known = [] }: Plugin, text: string): readonly RecognizedText[] {
  const start = text.slice(0, MOST_MATCHED)
  return known.flatMap(({ text: pattern, field, prefix = '' }) =>
    [...start.matchAll(new RegExp(pattern, 'giu'))].flatMap(({ 0: whole, 1: id = '', index }) => {
      // What reaches the cut may go on behind it, and be another id.
      if (start.length < text.length && index + whole.length >= MOST_MATCHED - LONGEST_SEPARATOR) return []
      const value = id.replace(/\s/gu, '')
      return value === '' ? [] : [{ field, value: prefix + value }]
    }),
  )
}
