/** Says how a meeting repeats. @module */
import type { When } from './meeting.ts'
import type { Recurrence } from './recurrence.ts'
import { wallTimeAt } from './wall-clock.ts'
import { type Words, wordsIn } from './words.ts'

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const A_MONDAY = Date.UTC(2024, 0, 1)
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000
const NUMBERED_DAY = /^([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)$/

type Parts = Recurrence['parts']

/** A sentence; what it would take too many words to say, it leaves to the calendar. */
export function recurrenceWords(recurrence: Recurrence, when: When, language: string): string {
  const i18n = wordsIn(language)
  const rhythm = rhythmOf(recurrence, when, language)
  if (rhythm === undefined) return i18n.t('recurrence.other')
  const { count, until } = recurrence
  if (count !== undefined) return i18n.t('recurrence.count', count, [rhythm, String(count)])
  if (until === undefined) return i18n.t('recurrence.forever', [rhythm])
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: when.timeZone }).format(until)
  return i18n.t('recurrence.until', [rhythm, date])
}

function rhythmOf({ frequency, interval, parts }: Recurrence, when: When, language: string): string | undefined {
  const i18n = wordsIn(language)
  const names = Object.keys(parts).sort().join()
  switch (frequency) {
    case 'DAILY':
      return names === '' ? i18n.t('recurrence.daily', interval) : undefined
    case 'WEEKLY':
      return names === '' || names === 'BYDAY' ? weekly(interval, parts, when, language) : undefined
    case 'MONTHLY':
      return monthly(interval, names, parts, when, language)
    case 'YEARLY':
      return yearly(interval, names, parts, when, language)
  }
}

function weekly(interval: number, { BYDAY }: Parts, when: When, language: string): string | undefined {
  const i18n = wordsIn(language)
  const days = BYDAY?.map(String) ?? [dayOf(when)]
  if (!days.every((day) => DAYS.includes(day))) return undefined
  const ordered = DAYS.filter((day) => days.includes(day)).map((day) => dayName(day, language))
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(ordered)
  return i18n.t('recurrence.weekly', interval, [String(interval), list])
}

function monthly(interval: number, names: string, parts: Parts, when: When, language: string): string | undefined {
  const i18n = wordsIn(language)
  const { BYMONTHDAY: dates = [dateOf(when)], BYDAY: days = [], BYSETPOS: positions = [] } = parts
  if (names === '' || names === 'BYMONTHDAY') {
    const [date, ...others] = dates.map(Number)
    if (others.length > 0 || date === undefined || (date < 0 && date !== -1)) return undefined
    if (date === -1) return i18n.t('recurrence.monthlyLast', interval)
    return i18n.t('recurrence.monthlyDate', interval, [String(interval), String(date)])
  }
  if (names !== 'BYDAY' && names !== 'BYDAY,BYSETPOS') return undefined
  if (days.length !== 1 || positions.length > 1) return undefined
  const [, own, day] = NUMBERED_DAY.exec(String(days[0])) ?? []
  const ordinal = ordinalOf(Number(own ?? positions[0] ?? 0), i18n)
  // Of one weekday's dates that have a number, a further number could choose none but the first.
  if (day === undefined || ordinal === undefined || (own !== undefined && positions.length > 0)) return undefined
  return i18n.t('recurrence.monthlyDay', interval, [String(interval), ordinal, dayName(day, language)])
}

function yearly(interval: number, names: string, parts: Parts, when: When, language: string): string | undefined {
  const i18n = wordsIn(language)
  const { BYMONTH: months = [], BYMONTHDAY: dates = [] } = parts
  const month = months[0] ?? wallTimeAt(when.start, when.timeZone).month
  const date = Number(dates[0] ?? dateOf(when))
  const isOneDate = ['', 'BYMONTH', 'BYMONTH,BYMONTHDAY'].includes(names) && months.length < 2 && dates.length < 2
  if (!isOneDate || date < 1) return undefined
  // A leap year, for somebody may have chosen its day.
  const day = new Date(Date.UTC(2024, Number(month) - 1, date))
  const words = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(day)
  return i18n.t('recurrence.yearly', interval, [String(interval), words])
}

function ordinalOf(position: number, i18n: Words): string | undefined {
  switch (position) {
    case 1:
      return i18n.t('recurrence.first')
    case 2:
      return i18n.t('recurrence.second')
    case 3:
      return i18n.t('recurrence.third')
    case 4:
      return i18n.t('recurrence.fourth')
    case 5:
      return i18n.t('recurrence.fifth')
    case -1:
      return i18n.t('recurrence.last')
    default:
      return undefined
  }
}

function dayName(day: string, language: string): string {
  const date = A_MONDAY + DAYS.indexOf(day) * DAY_MILLISECONDS
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(date)
}

function dayOf({ start, timeZone }: When): string {
  const { year, month, day } = wallTimeAt(start, timeZone)
  return DAYS[(new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7] ?? ''
}

function dateOf({ start, timeZone }: When): number {
  return wallTimeAt(start, timeZone).day
}
