/** Which page of the index a record stands on, and what a change does to the pages. @module */
import { type IndexLine, type IndexPage, linesOf, pageOf } from './index-page.ts'

/** A page with its place: the first bits of the ids on it, and the edition that is stored. */
export interface PlacedPage {
  readonly prefix: string
  /** Changes with every change of the page. */
  readonly edition: string
  readonly page: IndexPage
}

/** The index as far as a change needs it: all prefixes, and the pages that it touches. */
export interface Pages {
  readonly prefixes: ReadonlySet<string>
  readonly pages: ReadonlyMap<string, PlacedPage>
}

/** Lines to set, or to take away where `undefined`, by record id. */
export type LineChanges = ReadonlyMap<string, IndexLine | undefined>

/** What a change does: the pages that go, and those that come in their place. */
export interface PageChange {
  readonly removed: readonly PlacedPage[]
  readonly added: readonly Omit<PlacedPage, 'edition'>[]
}

/** A page with more lines than this is split in two. */
export const LINES_A_PAGE = 1000

const PREFIX_HEX_DIGITS = 8
const PREFIX_BITS = PREFIX_HEX_DIGITS * 4

/** The prefix of the page that a record stands on; ids are random, so pages fill evenly. */
export function prefixFor(id: string, prefixes: ReadonlySet<string>): string | undefined {
  const bits = bitsOf(id)
  for (let length = 0; length <= bits.length; length += 1) {
    if (prefixes.has(bits.slice(0, length))) return bits.slice(0, length)
  }
  return undefined
}

/** Whether prefixes cover every id exactly once. */
export function coverAll(prefixes: readonly string[]): boolean {
  const sorted = prefixes.toSorted()
  const share = sorted.reduce((sum, prefix) => sum + 2 ** -prefix.length, 0)
  return share === 1 && sorted.every((prefix, index) => index === 0 || !prefix.startsWith(sorted[index - 1] ?? ''))
}

/** What changed lines do to the pages: each changed page is written anew, in halves where it grew too large. */
export function changePages({ prefixes, pages }: Pages, changes: LineChanges): PageChange {
  const byPage = Map.groupBy(changes, ([id]) => prefixFor(id, prefixes) ?? '')
  const removed: PlacedPage[] = []
  const added: Omit<PlacedPage, 'edition'>[] = []
  for (const [prefix, changed] of byPage) {
    const placed = pages.get(prefix)
    if (placed !== undefined) removed.push(placed)
    added.push(...split(prefix, changedLines(placed?.page, new Map(changed))))
  }
  return { removed, added }
}

function changedLines(page: IndexPage | undefined, changes: LineChanges): readonly IndexLine[] {
  const kept = page === undefined ? [] : linesOf(page).filter(({ id }) => !changes.has(id))
  return [...kept, ...[...changes.values()].filter((line) => line !== undefined)]
}

function split(prefix: string, lines: readonly IndexLine[]): readonly Omit<PlacedPage, 'edition'>[] {
  // No page is narrower than the bits that are looked at, or lines would have no page to go to.
  if (lines.length <= LINES_A_PAGE || prefix.length === PREFIX_BITS) return [{ prefix, page: pageOf(lines) }]
  const half = (bit: string) => lines.filter(({ id }) => bitsOf(id)[prefix.length] === bit)
  return ['0', '1'].flatMap((bit) => split(prefix + bit, half(bit)))
}

function bitsOf(id: string): string {
  const number = Number.parseInt(id.slice(0, PREFIX_HEX_DIGITS), 16)
  return number.toString(2).padStart(PREFIX_BITS, '0')
}
