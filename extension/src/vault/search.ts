/** Search over the pages of the index. @module */
import { fold } from './fold.ts'
import {
  type Among,
  type IndexLine,
  type IndexPage,
  lineAt,
  lineFilter,
  lineNumberAt,
  linesBeginningWith,
} from './index-page.ts'

/** What a search found. */
export interface Found {
  /** The best first: those that start with what was typed, then those with a word that does, then the others. */
  readonly lines: readonly IndexLine[]
  /** Whether there are more. */
  readonly more: boolean
}

interface LinesFound {
  readonly seen: Map<IndexPage, Set<number>>
  readonly among: Among | undefined
}

/** A text to look for, and words that must stand on the same line. */
interface Pattern {
  readonly pattern: string
  readonly words: readonly string[]
}

/** All words in any order; in the order of the phrase they count for more. */
interface Pass extends Pattern {
  readonly phrase: string
}

// So many matches are ranked one by one; of more, the best kinds are looked for first.
const RANKED_ONE_BY_ONE = 300

/**
 * The lines that hold every word of a query, whatever its case and accents. Pages are scanned as they are, and only lines
 * that may be shown are parsed.
 */
export function searchPages(pages: readonly IndexPage[], query: string, limit: number, among?: Among): Found {
  const words = fold(query).split(' ').filter(Boolean)
  if (words.length === 0) return { lines: [], more: false }
  const pass = inAnyOrder(words, pages[0])
  const lines = scan(pages, pass, { seen: new Map(), among }, RANKED_ONE_BY_ONE)
  if (lines.length === RANKED_ONE_BY_ONE) return bestOf(pages, pass, limit, among)
  lines.sort((one, other) => rankOf(one, pass.phrase) - rankOf(other, pass.phrase) || byLabel(one, other))
  return { lines: lines.slice(0, limit), more: lines.length > limit }
}

function bestOf(pages: readonly IndexPage[], pass: Pass, limit: number, among: Among | undefined): Found {
  const { phrase } = pass
  const found: LinesFound = { seen: new Map(), among }
  const lines = beginningWith(pages, phrase, found, limit + 1).sort(byLabel)
  for (const next of [{ pattern: ` ${phrase}`, words: [] }, { pattern: phrase, words: [] }, pass]) {
    if (lines.length > limit) break
    lines.push(...scan(pages, next, found, limit + 1 - lines.length).sort(byLabel))
  }
  return { lines: lines.slice(0, limit), more: true }
}

// Few lines do, and to look at each one's first letter is much faster than to search for a line feed and the phrase.
function beginningWith(pages: readonly IndexPage[], phrase: string, found: LinesFound, wanted: number): IndexLine[] {
  const lines: IndexLine[] = []
  for (const page of pages) {
    const isAmong = filterOf(page, found)
    if (isAmong === undefined) continue
    for (const number of linesBeginningWith(page, phrase)) {
      const line = isAmong(number) ? newLine(page, number, found) : undefined
      if (line !== undefined) lines.push(line)
      if (lines.length === wanted) return lines
    }
  }
  return lines
}

function filterOf(page: IndexPage, { among }: LinesFound): ((number: number) => boolean) | undefined {
  return among === undefined ? () => true : lineFilter(page, among)
}

function rankOf({ text }: IndexLine, phrase: string): number {
  if (text.startsWith(phrase)) return 0
  if (text.includes(` ${phrase}`)) return 1
  return text.includes(phrase) ? 2 : 3
}

// The rarest word is looked for, as far as one page tells, and the others where it stands.
function inAnyOrder(words: readonly string[], sample: IndexPage | undefined): Pass {
  const counted = words.map((word) => [word, sample?.texts.split(word).length ?? 0] as const)
  const [rarest] = counted.reduce((best, one) => (one[1] < best[1] ? one : best))
  return { phrase: words.join(' '), pattern: rarest, words: words.filter((word) => word !== rarest) }
}

function scan(
  pages: readonly IndexPage[],
  { pattern, words }: Pattern,
  found: LinesFound,
  wanted: number,
): IndexLine[] {
  const lines: IndexLine[] = []
  for (const page of pages) {
    const { texts } = page
    const isAmong = filterOf(page, found)
    if (isAmong === undefined) continue
    for (let hit = texts.indexOf(pattern); hit >= 0; ) {
      const end = texts.indexOf('\n', hit)
      if (holdsAll(texts, hit, end, words)) {
        const number = lineNumberAt(page, end - 1)
        const line = isAmong(number) ? newLine(page, number, found) : undefined
        if (line !== undefined) lines.push(line)
        if (lines.length === wanted) return lines
      }
      hit = texts.indexOf(pattern, end)
    }
  }
  return lines
}

function holdsAll(texts: string, hit: number, end: number, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const line = texts.slice(texts.lastIndexOf('\n', hit), end)
  return words.every((word) => line.includes(word))
}

function newLine(page: IndexPage, number: number, { seen }: LinesFound): IndexLine | undefined {
  const known = seen.get(page) ?? new Set()
  if (known.has(number)) return undefined
  seen.set(page, known.add(number))
  return lineAt(page, number)
}

function byLabel(one: IndexLine, other: IndexLine): number {
  return one.label < other.label ? -1 : Number(one.label > other.label)
}
