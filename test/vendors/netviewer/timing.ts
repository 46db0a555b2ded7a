/** When a session's tokens are valid: one window, or one for each occurrence of a series. @module */
import type { Timing } from './booking.ts'
import type { Zone } from './moments.ts'
import { occurrencesOf } from './occurrences.ts'
import { type Reader, ROOT } from './reader.ts'
import { LARGEST_COUNT } from './recurrence.ts'

/** A time in which a session may take place; in milliseconds since 1970, the end not included. */
export interface Window {
  readonly from: number
  readonly until: number
}

/** What a session's times are checked against; in milliseconds since 1970. */
export interface Circumstances {
  readonly now: number
  readonly bookedAt: number
  /** The zone of which a series follows the wall clock if it names none itself; the offset of its start otherwise. */
  readonly zone?: Zone | undefined
}

const MINUTE_MILLISECONDS = 60_000

/** The windows, in order. */
export function windowsOf(timing: Timing, { bookedAt, zone }: Omit<Circumstances, 'now'>): readonly Window[] {
  const { start, recurrence, timeZone } = timing
  const from = start?.milliseconds ?? bookedAt
  const length = lengthOf(timing, from)
  if (recurrence === undefined || start === undefined) return [{ from, until: from + length }]
  const moments = occurrencesOf(recurrence, from, timeZone ?? zone ?? start.offsetMinutes)
  return moments.map((moment) => ({ from: moment, until: moment + length }))
}

/** Complains of times that do not go together. A series that is changed may have begun in the past, a new one may not. */
export function checkTiming(reader: Reader, timing: Timing, circumstances: Circumstances, change: 'new' | 'old'): void {
  checkCombination(reader, timing)
  if (reader.complaints.length > 0) return
  const windows = windowsOf(timing, circumstances)
  const objection = objectionToSeries(timing, windows)
  if (objection !== undefined) {
    reader.complain(reader.place(ROOT, 'recurrence'), objection)
    return
  }
  const decisive = windows.at(change === 'new' ? 0 : -1)
  if (decisive !== undefined && decisive.until > circumstances.now) return
  const field = timing.end === undefined ? 'durationMinutes' : 'end'
  reader.complain(reader.place(ROOT, field), 'The end is not in the future.')
}

function checkCombination(reader: Reader, { kind, start, end, durationMinutes, recurrence }: Timing): void {
  const complain = (field: 'start' | 'end' | 'recurrence', detail: string) =>
    reader.complain(reader.place(ROOT, field), detail)
  if (kind === 'adhoc' && start !== undefined) complain('start', 'An ad-hoc session starts when it is booked.')
  if (kind === 'adhoc' && recurrence !== undefined) complain('recurrence', 'An ad-hoc session is no series.')
  if (kind === 'planned' && start === undefined) complain('start', 'A planned session needs a start.')
  if (end === undefined && durationMinutes === undefined)
    complain('end', 'Period and duration are both open: give an end, a duration, or both.')
  if (start !== undefined && end !== undefined && end.milliseconds <= start.milliseconds)
    complain('end', 'The end is not after the start.')
}

function objectionToSeries({ start, recurrence }: Timing, windows: readonly Window[]): string | undefined {
  if (recurrence === undefined) return undefined
  if (windows.length > LARGEST_COUNT) return `The series has more than ${LARGEST_COUNT} occurrences.`
  // What a start beside the rule means is not defined (RFC 5545, 3.8.5.3).
  return windows[0]?.from === start?.milliseconds ? undefined : 'The start is no occurrence of the series.'
}

/** A period is a window as it is; a duration alone makes a window of its length. */
function lengthOf({ end, durationMinutes = 0 }: Timing, from: number): number {
  return end === undefined ? durationMinutes * MINUTE_MILLISECONDS : end.milliseconds - from
}
