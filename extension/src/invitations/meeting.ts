/** What an invitation says of its meeting, checked: nothing that a calendar would take for something else goes into one. @module */
import type { Invitation } from '../desk/invitation-views.ts'
import { oneLine } from './clean-text.ts'
import { type Recurrence, readRecurrence } from './recurrence.ts'
import { isTimeZone } from './wall-clock.ts'

/** When a meeting is; instants in milliseconds since 1970. */
export interface When {
  readonly start: number
  readonly end?: number
  readonly timeZone: string
  readonly recurrence?: Recurrence
}

/** A part of an invitation that is not what it should be. */
export type Fault = 'start' | 'minutes' | 'timeZone' | 'recurrence'

/** A meeting, for words and calendars. */
export interface Meeting {
  readonly title: string
  /** Known to calendars already, under the same `uid`. */
  readonly isChanged: boolean
  readonly isCancelled: boolean
  readonly uid: string
  readonly sequence: number
  readonly organizer: Invitation['organizer']
  /** In whose name texts go out. */
  readonly sender?: Invitation['sender']
  /** The user's own texts, by language. */
  readonly texts?: Invitation['texts']
  /** Absent for a meeting that has no time, or whose time was not understood. */
  readonly when?: When
  readonly fault?: Fault
}

const MINUTE_MILLISECONDS = 60_000
const MOST_MINUTES = 366 * 24 * 60
// Calendar files have years of four digits.
const LATEST = Date.UTC(9998, 0)

/** Reads an invitation; its time counts in its own zone, or else in the user's. */
export function meetingOf(invitation: Invitation, userTimeZone: string): Meeting {
  const { uid, sequence, organizer, sender, texts } = invitation
  return {
    title: oneLine(invitation.title),
    isCancelled: invitation.isCancelled,
    isChanged: sequence > 0 && !invitation.isCancelled,
    uid,
    sequence,
    organizer,
    ...(sender === undefined ? {} : { sender }),
    ...(texts === undefined ? {} : { texts }),
    ...timesOf(invitation, userTimeZone),
  }
}

function timesOf(invitation: Invitation, userTimeZone: string): Pick<Meeting, 'when' | 'fault'> {
  const { start, minutes, recurrence, timeZone = userTimeZone } = invitation
  if (start === undefined) return {}
  if (!(start >= 0 && start <= LATEST)) return { fault: 'start' }
  if (minutes !== undefined && !(minutes > 0 && minutes <= MOST_MINUTES)) return { fault: 'minutes' }
  if (!isTimeZone(timeZone)) return { fault: 'timeZone' }
  const understood = recurrence === undefined ? undefined : readRecurrence(recurrence, timeZone)
  if (recurrence !== undefined && understood === undefined) return { fault: 'recurrence' }
  return {
    when: {
      start,
      timeZone,
      ...(minutes === undefined ? {} : { end: start + minutes * MINUTE_MILLISECONDS }),
      ...(understood === undefined ? {} : { recurrence: understood }),
    },
  }
}
