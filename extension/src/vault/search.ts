/** Search over the pages of the index. @module */
import { fold } from './fold.ts'
import { type Among, type IndexLine, type IndexPage, lineAt, lineFilter, lineNumberAt } from './index-page.ts'

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
interface Pass {
  readonly pattern: string
  readonly words: readonly string[]
}

// So many matches are ranked one by one; of more, the best kinds are looked for first.
const RANKED_ONE_BY_ONE = 300

/**
 * The lines that hold every word of a query, whatever its case and accents. Pages are scanned as they are, and only lines
 * that may be shown are parsed.
 */
export function searchPages(pages: readonly IndexPage[], query: string, limit: number, among?: Among): Found {
  const words = fold(query).split(' ').filter(Boolean)
  const phrase = words.join(' ')
  if (phrase === '') return { lines: [], more: false }
  const found: LinesFound = { seen: new Map(), among }
  const lines = scan(pages, { pattern: phrase, words: [] }, found, RANKED_ONE_BY_ONE)
  if (lines.length === RANKED_ONE_BY_ONE) return bestOf(pages, phrase, limit, among)
  lines.sort((one, other) => rankOf(one, phrase) - rankOf(other, phrase) || byLabel(one, other))
  if (words.length > 1) {
    lines.push(...scan(pages, anyOrder(words, pages[0]), found, limit + 1).sort(byLabel))
  }
  return { lines: lines.slice(0, limit), more: lines.length > limit }
}

function bestOf(pages: readonly IndexPage[], phrase: string, limit: number, among: Among | undefined): Found {
  const found: LinesFound = { seen: new Map(), among }
  const lines: IndexLine[] = []
  for (const before of ['\n', ' ', '']) {
    const pass = { pattern: before + phrase, words: [] }
    lines.push(...scan(pages, pass, found, limit + 1 - lines.length).sort(byLabel))
    if (lines.length > limit) break
  }
  return { lines: lines.slice(0, limit), more: true }
}

function rankOf({ text }: IndexLine, phrase: string): number {
  if (text.startsWith(phrase)) return 0
  return text.includes(` ${phrase}`) ? 1 : 2
}

// The rarest word is looked for, as far as one page tells, and the others where it stands.
function anyOrder(words: readonly string[], sample: IndexPage | undefined): Pass {
  const counted = words.map((word) => [word, sample?.texts.split(word).length ?? 0] as const)
  const [rarest] = counted.reduce((best, one) => (one[1] < best[1] ? one : best))
  return { pattern: rarest, words: words.filter((word) => word !== rarest) }
}

function scan(pages: readonly IndexPage[], { pattern, words }: Pass, found: LinesFound, wanted: number): IndexLine[] {
  const lines: IndexLine[] = []
  for (const page of pages) {
    const { texts } = page
    const isAmong = found.among === undefined ? () => true : lineFilter(page, found.among)
    if (isAmong === undefined) continue
    for (let hit = texts.indexOf(pattern); hit >= 0; ) {
      // A pattern that begins with the line feed before a line is on that line.
      const end = texts.indexOf('\n', hit + 1)
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
