/** Recurrence rules after RFC 5545, read strictly: what stands in a calendar file is what was understood. @module */
import ICAL from 'ical.js'
import { instantOf } from './wall-clock.ts'

/** How a meeting repeats. */
export interface Recurrence {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  readonly interval: number
  readonly count?: number
  /** The last instant at which it may begin, in milliseconds since 1970. */
  readonly until?: number
  /** The `BY…` parts, by their names. */
  readonly parts: { readonly [name: string]: readonly (string | number)[] }
  /** The rule as a calendar file has it. */
  readonly rule: string
}

const FREQUENCIES: ReadonlySet<string> = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'])
const PART =
  /^(FREQ|INTERVAL|COUNT|UNTIL|WKST|BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS|BYYEARDAY|BYWEEKNO)=([A-Z0-9+-]+(?:,[A-Z0-9+-]+)*)$/
const POSITIVE = /^[1-9]\d{0,4}$/
// A date, a time on the zone's wall, or one in UTC.
const UNTIL = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/

/** The rule's meaning for a meeting in a time zone, or `undefined` where it is no rule that a meeting can follow. */
export function readRecurrence(text: string, timeZone: string): Recurrence | undefined {
  const values = partsOf(text.toUpperCase().replace(/^RRULE:/, ''))
  const frequency = values?.get('FREQ')
  if (values === undefined || frequency === undefined || !FREQUENCIES.has(frequency)) return undefined
  const counts = ['INTERVAL', 'COUNT'].flatMap((name) => values.get(name) ?? [])
  if (!counts.every((count) => POSITIVE.test(count))) return undefined
  const end = values.get('UNTIL')
  const until = end === undefined ? undefined : instantOfUntil(end, timeZone)
  if (end !== undefined && (until === undefined || values.has('COUNT'))) return undefined
  // With a time zone at its start, a meeting's end is told in UTC (RFC 5545, 3.3.10).
  if (until !== undefined) values.set('UNTIL', inUtc(until))
  return understood(values, frequency as Recurrence['frequency'], until)
}

function understood(
  values: ReadonlyMap<string, string>,
  frequency: Recurrence['frequency'],
  until: number | undefined,
): Recurrence | undefined {
  try {
    const recur = ICAL.Recur.fromString([...values].map(([name, value]) => `${name}=${value}`).join(';'))
    const count = recur.count
    return {
      frequency,
      interval: recur.interval,
      ...(count === null || count === undefined ? {} : { count }),
      ...(until === undefined ? {} : { until }),
      parts: recur.parts as Recurrence['parts'],
      rule: recur.toString(),
    }
  } catch {
    return undefined
  }
}

function partsOf(text: string): Map<string, string> | undefined {
  const values = new Map<string, string>()
  for (const part of text.split(';')) {
    const [, name, value] = PART.exec(part) ?? []
    if (name === undefined || value === undefined || values.has(name)) return undefined
    values.set(name, value)
  }
  return values
}

function instantOfUntil(text: string, timeZone: string): number | undefined {
  const [, year, month, day, hour, minute, second, zulu] = UNTIL.exec(text) ?? []
  if (year === undefined) return undefined
  const date = { year: Number(year), month: Number(month), day: Number(day) }
  // A date means its whole day.
  const time = hour === undefined ? [23, 59, 59] : [Number(hour), Number(minute), Number(second)]
  const [hours = 0, minutes = 0, seconds = 0] = time
  const wall = { ...date, hour: hours, minute: minutes, second: seconds }
  const check = new Date(Date.UTC(wall.year, wall.month - 1, wall.day, hours, minutes, seconds))
  if (inUtc(check.getTime()).slice(0, 15) !== `${year}${month}${day}T${time.map(twoDigits).join('')}`) return undefined
  return instantOf(wall, zulu === 'Z' ? 'UTC' : timeZone)
}

function inUtc(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
