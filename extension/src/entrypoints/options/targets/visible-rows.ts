/** Which rows of a long table are to be drawn. @module */

/** Rows beyond what is seen, so that scrolling does not meet gaps. */
const BEYOND = 10

/** The rows from `first` up to, and without, `end`. */
export interface RowRange {
  readonly first: number
  readonly end: number
}

/** The rows around what is seen, all of one height, in CSS pixels. */
export function visibleRows(scrolled: number, seen: number, rowHeight: number, count: number): RowRange {
  const first = Math.max(0, Math.floor(scrolled / rowHeight) - BEYOND)
  const end = Math.min(count, Math.ceil((scrolled + seen) / rowHeight) + BEYOND)
  return { first: Math.min(first, Math.max(0, count - 1)), end }
}

/** How far to scroll so that a row is wholly seen; as little as can be. */
export function scrollTo(row: number, scrolled: number, seen: number, rowHeight: number): number {
  const top = row * rowHeight
  if (top < scrolled) return top
  return top + rowHeight > scrolled + seen ? top + rowHeight - seen : scrolled
}
