/** Finds the rows of a list that places like the chosen one stand in. @module */
import { type Candidate, candidatesFor, narrowest, type SearchRoot } from './candidates.ts'

/** A list of records. */
export interface Rows {
  /** Finds the rows; what is in one of them belongs to one record. */
  readonly selector: string
  /** The row that the chosen place stands in. */
  readonly row: Element
  readonly count: number
}

/** What people make rows of; a cell is no row, though the cells of a row are as like as the rows are. */
const ROW = 'tr, li, [role="row"], [role="listitem"], [role="article"]'
const CELL = 'td, th, [role="cell"], [role="gridcell"], [role="rowheader"]'

/** The rows around these places, or `undefined` where the places are not alike or not in a list. */
export function rowsAround(place: Element, places: readonly Element[], root: Document | ShadowRoot): Rows | undefined {
  const row = rowOf(place, places)
  if (row === undefined) return undefined
  const levels = levelsBetween(place, row)
  // Like places stand as deep in their rows; to look at each of thousands anew would take too long.
  const rows = new Set(places.flatMap((other) => outward(other, levels) ?? []))
  const fitting = candidatesFor(row, root).filter(({ matches }) => separates(matches, rows, places))
  const chosen = narrowest(fitting)
  return chosen === undefined ? undefined : { selector: chosen.selector, row, count: rows.size }
}

/** Selectors for a place inside its row, from broad to narrow; of the row itself, for its last child. */
export function candidatesInRow(place: Element, row: Element): readonly Candidate[] {
  const inside = place === row ? row.lastElementChild : place
  return inside === null ? [] : candidatesFor(inside, row)
}

/** Whether a place is in a row by what people make rows of, though the page shows a single one. */
export function standsInRow(place: Element): boolean {
  return place.closest(ROW) !== null
}

function rowOf(place: Element, places: readonly Element[]): Element | undefined {
  const cell = place.closest(CELL)
  const smallest = cell?.closest(ROW) ?? place
  let row = smallest
  for (let parent = row.parentElement; parent !== null; parent = row.parentElement) {
    if (parent.localName === 'body' || holdsAnother(parent, row, places)) break
    row = parent
  }
  const isList = row.parentElement !== null && holdsAnother(row.parentElement, row, places)
  if (isList) return row
  return standsInRow(place) ? (place.closest(ROW) ?? undefined) : undefined
}

function levelsBetween(inner: Element, around: Element): number {
  let levels = 0
  for (let at: Element | null = inner; at !== null && at !== around; at = at.parentElement) levels += 1
  return levels
}

function outward(from: Element, levels: number): Element | undefined {
  let at: Element | null = from
  for (let level = 0; level < levels && at !== null; level += 1) at = at.parentElement
  return at ?? undefined
}

function holdsAnother(around: Element, row: Element, places: readonly Element[]): boolean {
  return places.some((place) => around.contains(place) && !row.contains(place))
}

// Every row is found, none stands in another, and no place is in two.
function separates(found: readonly Element[], rows: ReadonlySet<Element>, places: readonly Element[]): boolean {
  const set = new Set(found)
  if (![...rows].every((row) => set.has(row))) return false
  if (found.some((element) => isInside(element, set))) return false
  return places.every((place) => set.has(place) || isInside(place, set))
}

function isInside(element: Element, set: ReadonlySet<Element>): boolean {
  for (let at = element.parentElement; at !== null; at = at.parentElement) if (set.has(at)) return true
  return false
}

/** Where fact and place selectors of a row start from: the row that an element stands in. */
export function scopeAround(element: Element, selector: string): Element | undefined {
  return element.closest(selector) ?? undefined
}

/** The tree that an element stands in. */
export function treeOf(element: Element): Document | ShadowRoot {
  return element.getRootNode() as Document | ShadowRoot
}

/** Where a selector for an element is looked for. */
export function rootFor(element: Element, scope: string | undefined): SearchRoot {
  const row = scope === undefined ? undefined : scopeAround(element, scope)
  return row ?? treeOf(element)
}
