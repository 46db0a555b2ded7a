/** When a certificate ends, in days; needs nothing but dates, so every page may use it. @module */

/** From so many days before the end on, the user is warned. */
export const WARNING_DAYS = 30

const DAY = 24 * 60 * 60 * 1000

/** How a certificate stands in time; `days` are those of the user's calendar, today's being 0. */
export interface Standing {
  readonly state: 'not-yet' | 'valid' | 'ending' | 'ended'
  readonly days: number
}

/**
 * How a certificate stands at a moment; all times are milliseconds since 1970.
 *
 * `days` says how long until it begins (`not-yet`) or ends (`valid`, `ending`), or since it ended (`ended`).
 */
export function standingOf(
  { starts, ends }: { readonly starts?: number; readonly ends: number },
  now: number,
): Standing {
  if (starts !== undefined && now < starts) return { state: 'not-yet', days: daysBetween(now, starts) }
  if (now > ends) return { state: 'ended', days: daysBetween(ends, now) }
  const days = daysBetween(now, ends)
  return { state: days < WARNING_DAYS ? 'ending' : 'valid', days }
}

/** How many midnights of the user's own clock lie between two moments. */
function daysBetween(earlier: number, later: number): number {
  return dayNumber(later) - dayNumber(earlier)
}

// Local dates counted as if in UTC: where clocks change, a day has 23 or 25 hours.
function dayNumber(moment: number): number {
  const date = new Date(moment)
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY
}

/** Those of these ends that are to be warned of, the earliest first. */
export function endsToWarnOf(ends: readonly number[], now: number): readonly number[] {
  return ends
    .filter((end) => ['ending', 'ended'].includes(standingOf({ ends: end }, now).state))
    .toSorted((one, other) => one - other)
}
