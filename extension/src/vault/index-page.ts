/** One page of the index as a text that is searched as it is: nothing is parsed before it is found. @module */
import { fold, oneLine } from './fold.ts'

/** What the index says of a record. */
export interface IndexEntry {
  readonly kind: string
  /** What it belongs to: a target's account. */
  readonly group?: string | undefined
  /** What people call it. */
  readonly label: string
  /** More that people search for: an id, a company. */
  readonly terms?: readonly string[]
}

/** A line of the index. */
export interface IndexLine {
  readonly id: string
  readonly kind: string
  readonly group: string
  readonly label: string
  /** What is searched, folded. */
  readonly text: string
}

/** Which lines are looked at. */
export interface Among {
  readonly kind: string
  readonly group?: string | undefined
}

/** A page; `lines` and `texts` have one line a record, in the same order, each between two line feeds. */
export interface IndexPage {
  /** Every pair of kind and group, as `kind<tab>group`; a line names its own by a character. */
  readonly classes: readonly string[]
  readonly lines: string
  readonly texts: string
}

const ID_LENGTH = 32
const SECTION = '\u001d'
const FIRST_CLASS = 0x21
const emptyPage: IndexPage = { classes: [], lines: '\n', texts: '\n' }
const knownStarts = new WeakMap<IndexPage, Readonly<Record<'lines' | 'texts', Int32Array>>>()

/** The line for an entry. */
export function lineFor(id: string, { kind, group = '', label, terms = [] }: IndexEntry): IndexLine {
  const shown = oneLine(label)
  return { id, kind, group: oneLine(group), label: shown, text: [shown, ...terms].map(fold).filter(Boolean).join(' ') }
}

/** A page of these lines. */
export function pageOf(lines: readonly IndexLine[]): IndexPage {
  if (lines.length === 0) return emptyPage
  const codes = new Map<string, number>()
  const written = lines.map(({ id, kind, group, label }) => {
    const name = `${kind}\t${group}`
    const code = codes.get(name) ?? FIRST_CLASS + codes.size
    codes.set(name, code)
    return `${id}${String.fromCharCode(code)}${label}`
  })
  const texts = lines.map(({ text }) => text)
  return { classes: [...codes.keys()], lines: `\n${written.join('\n')}\n`, texts: `\n${texts.join('\n')}\n` }
}

/** All lines of a page. */
export function linesOf(page: IndexPage): readonly IndexLine[] {
  return Array.from({ length: lineCount(page) }, (_, number) => lineAt(page, number))
}

/** How many lines a page has. */
export function lineCount(page: IndexPage): number {
  return starts(page).lines.length - 1
}

/** The line with this number, from 0. */
export function lineAt(page: IndexPage, number: number): IndexLine {
  const { lines, texts } = starts(page)
  const line = page.lines.slice(lines[number], (lines[number + 1] ?? 0) - 1)
  const [kind = '', group = ''] = page.classes[line.charCodeAt(ID_LENGTH) - FIRST_CLASS]?.split('\t') ?? []
  const text = page.texts.slice(texts[number], (texts[number + 1] ?? 0) - 1)
  return { id: line.slice(0, ID_LENGTH), kind, group, label: line.slice(ID_LENGTH + 1), text }
}

/** The number of the line that a position in the page's `texts` falls in. */
export function lineNumberAt(page: IndexPage, position: number): number {
  const { texts } = starts(page)
  let low = 0
  let high = texts.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((texts[middle] ?? 0) <= position) low = middle
    else high = middle
  }
  return low
}

/** The numbers of the lines whose text begins so. */
export function* linesBeginningWith(page: IndexPage, beginning: string): Generator<number> {
  const first = beginning.charCodeAt(0)
  const { texts } = starts(page)
  for (let number = 0; number < texts.length - 1; number += 1) {
    const start = texts[number] ?? 0
    if (page.texts.charCodeAt(start) === first && page.texts.startsWith(beginning, start)) yield number
  }
}

/** The line of a record, or `undefined` where the page has none for it. */
export function lineOf(page: IndexPage, id: string): IndexLine | undefined {
  const found = page.lines.indexOf(`\n${id}`)
  if (found < 0) return undefined
  return lineAt(page, starts(page).lines.indexOf(found + 1))
}

/** The numbers of the lines of a kind, and of a group where one is named. */
export function* linesOfKind(page: IndexPage, among: Among): Generator<number> {
  const isAmong = lineFilter(page, among)
  if (isAmong === undefined) return
  const count = lineCount(page)
  for (let number = 0; number < count; number += 1) if (isAmong(number)) yield number
}

/** Tells by its number whether a line is of a kind, without parsing it; `undefined` where the page has none. */
export function lineFilter(page: IndexPage, { kind, group }: Among): ((number: number) => boolean) | undefined {
  const codes = new Set<number>()
  for (const [index, name] of page.classes.entries()) {
    if (group === undefined ? name.startsWith(`${kind}\t`) : name === `${kind}\t${group}`)
      codes.add(FIRST_CLASS + index)
  }
  if (codes.size === 0) return undefined
  const { lines } = starts(page)
  return (number) => codes.has(page.lines.charCodeAt((lines[number] ?? 0) + ID_LENGTH))
}

/** A page as the text that is sealed. */
export function writePage({ classes, lines, texts }: IndexPage): string {
  return [classes.join('\n'), lines, texts].join(SECTION)
}

/** A page from its text, or `undefined` where it does not have the form. */
export function readPage(text: string): IndexPage | undefined {
  const [classes, lines, texts, more] = text.split(SECTION)
  if (classes === undefined || lines === undefined || texts === undefined || more !== undefined) return undefined
  return { classes: classes === '' ? [] : classes.split('\n'), lines, texts }
}

// Where each line starts, and where one more would; found when first needed.
function starts(page: IndexPage): Readonly<Record<'lines' | 'texts', Int32Array>> {
  const known = knownStarts.get(page)
  if (known !== undefined) return known
  const found = { lines: startsIn(page.lines), texts: startsIn(page.texts) }
  knownStarts.set(page, found)
  return found
}

function startsIn(text: string): Int32Array {
  const found: number[] = []
  for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) found.push(feed + 1)
  return Int32Array.from(found)
}
