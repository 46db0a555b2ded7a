/** Moments as ISO 8601 writes them, and wall clocks of time zones. @module */

/** A moment, and the offset that it was written with. */
export interface Moment {
  /** In milliseconds since 1970. */
  readonly milliseconds: number
  readonly offsetMinutes: number
}

/** Where a wall clock hangs: a fixed offset in minutes, or a name of the IANA time zone database. */
export type Zone = number | string

const MINUTE_MILLISECONDS = 60_000
const DAY_MILLISECONDS = 86_400_000
const LARGEST_OFFSET_MINUTES = 14 * 60
const MOMENT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d{1,3})?(?:Z|([+-])(\d\d):(\d\d))$/
const LONG_OFFSET = /^GMT(?:([+-])(\d\d):(\d\d))?/
/** Making one takes longer than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** Reads a moment; undefined where the text is none, and where the calendar or the clock has no such time. */
export function readMoment(text: string): Moment | undefined {
  const [, wallClock, sign, hours = '0', minutes = '0'] = MOMENT.exec(text) ?? []
  if (wallClock === undefined || Number(minutes) > 59) return undefined
  const offsetMinutes = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  const milliseconds = Date.parse(text)
  if (Number.isNaN(milliseconds) || Math.abs(offsetMinutes) > LARGEST_OFFSET_MINUTES) return undefined
  // `Date` takes 30 February for 2 March; written again, it would be another text.
  const again = new Date(milliseconds + offsetMinutes * MINUTE_MILLISECONDS).toISOString()
  return again.startsWith(wallClock) ? { milliseconds, offsetMinutes: offsetMinutes || 0 } : undefined
}

/** Whether this names a time zone with its own rules; an offset does not. */
export function isZone(name: unknown): name is string {
  if (typeof name !== 'string' || !/^[A-Za-z]/.test(name)) return false
  try {
    formatFor(name)
    return true
  } catch {
    return false
  }
}

/** What a wall clock shows at a moment, in milliseconds as if its zone were UTC. */
export function wallClockAt(zone: Zone, milliseconds: number): number {
  return milliseconds + offsetAt(zone, milliseconds)
}

/**
 * The moment at which a wall clock shows that. Of two such moments the first; a time that is skipped is read with the
 * offset from before (RFC 5545, 3.3.5).
 */
export function momentOf(zone: Zone, wallClock: number): number {
  const before = wallClock - offsetAt(zone, wallClock - DAY_MILLISECONDS)
  if (wallClockAt(zone, before) === wallClock) return before
  const after = wallClock - offsetAt(zone, wallClock + DAY_MILLISECONDS)
  return wallClockAt(zone, after) === wallClock ? after : before
}

function offsetAt(zone: Zone, milliseconds: number): number {
  if (typeof zone === 'number') return zone * MINUTE_MILLISECONDS
  const text =
    formatFor(zone)
      .formatToParts(milliseconds)
      .find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = '0', minutes = '0'] = LONG_OFFSET.exec(text) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MILLISECONDS
}

function formatFor(zone: string): Intl.DateTimeFormat {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  formats.set(zone, format)
  return format
}
