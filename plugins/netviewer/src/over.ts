/** Whether a session's time is over, as far as what is stored of it tells; its state may be an old one. @module */
import { isPluginError } from '@joinery/sdk'
import type { Session } from './fields.ts'
import { hasPassed } from './plan.ts'

/** What says when a session is over; moments in milliseconds since 1970. */
export type Timed = Partial<
  Pick<Session, 'start' | 'end' | 'durationMinutes' | 'recurrence' | 'timeZone' | 'bookedAt' | 'validUntil'>
>

/**
 * Whether its tokens are no longer valid, or its last time has ended; where nothing says so, it is not over.
 *
 * @example
 * isOver({ bookedAt: Date.UTC(2026, 2, 2, 8), durationMinutes: 60 }, Date.UTC(2026, 2, 2, 9)) // true
 */
export function isOver(session: Timed, now: number): boolean {
  return overBy(session, now) !== undefined
}

/** The field by which it is over, if it is. */
export function overBy(session: Timed, now: number): 'validUntil' | 'end' | undefined {
  const { validUntil } = session
  if (validUntil !== undefined && validUntil <= now) return 'validUntil'
  return hasEnded(session, now) ? 'end' : undefined
}

function hasEnded({ start, bookedAt, end, durationMinutes, recurrence, timeZone }: Timed, now: number): boolean {
  // An ad-hoc session begins when it is booked.
  const begins = start ?? bookedAt
  if (begins === undefined || (end === undefined && durationMinutes === undefined)) return false
  try {
    return hasPassed({ start: begins, end, durationMinutes, recurrence, timeZone }, now)
  } catch (error) {
    // Of a repetition that is not understood nobody knows the end.
    if (isPluginError(error)) return false
    throw error
  }
}
