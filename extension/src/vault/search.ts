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

const RANKS = 3
const LINE_FEED = 0x0a
const SPACE = 0x20

/**
 * The lines that hold every word of a query, whatever its case and accents. The longest word is looked for in the pages
 * as they are; the others only where that stands.
 */
export function searchPages(pages: Iterable<IndexPage>, query: string, limit: number): Found {
  const words = fold(query).split(' ').filter(Boolean)
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '')
  if (longest === '') return { lines: [], more: false }
  const others = words.filter((word) => word !== longest)
  const ranked: (readonly [IndexPage, number])[][] = Array.from({ length: RANKS }, () => [])
  let count = 0
  for (const page of pages) {
    if ((ranked[0]?.length ?? 0) > limit) break
    for (const position of hits(page.texts, longest, others)) {
      const rank = ranked[rankAt(page.texts, position)]
      if (rank !== undefined && rank.length <= limit) rank.push([page, position])
      count += 1
    }
  }
  const best = ranked.flatMap((rank) =>
    rank.map(([page, position]) => lineAt(page, lineNumberAt(page, position))).sort(byLabel),
  )
  return { lines: best.slice(0, limit), more: count > limit }
}

function* hits(texts: string, word: string, others: readonly string[]): Generator<number> {
  for (let found = texts.indexOf(word); found >= 0; ) {
    const end = texts.indexOf('\n', found)
    if (others.length === 0 || holdsAll(texts.slice(texts.lastIndexOf('\n', found) + 1, end), others)) yield found
    found = texts.indexOf(word, end)
  }
}

function holdsAll(line: string, words: readonly string[]): boolean {
  return words.every((word) => line.includes(word))
}

function rankAt(texts: string, position: number): number {
  const before = texts.charCodeAt(position - 1)
  if (before === LINE_FEED) return 0
  return before === SPACE ? 1 : 2
}

function byLabel(one: IndexLine, other: IndexLine): number {
  return one.label < other.label ? -1 : Number(one.label > other.label)
}
