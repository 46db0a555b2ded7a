/** When a session takes place: the moments of its recurrence, which follows the clock of its time zone (RFC 5545, 3.3.10). @module */
import { PluginError } from '@joinery/sdk'
import ICAL from 'ical.js'
import { momentAt, ownZone, type WallClock, wallClockAt } from './zone.ts'

/** When something takes place. */
export interface Schedule {
  /** Of the first time, in milliseconds since 1970. */
  readonly start: number
  /** An RRULE; without one it takes place once. */
  readonly recurrence?: string | undefined
  /** An IANA name; the machine's own unless told. */
  readonly timeZone?: string | undefined
}

/** The weekdays by their names in RRULEs, from Sunday on. */
export const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

const DAYS_OF_A_WEEK = 7
/** More than these are nobody's meeting, and would only take time. */
export const MOST_OCCURRENCES = 1000
// Name and value, each once; RFC 5545 wants no other signs.
const RULE = /^FREQ=[A-Z]+(;(INTERVAL|COUNT|UNTIL|BYDAY|BYMONTHDAY|WKST)=[0-9A-Z,+-]+)*$/
// What comes round in every month: a fifth Monday would not.
const DAY_OF_MONTH = /^([1-4]|-1)(SU|MO|TU|WE|TH|FR|SA)$/
const FREQUENCIES: ReadonlySet<string> = new Set(['DAILY', 'WEEKLY', 'MONTHLY'])

/**
 * The moments at which a session begins, from `from` on; at most so many.
 *
 * @throws PluginError `invalid` (`recurrence`) for a rule that is none, has no end, or does not begin with `start`.
 * @example
 * occurrencesFrom({ start, recurrence: 'FREQ=WEEKLY;COUNT=3', timeZone: 'Europe/Berlin' }, now, 1)
 */
export function occurrencesFrom(schedule: Schedule, from: number, most: number): readonly number[] {
  const { start, recurrence, timeZone = ownZone() } = schedule
  if (recurrence === undefined) return start >= from ? [start].slice(0, most) : []
  const wall = wallClockAt(start, timeZone)
  const iterator = ruleOf(recurrence, wall, timeZone).iterator(timeOf(wall))
  const found: number[] = []
  for (let count = 0; count <= MOST_OCCURRENCES && found.length < most; count += 1) {
    const time = iterator.next() as ICAL.Time | null
    if (time === null) break
    const moment = momentAt(time, timeZone)
    if (moment >= from) found.push(moment)
  }
  return found
}

/**
 * Whether a rule is one that is understood here, ends, and begins with the schedule's start.
 *
 * @throws PluginError `invalid` (`recurrence`) where not.
 */
export function expectRule({ start, recurrence, timeZone = ownZone() }: Schedule): void {
  if (recurrence !== undefined) ruleOf(recurrence, wallClockAt(start, timeZone), timeZone)
}

/** The day's place in its month as RRULEs count it: from the front, the fifth from the back. */
export function placeInMonth({ day }: WallClock): number {
  const week = Math.ceil(day / DAYS_OF_A_WEEK)
  return week > 4 ? -1 : week
}

/** The weekday by its name in RRULEs. */
export function weekdayOf(wall: WallClock): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).getUTCDay()] ?? 'SU'
}

function ruleOf(text: string, start: WallClock, zone: string): ICAL.Recur {
  const names = text.split(';').map((part) => part.split('=', 1)[0])
  if (!RULE.test(text) || new Set(names).size < names.length) throw noRule()
  const rule = parsed(text)
  const isBounded = (rule.count !== null && rule.count > 0) !== (rule.until !== null)
  if (!isBounded || (rule.count ?? 0) > MOST_OCCURRENCES || !FREQUENCIES.has(rule.freq)) throw noRule()
  if (!beginsWith(rule, start)) throw noRule()
  // The iteration is one of wall clocks, so its end must be, too.
  if (rule.until !== null) rule.until = endOn(rule.until, zone)
  return rule
}

function parsed(text: string): ICAL.Recur {
  try {
    return ICAL.Recur.fromString(text)
  } catch {
    throw noRule()
  }
}

/** Whether the start is among the days that the rule names; looking for one that never comes would take for ever. */
function beginsWith({ freq, parts }: ICAL.Recur, start: WallClock): boolean {
  const { BYDAY: days, BYMONTHDAY: dates, ...others } = parts as { BYDAY?: string[]; BYMONTHDAY?: number[] }
  if (Object.keys(others).length > 0 || (days !== undefined && dates !== undefined)) return false
  const weekday = weekdayOf(start)
  if (dates !== undefined) return freq === 'MONTHLY' && dates.length === 1 && dates[0] === start.day
  if (days === undefined) return true
  if (freq === 'WEEKLY')
    return days.includes(weekday) && days.every((day) => (WEEKDAYS as readonly string[]).includes(day))
  const [day = '', ...further] = days
  return freq === 'MONTHLY' && further.length === 0 && DAY_OF_MONTH.test(day) && isThatDay(day, weekday, start)
}

function isThatDay(day: string, weekday: string, start: WallClock): boolean {
  if (!day.endsWith(weekday)) return false
  const place = Number(day.slice(0, -2))
  const daysInMonth = new Date(Date.UTC(start.year, start.month, 0)).getUTCDate()
  return place === -1 ? start.day + DAYS_OF_A_WEEK > daysInMonth : place === Math.ceil(start.day / DAYS_OF_A_WEEK)
}

/** An end in UTC as the zone's clock shows it; a bare date ends with that day, wherever one is. */
function endOn(until: ICAL.Time, zone: string): ICAL.Time {
  if (until.isDate) return timeOf({ ...until.toJSON(), hour: 23, minute: 59, second: 59 } as WallClock)
  return until.zone === ICAL.Timezone.utcTimezone ? timeOf(wallClockAt(until.toUnixTime() * 1000, zone)) : until
}

function timeOf({ year, month, day, hour, minute, second }: WallClock): ICAL.Time {
  return ICAL.Time.fromData({ year, month, day, hour, minute, second, isDate: false })
}

function noRule(): PluginError {
  const text = {
    en: 'This repetition is not understood, has no end, or does not begin with the session’s start.',
    de: 'Diese Wiederholung ist nicht verständlich, endet nicht oder beginnt nicht mit dem Beginn der Sitzung.',
  }
  return new PluginError('invalid', text, { field: 'recurrence' })
}
