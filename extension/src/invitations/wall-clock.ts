/** What the clocks of a time zone show. @module */

/** A time as a clock and a calendar on a wall show it; months from 1. */
export interface WallTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000
const clocks = new Map<string, Intl.DateTimeFormat>()

/** Whether the browser knows a time zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    clockOf(name)
    return true
  } catch {
    return false
  }
}

/** A zone's name as the browser writes it, such as `Europe/Berlin` for `europe/berlin`. */
export function zoneName(timeZone: string): string {
  return clockOf(timeZone).resolvedOptions().timeZone
}

/** The time on the wall at an instant, in milliseconds since 1970. */
export function wallTimeAt(milliseconds: number, timeZone: string): WallTime {
  const parts = clockOf(timeZone).formatToParts(milliseconds)
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
    second: read('second'),
  }
}

/** The instant when the wall shows this time; of a time that is shown twice the first, of one that is skipped the next. */
export function instantOf(wall: WallTime, timeZone: string): number {
  const asUtc = utc(wall)
  const offsetAt = (instant: number) => utc(wallTimeAt(instant, timeZone)) - instant
  // No zone is further from UTC than a day, and none changes twice within two.
  const [before, after] = [offsetAt(asUtc - DAY_MILLISECONDS), offsetAt(asUtc + DAY_MILLISECONDS)]
  const early = asUtc - before
  const late = asUtc - after
  return offsetAt(early) !== before && offsetAt(late) === after ? late : early
}

function utc({ year, month, day, hour, minute, second }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known !== undefined) return known
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  clocks.set(timeZone, clock)
  return clock
}
