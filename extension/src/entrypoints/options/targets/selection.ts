/** Which rows of a table are chosen, by place, while rows are clicked and keys are pressed. @module */

/** The chosen rows, the one that has the focus, and the one from which a range is drawn. */
export interface Selection {
  readonly rows: ReadonlySet<number>
  readonly active: number
  readonly anchor: number
}

/** Nothing is chosen; the first row has the focus. */
export const nothingChosen: Selection = { rows: new Set(), active: 0, anchor: 0 }

/** The focus goes to a row. */
export function moveTo(selection: Selection, row: number): Selection {
  return { ...selection, active: row, anchor: row }
}

/** A row is chosen, or no longer. */
export function toggle({ rows }: Selection, row: number): Selection {
  const changed = new Set(rows)
  if (!changed.delete(row)) changed.add(row)
  return { rows: changed, active: row, anchor: row }
}

/** All rows from the anchor to a row are chosen, beside those that were. */
export function extendTo({ rows, anchor }: Selection, row: number): Selection {
  const changed = new Set(rows)
  for (let place = Math.min(anchor, row); place <= Math.max(anchor, row); place += 1) changed.add(place)
  return { rows: changed, active: row, anchor }
}

/** All rows are chosen; where they were, none is. */
export function toggleAll(selection: Selection, count: number): Selection {
  if (selection.rows.size === count) return { ...selection, rows: new Set() }
  return { ...selection, rows: new Set(Array.from({ length: count }, (_, row) => row)) }
}

/** Where a key leads from a row; `undefined` for keys that lead nowhere. */
export function rowAfter(key: string, row: number, count: number, page: number): number | undefined {
  const to = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + page,
    PageUp: row - page,
    Home: 0,
    End: count - 1,
  }[key]
  return to === undefined ? undefined : Math.max(0, Math.min(to, count - 1))
}
