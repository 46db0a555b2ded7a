/** Between moments and the clocks of time zones, right across daylight saving. @module */
import { PluginError } from '@joinery/sdk'

/** What a clock and a calendar on the wall show. */
export interface WallClock {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

const formats = new Map<string, Intl.DateTimeFormat>()
// Calendars know zones by their IANA names; an offset such as +01:00 has no daylight saving.
const ZONE_NAME = /^[A-Za-z]/

/** The zone of this machine. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/**
 * The name of a time zone as calendars write it.
 *
 * @example
 * expectZone('europe/berlin') // 'Europe/Berlin'
 * @throws PluginError `invalid` (`timeZone`) where there is none of that name; so does all that follows here.
 */
export function expectZone(zone: string): string {
  return formatOf(zone).resolvedOptions().timeZone
}

/**
 * What the clock of a zone shows at a moment (milliseconds since 1970).
 *
 * @example
 * wallClockAt(Date.UTC(2026, 6, 1, 8), 'Europe/Berlin').hour // 10
 */
export function wallClockAt(moment: number, zone: string): WallClock {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts
  return { year, month, day, hour, minute, second }
}

/**
 * The day in a zone, as ISO 8601 writes it.
 *
 * @example
 * dayAt(Date.UTC(2026, 6, 1, 23), 'Europe/Berlin') // '2026-07-02'
 */
export function dayAt(moment: number, zone: string): string {
  const { year, month, day } = wallClockAt(moment, zone)
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
}

/**
 * The moment at which the clock of a zone shows this: of two, the first; where the clock leaps over it, as long after the
 * leap as it lies after its beginning (RFC 5545, 3.3.5).
 */
export function momentAt(wall: WallClock, zone: string): number {
  const shown = asIfUtc(wall)
  // One of the offsets in force a day before and a day after is the one in force then.
  const [before, after] = [shown - DAY, shown + DAY].map((moment) => offsetAt(moment, zone))
  const candidates = [before, after].map((offset = 0) => shown - offset)
  const exact = candidates.filter((moment) => asIfUtc(wallClockAt(moment, zone)) === shown)
  return exact.length > 0 ? Math.min(...exact) : shown - (before ?? 0)
}

const DAY = 24 * 3600 * 1000

/** Minutes and seconds east of Greenwich, in milliseconds. */
export function offsetAt(moment: number, zone: string): number {
  const wholeSeconds = Math.floor(moment / 1000) * 1000
  return asIfUtc(wallClockAt(wholeSeconds, zone)) - wholeSeconds
}

/** Days since 1970 and the like are counted on the wall clock as if it were that of Greenwich. */
export function asIfUtc({ year, month, day, hour, minute, second }: WallClock): number {
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  if (!ZONE_NAME.test(zone)) throw noZone()
  try {
    const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', { ...PARTS, timeZone: zone })
    formats.set(zone, format)
    return format
  } catch {
    throw noZone()
  }
}

const PARTS = {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const

function noZone(): PluginError {
  const text = {
    en: 'There is no such time zone; names are such as Europe/Berlin.',
    de: 'Diese Zeitzone gibt es nicht; Namen sind etwa Europe/Berlin.',
  }
  return new PluginError('invalid', text, { field: 'timeZone' })
}
