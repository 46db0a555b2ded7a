/** The occurrences of a series: days are numbered from 1 January 1970, weekdays from Monday = 0. @module */
import { momentOf, wallClockAt, type Zone } from './moments.ts'
import { LARGEST_COUNT, type Rule } from './recurrence.ts'

const DAY_MILLISECONDS = 86_400_000
/** 1 January 1970 was a Thursday. */
const FIRST_WEEKDAY = 3
/** A rule may match no day at all (30 February); the search ends somewhere. */
const LONGEST_SEARCH_DAYS = 36_525

/**
 * When each occurrence begins, in milliseconds since 1970: at the same time of the zone's wall clock. At most one more
 * than `LARGEST_COUNT`, so that a series that is too long can be told from one that is not.
 */
export function occurrencesOf(rule: Rule, start: number, zone: Zone): readonly number[] {
  const first = wallClockAt(zone, start)
  const firstDay = Math.floor(first / DAY_MILLISECONDS)
  const timeOfDay = first - firstDay * DAY_MILLISECONDS
  const moments: number[] = []
  for (let period = 0; ; period += 1) {
    const { days, begins } = daysOfPeriod(rule, firstDay, period)
    if (begins - firstDay > LONGEST_SEARCH_DAYS) return moments
    for (const day of days.filter((each) => each >= firstDay)) {
      const moment = momentOf(zone, day * DAY_MILLISECONDS + timeOfDay)
      if (moment > (rule.until ?? Number.POSITIVE_INFINITY)) return moments
      moments.push(moment)
      if (moments.length === (rule.count ?? LARGEST_COUNT + 1)) return moments
    }
  }
}

interface Period {
  /** Its first day. */
  readonly begins: number
  /** Those of its days that the rule means, in order. */
  readonly days: readonly number[]
}

function daysOfPeriod(rule: Rule, firstDay: number, period: number): Period {
  const steps = period * rule.interval
  if (rule.frequency === 'DAILY') return chosen(rule, firstDay + steps, 1, () => true)
  if (rule.frequency === 'WEEKLY') {
    const intoWeek = (weekdayOf(firstDay) - rule.weekStart + 7) % 7
    const isDefault = (day: number) => weekdayOf(day) === weekdayOf(firstDay)
    return chosen(rule, firstDay - intoWeek + steps * 7, 7, isDefault)
  }
  const { year, month, date } = calendarOf(firstDay)
  const begins = dayNumber(year, month + steps)
  const length = dayNumber(year, month + steps + 1) - begins
  return chosen(rule, begins, length, (day) => calendarOf(day).date === date)
}

function chosen(rule: Rule, begins: number, length: number, isDefault: (day: number) => boolean): Period {
  const all = Array.from({ length }, (_, index) => begins + index)
  const { weekdays, monthDays, positions } = rule
  const isBare = weekdays.length === 0 && monthDays.length === 0
  const days = isBare ? all.filter(isDefault) : all.filter((day) => isMeant(rule, day))
  if (positions.length === 0) return { begins, days }
  const picked = new Set(positions.map((position) => days.at(position > 0 ? position - 1 : position)))
  return { begins, days: days.filter((day) => picked.has(day)) }
}

function isMeant({ weekdays, monthDays }: Rule, day: number): boolean {
  const { date, length } = calendarOf(day)
  const weekday = weekdayOf(day)
  const fitsDate = monthDays.length === 0 || monthDays.includes(date) || monthDays.includes(date - length - 1)
  const ordinals = [Math.ceil(date / 7), -Math.ceil((length - date + 1) / 7)]
  const fitsWeekday = weekdays.some(
    (each) => each.day === weekday && (each.ordinal === undefined || ordinals.includes(each.ordinal)),
  )
  return fitsDate && (weekdays.length === 0 || fitsWeekday)
}

function weekdayOf(day: number): number {
  return (((day + FIRST_WEEKDAY) % 7) + 7) % 7
}

function calendarOf(day: number) {
  const written = new Date(day * DAY_MILLISECONDS)
  const year = written.getUTCFullYear()
  const month = written.getUTCMonth()
  return { year, month, date: written.getUTCDate(), length: dayNumber(year, month + 1) - dayNumber(year, month) }
}

/** The first day of a month; months beyond December belong to later years. */
function dayNumber(year: number, month: number): number {
  return Date.UTC(year, month, 1) / DAY_MILLISECONDS
}
