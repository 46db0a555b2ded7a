/** The operations of the gateway: what each does, and answers (vendors.md 3.2). @module */
import type { Answer } from '../reach/answers.ts'
import { readBooking, readChange } from './booking.ts'
import { readPersons } from './checks.ts'
import { invalid, problem } from './problems.ts'
import { type Field, type Operation, written } from './profile.ts'
import { makeReader, ROOT } from './reader.ts'
import { endForGood, endOf, makeSession, minutesOf, type OpenSession, type State, stateOf } from './sessions.ts'
import { windowsOf } from './timing.ts'
import { makeToken } from './tokens.ts'
import { nextNumber, type World } from './world.ts'

/** An operation on a session that exists. */
export interface SessionCall {
  readonly world: World
  readonly session: OpenSession
  /** Empty where the operation has no body. */
  readonly body: object
}

/** What an operation on a session is like. */
export interface SessionOperation {
  /** The states in which it is permitted. */
  readonly states: readonly State[]
  readonly hasBody: boolean
  readonly answer: (call: SessionCall) => Answer
}

/** The operations on sessions. */
export const SESSION_OPERATIONS: Readonly<Record<Exclude<Operation, 'book'>, SessionOperation>> = {
  addParticipants: { states: ['booked', 'running'], hasBody: true, answer: addParticipants },
  status: { states: ['booked', 'running', 'ended', 'expired'], hasBody: false, answer: status },
  change: { states: ['booked'], hasBody: true, answer: change },
  end: { states: ['booked', 'running'], hasBody: false, answer: end },
  usage: { states: ['ended'], hasBody: false, answer: usage },
}

/** Books a session. */
export function book(world: World, body: object): Answer {
  const reader = makeReader(world.profile.names)
  const now = world.clock.now()
  const circumstances = { now, bookedAt: now, zone: world.zone }
  const booking = readBooking(reader, body, circumstances)
  if (booking === undefined) return invalid(reader.complaints)
  const windows = windowsOf(booking, circumstances)
  const session = makeSession(nextNumber(world), booking, now, windows)
  world.sessions.set(session.number, session)
  return json(world, 201, {
    sessionNumber: numberOf(world, session),
    moderatorToken: session.moderator.token,
    validFrom: iso(windows[0]?.from),
    validUntil: iso(windows.at(-1)?.until),
  })
}

function addParticipants({ world, session, body }: SessionCall): Answer {
  const reader = makeReader(world.profile.names)
  const members = reader.members(body, ROOT, { participants: 'required' })
  const persons = readPersons(reader, members.participants, session.participants)
  if (reader.complaints.length > 0) return invalid(reader.complaints)
  const guests = persons.map((person) => ({ ...person, token: makeToken() }))
  session.participants.push(...guests)
  return json(world, 201, { participants: guests.map((guest) => written(world.profile.names, guest)) })
}

function status({ world, session }: SessionCall): Answer {
  const state = stateOf(session, world.clock.now())
  const isTold = state === 'running' || state === 'ended'
  return json(world, 200, {
    sessionNumber: numberOf(world, session),
    state,
    participantsPresent: state === 'running' ? session.inside.size : 0,
    startedAt: isTold ? iso(session.runs.at(-1)?.startedAt) : undefined,
    endedAt: state === 'ended' ? iso(endOf(session)) : undefined,
  })
}

function change({ world, session, body }: SessionCall): Answer {
  const reader = makeReader(world.profile.names)
  const circumstances = { now: world.clock.now(), bookedAt: session.bookedAt, zone: world.zone }
  const booking = readChange(reader, body, session.booking, circumstances)
  if (booking === undefined) return invalid(reader.complaints)
  session.booking = booking
  session.windows = windowsOf(booking, circumstances)
  return status({ world, session, body })
}

function end({ world, session }: SessionCall): Answer {
  endForGood(session, world.clock.now())
  return { status: 204 }
}

function usage({ world, session }: SessionCall): Answer {
  const [first] = session.runs
  if (first === undefined) return problem('session-state', 'The session was ended before it ran: there is no usage.')
  return json(world, 200, {
    sessionNumber: numberOf(world, session),
    startedAt: iso(first.startedAt),
    endedAt: iso(session.runs.at(-1)?.endedAt),
    minutes: minutesOf(session),
    participants: session.visitors.size,
  })
}

function json(world: World, status: number, values: Partial<Readonly<Record<Field, unknown>>>): Answer {
  return { status, body: written(world.profile.names, values), headers: { 'content-type': 'application/json' } }
}

function numberOf({ sessionNumbers }: World, { number }: OpenSession): string | number {
  return sessionNumbers === 'text' ? number : Number(number)
}

function iso(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined ? undefined : new Date(milliseconds).toISOString()
}
