/** Reads how a plugin file's links are known in pages: paths as templates, of which expressions are made here. @module */
import type { Recognition } from '../action-rules.ts'
import type { Fields } from '../fields.ts'
import { mayRecognize } from './app-schemes.ts'
import { refuse } from './complaints.ts'
import { at, present, readList, readNamed, readObject, readText } from './read-value.ts'

/** What a recognition may say. */
export const RECOGNITION_NAMES = ['href', 'query', 'path', 'prefix', 'unless'] as const

const TYPES: readonly unknown[] = ['text', 'number', 'choice', 'email']
/** A segment with one gap at most; what stands around it is plain. */
const SEGMENT = /^([\w.~%-]*)(?:\{target\.(\w+)\}([\w.~%-]*))?$/

/** The list of recognitions. */
export function readRecognition(value: unknown, path: string, account: Fields, target: Fields): readonly Recognition[] {
  return readList(value, path).map((one, index) => readOne(one, at(path, index), account, target))
}

function readOne(value: unknown, path: string, account: Fields, target: Fields): Recognition {
  const given = readObject(value, path, RECOGNITION_NAMES)
  const href = readText(given.href, at(path, 'href'))
  if (!mayRecognize(href, account)) refuse('notPattern', at(path, 'href'))
  const query = given.query === undefined ? undefined : readQuery(given.query, at(path, 'query'), target)
  const inPath = given.path === undefined ? undefined : readPath(given.path, at(path, 'path'), target)
  const filled = { ...query, ...inPath }
  if (Object.keys(filled).length === 0) refuse('missing', at(path, 'query'))
  return {
    href,
    ...present({
      query,
      path: inPath,
      prefix: given.prefix === undefined ? undefined : readPrefix(given.prefix, at(path, 'prefix'), filled),
      unless: given.unless === undefined ? undefined : readNames(given.unless, at(path, 'unless')),
    }),
  }
}

function readQuery(value: unknown, path: string, target: Fields): { readonly [field: string]: readonly string[] } {
  const entries = readNamed(value, path).map(([field, names]) => {
    checkField(field, at(path, field), target)
    return [field, readNames([names].flat(), at(path, field))] as const
  })
  return Object.fromEntries(entries)
}

function readNames(value: unknown, path: string): readonly string[] {
  return readList(value, path).map((name, index) => readText(name, at(path, index)))
}

function readPrefix(value: unknown, path: string, filled: object): { readonly [field: string]: string } {
  const entries = readNamed(value, path).map(([field, text]) => {
    if (!Object.hasOwn(filled, field)) refuse('unknown', at(path, field), { known: Object.keys(filled) })
    return [field, readText(text, at(path, field))] as const
  })
  return Object.fromEntries(entries)
}

/** An expression for each gap; each segment has one that ends at the next slash, so that one pass is enough. */
function readPath(value: unknown, path: string, target: Fields): { readonly [field: string]: string } {
  const text = readText(value, path)
  const segments = text.split('/').map((segment) => SEGMENT.exec(segment) ?? refuse('notRecognizedPath', path))
  const fields = segments.flatMap(([, , field]) => field ?? [])
  if (!text.startsWith('/') || fields.length === 0 || new Set(fields).size !== fields.length) {
    refuse('notRecognizedPath', path)
  }
  for (const field of fields) checkField(field, path, target)
  const expressionFor = (wanted: string) =>
    segments
      .map(([, before = '', field, after = '']) => {
        const gap = field === undefined ? '' : field === wanted ? '([^/]+)' : '[^/]+'
        return escaped(before) + gap + escaped(after)
      })
      .join('/')
  return Object.fromEntries(fields.map((field) => [field, expressionFor(field)]))
}

function escaped(literal: string): string {
  // The other signs that a segment may have mean themselves.
  return literal.replaceAll('.', '\\.')
}

function checkField(field: string, path: string, target: Fields): void {
  const type = Object.hasOwn(target, field) ? target[field]?.type : undefined
  if (!TYPES.includes(type)) refuse('notTargetField', path)
}
