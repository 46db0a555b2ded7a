/** How many requests in how long a vendor takes. @module */

/** So many requests in so many seconds. */
export interface Pace {
  readonly requests: number
  readonly seconds: number
}

const SECOND_MILLISECONDS = 1000

/**
 * The time from which another request keeps the pace, given when the vendor counted the last ones; all in milliseconds since 1970.
 */
export function nextSlot({ requests, seconds }: Pace, countedAt: readonly number[], now: number): number {
  const period = seconds * SECOND_MILLISECONDS
  const recent = countedAt.filter((time) => time > now - period).toSorted((one, other) => one - other)
  const inTheWay = recent[recent.length - requests]
  return inTheWay === undefined ? now : inTheWay + period
}
