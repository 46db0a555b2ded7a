/** Reads the parts of a plugin file, each at its path: what has not the form asked for is refused there. @module */
import type { Text } from '../text.ts'
import { refuse } from './complaints.ts'

/** An object of a file: its own names, each known. */
export type FileObject = { readonly [name: string]: unknown }

/** Characters of one word or sentence for people. */
const MAX_WORDS_LENGTH = 300
/** Entries of any list or table. */
export const MAX_ENTRIES = 100
const MAX_NAME_LENGTH = 40
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/
/** Names that every object has already, beside those that no file may hold at all. */
const TAKEN: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype))
const LANGUAGE = /^[a-z]{2,3}(-[A-Z]{2})?$/
/** Control characters, and those that turn the direction of what follows: a name must not look like another. */
const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

/** The path of a part. */
export function at(path: string, name: string | number): string {
  return path === '' ? String(name) : `${path}.${name}`
}

/** An object with any names, as tables of fields and actions are. */
export function readTable(value: unknown, path: string): readonly (readonly [name: string, value: unknown])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('notObject', path)
  const entries = Object.entries(value)
  if (entries.length > MAX_ENTRIES) refuse('tooMany', path, { limit: MAX_ENTRIES })
  return entries
}

/** An object with these names and no others. */
export function readObject(value: unknown, path: string, known: readonly string[]): FileObject {
  const entries = readTable(value, path)
  for (const [name] of entries) {
    if (!known.includes(name)) refuse('unknown', at(path, name.slice(0, MAX_NAME_LENGTH)), { known })
  }
  return Object.fromEntries(entries)
}

/** The names of a table of fields or actions, each with what it stands for. */
export function readNamed(value: unknown, path: string): readonly (readonly [name: string, value: unknown])[] {
  const entries = readTable(value, path)
  for (const [name] of entries) {
    if (name.length > MAX_NAME_LENGTH || !NAME.test(name) || TAKEN.has(name)) {
      refuse('notName', at(path, name.slice(0, MAX_NAME_LENGTH)), { limit: MAX_NAME_LENGTH })
    }
  }
  return entries
}

/** A list with one entry at least. */
export function readList(value: unknown, path: string): readonly unknown[] {
  if (value === undefined) return refuse('missing', path)
  if (!Array.isArray(value)) return refuse('notList', path)
  if (value.length === 0 || value.length > MAX_ENTRIES) refuse('tooMany', path, { limit: MAX_ENTRIES })
  return value
}

/** A text for programs. */
export function readText(value: unknown, path: string, limit = MAX_WORDS_LENGTH): string {
  if (value === undefined) return refuse('missing', path)
  if (typeof value !== 'string' || !isShown(value) || value.length > limit) return refuse('notText', path, { limit })
  return value
}

/** A text for people, in one language or several. */
export function readWords(value: unknown, path: string): Text {
  if (value === undefined || typeof value === 'string') return readText(value, path)
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'en')) return refuse('notWords', path)
  const entries = readTable(value, path)
  for (const [language, text] of entries) {
    if (!LANGUAGE.test(language)) refuse('notWords', path)
    readText(text, at(path, language))
  }
  return Object.fromEntries(entries) as Text
}

function isShown(text: string): boolean {
  return text.trim() !== '' && !CONTROL.test(text) && text.isWellFormed()
}

/** One of several words. */
export function readOneOf<Word extends string>(value: unknown, path: string, known: readonly Word[]): Word {
  if (value === undefined) return refuse('missing', path)
  return known.find((word) => word === value) ?? refuse('notOneOf', path, { known })
}

/** `true`, or nothing. */
export function readTrue(value: unknown, path: string): true | undefined {
  return value === undefined || value === true ? value : refuse('notTrue', path)
}

/** A number within limits. */
export function readNumber(value: unknown, path: string, least: number, most: number): number {
  if (value === undefined) return refuse('missing', path)
  if (typeof value !== 'number' || !(value >= least && value <= most)) return refuse('notNumber', path, { least, most })
  return value
}

/** A whole number within limits. */
export function readWhole(value: unknown, path: string, least: number, most: number): number {
  const number = readNumber(value, path, least, most)
  return Number.isInteger(number) ? number : refuse('notWhole', path, { least, most })
}

/** Without what is `undefined`, so that data survives JSON. */
export function present<Shape extends object>(
  shape: Shape,
): { readonly [Name in keyof Shape]?: Exclude<Shape[Name], undefined> } {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as typeof shape
}
