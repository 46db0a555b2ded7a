/** Reads the value of an RRULE (RFC 5545, 3.3.10), to the letter. @module */

/** A weekday, from Monday = 0; with an ordinal it is the first, second or last one of a month. */
export interface Weekday {
  readonly day: number
  readonly ordinal?: number
}

/** A rule that ends. */
export interface Rule {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY'
  readonly interval: number
  readonly count?: number
  /** In milliseconds since 1970. */
  readonly until?: number
  readonly weekdays: readonly Weekday[]
  readonly monthDays: readonly number[]
  readonly positions: readonly number[]
  /** From Monday = 0. */
  readonly weekStart: number
}

/** A rule, or what is wrong with the text. */
export type RuleReading = { readonly rule: Rule } | { readonly complaint: string }

type Parts = ReadonlyMap<string, string>

/** A series is refused if it has more occurrences. */
export const LARGEST_COUNT = 1000
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY'] as const
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const PARTS = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYSETPOS', 'WKST']
const POSITIVE = /^[1-9]\d{0,3}$/
const SIGNED = /^[+-]?[1-9]\d?$/
const WEEKDAY = /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/
const UNTIL = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/

/** Reads the text of a rule. */
export function readRule(text: string): RuleReading {
  const parts = readParts(text)
  if (typeof parts === 'string') return { complaint: parts }
  const complaint = objectionTo(parts)
  if (complaint !== undefined) return { complaint }
  const frequency = FREQUENCIES.find((each) => each === parts.get('FREQ'))
  if (frequency === undefined) return { complaint: `FREQ is none of: ${FREQUENCIES.join(', ')}.` }
  const until = parts.get('UNTIL')
  return {
    rule: {
      frequency,
      interval: Number(parts.get('INTERVAL') ?? 1),
      ...(parts.has('COUNT') ? { count: Number(parts.get('COUNT')) } : {}),
      ...(until === undefined ? {} : { until: momentOfUntil(until) }),
      weekdays: listed(parts, 'BYDAY').map(weekdayOf),
      monthDays: listed(parts, 'BYMONTHDAY').map(Number),
      positions: listed(parts, 'BYSETPOS').map(Number),
      weekStart: DAYS.indexOf(parts.get('WKST') ?? 'MO'),
    },
  }
}

function readParts(text: string): Parts | string {
  const parts = new Map<string, string>()
  if (/^RRULE:/i.test(text)) return 'The value of RRULE stands without its name.'
  for (const part of text.split(';')) {
    const [name = '', value, ...more] = part.split('=')
    if (value === undefined || value === '' || more.length > 0) return 'A part is not of the form NAME=value.'
    if (!PARTS.includes(name)) return `The part ${name} is not known here.`
    if (parts.has(name)) return `The part ${name} stands twice.`
    parts.set(name, value)
  }
  return text.startsWith('FREQ=') ? parts : 'FREQ is not the first part.'
}

function objectionTo(parts: Parts): string | undefined {
  return malformation(parts) ?? contradiction(parts)
}

function malformation(parts: Parts): string | undefined {
  for (const name of ['INTERVAL', 'COUNT'])
    if (parts.has(name) && !POSITIVE.test(parts.get(name) ?? '')) return `${name} is no whole number from 1 to 9999.`
  if (Number(parts.get('COUNT') ?? 0) > LARGEST_COUNT) return `COUNT is more than ${LARGEST_COUNT}.`
  if (Number.isNaN(momentOfUntil(parts.get('UNTIL') ?? '20260101T000000Z')))
    return 'UNTIL is no date and time in UTC, such as 20261231T235959Z.'
  if (!listed(parts, 'BYDAY').every((day) => WEEKDAY.test(day))) return 'BYDAY is no list of weekdays.'
  for (const [name, largest] of [
    ['BYMONTHDAY', 31],
    ['BYSETPOS', 99],
  ] as const)
    if (!listed(parts, name).every((number) => SIGNED.test(number) && Math.abs(Number(number)) <= largest))
      return `${name} is no list of numbers up to ${largest}.`
  return parts.has('WKST') && !DAYS.includes(parts.get('WKST') ?? '') ? 'WKST is no weekday.' : undefined
}

function contradiction(parts: Parts): string | undefined {
  const frequency = parts.get('FREQ')
  if (parts.has('COUNT') && parts.has('UNTIL')) return 'COUNT and UNTIL exclude each other.'
  if (!parts.has('COUNT') && !parts.has('UNTIL')) return 'The series has no end: give COUNT or UNTIL.'
  if (frequency !== 'MONTHLY' && listed(parts, 'BYDAY').some((day) => weekdayOf(day).ordinal !== undefined))
    return 'BYDAY counts weekdays of a month, but FREQ is not MONTHLY.'
  if (frequency === 'WEEKLY' && parts.has('BYMONTHDAY')) return 'BYMONTHDAY is not for weeks.'
  if (parts.has('BYSETPOS') && !parts.has('BYDAY') && !parts.has('BYMONTHDAY'))
    return 'BYSETPOS needs BYDAY or BYMONTHDAY.'
  return undefined
}

function listed(parts: Parts, name: string): readonly string[] {
  return parts.get(name)?.split(',') ?? []
}

function weekdayOf(text: string): Weekday {
  const [, ordinal, day = ''] = WEEKDAY.exec(text) ?? []
  return { day: DAYS.indexOf(day), ...(ordinal === undefined ? {} : { ordinal: Number(ordinal) }) }
}

function momentOfUntil(text: string): number {
  if (!UNTIL.test(text)) return Number.NaN
  const iso = text.replace(UNTIL, '$1-$2-$3T$4:$5:$6Z')
  const moment = Date.parse(iso)
  // `Date` takes 30 February for 2 March.
  return Number.isNaN(moment) || `${new Date(moment).toISOString().slice(0, 19)}Z` !== iso ? Number.NaN : moment
}
