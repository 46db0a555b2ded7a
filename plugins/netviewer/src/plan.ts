/** When a session is to take place, checked before anything is sent (vendors.md 3.2), and as it is sent. @module */
import { PluginError, type Text } from '@joinery/sdk'
import type { Session } from './fields.ts'
import { occurrencesFrom } from './occurrences.ts'
import { asIfUtc, offsetAt, ownZone, wallClockAt } from './zone.ts'

/** What is said of a session when it is booked or changed. */
export type Plan = Pick<Session, 'subject' | 'start' | 'end' | 'durationMinutes' | 'recurrence' | 'timeZone'>

const MINUTE = 60_000
/** Beyond these years dates have other forms. */
const FIRST_MOMENT = Date.UTC(1970, 0, 2)
const LAST_MOMENT = Date.UTC(9999, 0, 1)

/** @throws PluginError `invalid` with the field that holds no date of this age. */
export function expectDates(dates: { readonly [field: string]: number | undefined }): void {
  for (const [field, moment] of Object.entries(dates)) {
    if (moment === undefined || (moment >= FIRST_MOMENT && moment < LAST_MOMENT)) continue
    throw new PluginError('invalid', NO_DATE, { field })
  }
}

/**
 * Checks a planned session, whose dates are such.
 *
 * @throws PluginError with the field at fault.
 */
export function expectPlan({ start, end, durationMinutes, recurrence, timeZone }: Plan, now: number): void {
  if (start === undefined) throw wrong('missing', 'start', START_MISSING)
  if (end === undefined && durationMinutes === undefined) throw wrong('missing', 'durationMinutes', OPEN_ENDED)
  if (end !== undefined && end <= start) throw wrong('invalid', 'end', ENDS_FIRST)
  if (end !== undefined && durationMinutes !== undefined && start + durationMinutes * MINUTE > end) {
    throw wrong('invalid', 'durationMinutes', LONGER)
  }
  if (hasPassed({ start, end, durationMinutes, recurrence, timeZone }, now)) {
    throw wrong('invalid', end === undefined ? 'start' : 'end', OVER)
  }
}

/**
 * Whether the last time of a session has ended; a repetition is over with its last time.
 *
 * @throws PluginError as `occurrencesFrom` does.
 */
export function hasPassed(
  { start, end, durationMinutes = 0, ...repetition }: Omit<Plan, 'subject' | 'start'> & { readonly start: number },
  now: number,
): boolean {
  const length = (end ?? start + durationMinutes * MINUTE) - start
  return occurrencesFrom({ start, ...repetition }, now - length + 1, 1).length === 0
}

/** How long one time of a session is, in minutes. */
export function minutesOf({ start, end, durationMinutes }: Plan): number | undefined {
  if (durationMinutes !== undefined) return durationMinutes
  return start === undefined || end === undefined ? undefined : Math.max(1, Math.round((end - start) / MINUTE))
}

/**
 * A moment as the gateway gets it (RFC 3339): with the offset of its zone, so that the wall clock is in it too.
 *
 * @example
 * sentMoment(Date.UTC(2026, 6, 1, 8), 'Europe/Berlin') // '2026-07-01T10:00:00+02:00'
 */
export function sentMoment(moment: number, timeZone = ownZone()): string {
  const minutes = Math.round(offsetAt(moment, timeZone) / MINUTE)
  const wall = new Date(Math.floor(moment / 1000) * 1000 + minutes * MINUTE).toISOString().slice(0, 19)
  if (minutes === 0) return `${wall}Z`
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${wall}${minutes < 0 ? '-' : '+'}${twoDigits(hours)}:${twoDigits(rest)}`
}

/** A moment for people: date, time of day and zone. */
export function shownMoment(moment: number, timeZone = ownZone()): string {
  const wall = new Date(asIfUtc(wallClockAt(moment, timeZone))).toISOString()
  return `${wall.slice(0, 10)} ${wall.slice(11, 16)} (${timeZone})`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

type PlanField = 'start' | 'end' | 'durationMinutes'

function wrong(code: 'missing' | 'invalid', field: PlanField, text: Text): PluginError {
  return new PluginError(code, text, { field })
}

const START_MISSING = { en: 'When does the session begin?', de: 'Wann beginnt die Sitzung?' }
const NO_DATE = { en: 'There is no such date.', de: 'Dieses Datum gibt es nicht.' }
const OPEN_ENDED = {
  en: 'The session needs an end or a duration; both are open.',
  de: 'Die Sitzung braucht ein Ende oder eine Dauer; beides ist offen.',
}
const ENDS_FIRST = {
  en: 'The session must end after it begins.',
  de: 'Die Sitzung muss nach ihrem Beginn enden.',
}
const LONGER = {
  en: 'The duration is longer than the time from start to end.',
  de: 'Die Dauer ist länger als die Zeit von Beginn bis Ende.',
}
const OVER = {
  en: 'The session would be over already: it must end in the future.',
  de: 'Die Sitzung wäre schon vorbei: Sie muss in der Zukunft enden.',
}
