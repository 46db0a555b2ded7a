/** Search over the pages of the index. @module */
import { fold } from './fold.ts'
import { type IndexLine, type IndexPage, lineAt, lineNumberAt } from './index-page.ts'

/** What a search found. */
export interface Found {
  /** The best first: those that start with what was typed, then those with a word that does, then the others. */
  readonly lines: readonly IndexLine[]
  /** Whether there are more. */
  readonly more: boolean
}

/** Whether a line may be found at all. */
export type Wanted = (line: IndexLine) => boolean

interface LinesFound {
  readonly seen: Map<IndexPage, Set<number>>
  readonly wanted: Wanted
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
export function searchPages(
  pages: readonly IndexPage[],
  query: string,
  limit: number,
  wanted: Wanted = () => true,
): Found {
  const words = fold(query).split(' ').filter(Boolean)
  const phrase = words.join(' ')
  if (phrase === '') return { lines: [], more: false }
  const found: LinesFound = { seen: new Map(), wanted }
  const lines = scan(pages, { pattern: phrase, words: [] }, found, RANKED_ONE_BY_ONE)
  if (lines.length === RANKED_ONE_BY_ONE) return bestOf(pages, phrase, limit, wanted)
  lines.sort((one, other) => rankOf(one, phrase) - rankOf(other, phrase) || byLabel(one, other))
  if (words.length > 1) {
    lines.push(...scan(pages, anyOrder(words, pages[0]), found, limit + 1).sort(byLabel))
  }
  return { lines: lines.slice(0, limit), more: lines.length > limit }
}

function bestOf(pages: readonly IndexPage[], phrase: string, limit: number, wanted: Wanted): Found {
  const found: LinesFound = { seen: new Map(), wanted }
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
    for (let hit = texts.indexOf(pattern); hit >= 0; ) {
      // A pattern that begins with the line feed before a line is on that line.
      const end = texts.indexOf('\n', hit + 1)
      if (holdsAll(texts, hit, end, words)) {
        const line = newLine(page, lineNumberAt(page, end - 1), found)
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

function newLine(page: IndexPage, number: number, { seen, wanted }: LinesFound): IndexLine | undefined {
  const known = seen.get(page) ?? new Set()
  if (known.has(number)) return undefined
  seen.set(page, known.add(number))
  const line = lineAt(page, number)
  return wanted(line) ? line : undefined
}

function byLabel(one: IndexLine, other: IndexLine): number {
  return one.label < other.label ? -1 : Number(one.label > other.label)
}
