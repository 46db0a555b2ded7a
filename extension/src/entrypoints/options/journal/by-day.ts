/** Lines by the days of the user's own clock. @module */

/** A day, and what was done on it. */
export interface Day<Line> {
  /** Where it begins, in milliseconds since 1970. */
  readonly begins: number
  readonly lines: readonly Line[]
}

/** Groups lines by day, in the order in which they come. */
export function byDay<Line extends { readonly at: number }>(lines: readonly Line[]): readonly Day<Line>[] {
  return [...Map.groupBy(lines, ({ at }) => new Date(at).setHours(0, 0, 0, 0))].map(([begins, those]) => ({
    begins,
    lines: those,
  }))
}

/** Where a day begins that was written as `2026-11-28`, or the one so many days later; nothing for what is no day. */
export function dayBegins(written: string, daysLater = 0): number | undefined {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = written.split('-').map(Number)
  const begins = new Date(year, month - 1, day + daysLater).getTime()
  return Number.isNaN(begins) ? undefined : begins
}
