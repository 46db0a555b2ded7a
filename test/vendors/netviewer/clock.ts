/** The simulator's own clock: the system's, until a test sets it. @module */

/** A clock that a test may set; a set clock stands still. */
export interface Clock {
  /** In milliseconds since 1970. */
  now(): number
  /** Stops the clock at that moment: milliseconds since 1970, or ISO 8601 with `Z` or an offset. */
  set(moment: number | string): void
  /** Moves the clock on; it stands still afterwards if it did so before. */
  advance(milliseconds: number): void
}

/** A clock that goes with the system's. */
export function makeClock(): Clock {
  let stoppedAt: number | undefined
  let ahead = 0
  return {
    now: () => stoppedAt ?? Date.now() + ahead,
    set: (moment) => {
      const milliseconds = typeof moment === 'number' ? moment : Date.parse(moment)
      if (!Number.isFinite(milliseconds)) throw new Error(`moment is none: ${moment}. Give milliseconds or ISO 8601.`)
      stoppedAt = milliseconds
    },
    advance: (milliseconds) => {
      if (stoppedAt === undefined) ahead += milliseconds
      else stoppedAt += milliseconds
    },
  }
}
