/** Sessions and their states: booked, running, ended or expired; a series is booked again between its occurrences. @module */
import type { Booking } from './booking.ts'
import type { Person } from './checks.ts'
import type { Window } from './timing.ts'
import { makeToken } from './tokens.ts'

/** The state of a session. */
export type State = 'booked' | 'running' | 'ended' | 'expired'

/** Somebody who was invited, or leads. */
export interface Guest extends Person {
  readonly token: string
}

/** One meeting, from the moderator's entry on; in milliseconds since 1970. */
export interface Run {
  readonly window: Window
  readonly startedAt: number
  readonly endedAt: number | undefined
}

/** A session as a test sees it. */
export interface Session {
  readonly number: string
  readonly booking: Booking
  /** In milliseconds since 1970. */
  readonly bookedAt: number
  readonly windows: readonly Window[]
  readonly moderator: Guest
  readonly participants: readonly Guest[]
  readonly runs: readonly Run[]
  /** When it was ended by a call. */
  readonly endedByCallAt: number | undefined
}

type Open<Type> = { -readonly [Name in keyof Type]: Type[Name] }

/** A session as the gateway keeps it. */
export interface OpenSession extends Open<Omit<Session, 'participants' | 'runs'>> {
  participants: Guest[]
  runs: Open<Run>[]
  /** Tokens of participants who are in, or wait for the moderator, and since when. */
  readonly inside: Map<string, number>
  /** Tokens of participants who were in. */
  readonly visitors: Set<string>
}

const MINUTE_MILLISECONDS = 60_000

/** A session with its moderator's token. */
export function makeSession(
  number: string,
  booking: Booking,
  bookedAt: number,
  windows: readonly Window[],
): OpenSession {
  return {
    number,
    booking,
    bookedAt,
    windows,
    moderator: { ...booking.moderator, token: makeToken() },
    participants: [],
    runs: [],
    endedByCallAt: undefined,
    inside: new Map(),
    visitors: new Set(),
  }
}

/** The state at a moment; ends a meeting whose time is over. */
export function stateOf(session: OpenSession, now: number): State {
  const run = session.runs.at(-1)
  if (run !== undefined && run.endedAt === undefined && now >= latestEnd(session, run))
    close(session, latestEnd(session, run))
  if (session.endedByCallAt !== undefined) return 'ended'
  if (run !== undefined && run.endedAt === undefined) return 'running'
  if (nextWindow(session, now) !== undefined) return 'booked'
  return run === undefined ? 'expired' : 'ended'
}

/** The window that is open or comes next, without those whose meeting is over. */
export function nextWindow({ windows, runs }: OpenSession, now: number): Window | undefined {
  const used = runs.at(-1)?.window.from ?? Number.NEGATIVE_INFINITY
  return windows.find(({ from, until }) => until > now && from > used)
}

/** The moderator enters, and the meeting begins for those who wait; who waited for an earlier one has gone. */
export function begin(session: OpenSession, window: Window, now: number): void {
  session.runs.push({ window, startedAt: now, endedAt: undefined })
  for (const [token, since] of session.inside)
    if (since < window.from) session.inside.delete(token)
    else session.visitors.add(token)
}

/** Somebody leaves; with the moderator, the meeting ends. */
export function leave(session: OpenSession, token: string, now: number): void {
  const isRunning = stateOf(session, now) === 'running'
  if (token !== session.moderator.token) session.inside.delete(token)
  else if (isRunning) close(session, now)
}

/** The session ends for good. */
export function endForGood(session: OpenSession, now: number): void {
  leave(session, session.moderator.token, now)
  session.endedByCallAt = now
}

/** When it ended: by a call, or with its last meeting. */
export function endOf({ endedByCallAt, runs }: OpenSession): number | undefined {
  return runs.at(-1)?.endedAt ?? endedByCallAt
}

/** The minutes to be paid for: of each meeting, every minute that has begun. */
export function minutesOf({ runs }: OpenSession): number {
  const lengths = runs.map(({ startedAt, endedAt = startedAt }) =>
    Math.ceil((endedAt - startedAt) / MINUTE_MILLISECONDS),
  )
  return lengths.reduce((sum, length) => sum + length, 0)
}

/** A period ends the meeting, and so does a limited duration. */
function latestEnd({ booking: { durationMinutes } }: OpenSession, { window, startedAt }: Run): number {
  if (durationMinutes === undefined) return window.until
  return Math.min(window.until, startedAt + durationMinutes * MINUTE_MILLISECONDS)
}

function close(session: OpenSession, endedAt: number): void {
  const run = session.runs.at(-1)
  if (run !== undefined) run.endedAt = endedAt
  session.inside.clear()
}
