/** Reads a program link as the download server does, and lets its holder in or not (vendors.md 3.1). @module */
import type { Parameters, Person } from './checks.ts'
import { begin, nextWindow, type OpenSession, stateOf } from './sessions.ts'
import { holdingOf, type World } from './world.ts'

/** Somebody who came in with a token. */
export interface Entry extends Person {
  readonly role: 'moderator' | 'participant'
  readonly token: string
  readonly sessionNumber: string
  readonly subject: string | undefined
  readonly product: 'meet' | 'support'
  readonly parameters: Parameters
  /** Whether the meeting runs; a participant may have to wait for the moderator. */
  readonly isRunning: boolean
  /** In milliseconds since 1970. */
  readonly enteredAt: number
}

/** What became of a link; a refusal tells nothing of the token. */
export type Visit = { readonly entry: Entry } | { readonly refusal: string; readonly status: number }

const TOKEN = 'token'

/** Opens a link: its query has to be the expected one, and a token that stands once, wherever it stands. */
export function enter(world: World, query: string, expected: string): Visit {
  const pairs = [...new URLSearchParams(query)]
  const [token, ...more] = pairs.filter(([name]) => name === TOKEN).map(([, value]) => value)
  if (token === undefined || token === '') return { refusal: 'token is missing', status: 400 }
  if (more.length > 0) return { refusal: 'token stands more than once', status: 400 }
  if (!isSame(otherPairs(pairs), otherPairs([...new URLSearchParams(expected)])))
    return { refusal: 'other parameters are not those of the program address', status: 400 }
  const holding = holdingOf(world, token)
  if (holding === undefined) return { refusal: 'token is unknown', status: 404 }
  const { session, role, guest } = holding
  const now = world.clock.now()
  const objection = objectionTo(session, now)
  if (objection !== undefined) return objection
  if (role === 'participant') admit(session, token, now)
  else if (stateOf(session, now) === 'booked') beginNow(session, now)
  const { subject, product, parameters = {} } = session.booking
  const isRunning = stateOf(session, now) === 'running'
  const { number } = session
  return { entry: { ...guest, role, sessionNumber: number, subject, product, parameters, isRunning, enteredAt: now } }
}

function objectionTo(session: OpenSession, now: number): Visit | undefined {
  const state = stateOf(session, now)
  if (state === 'ended') return { refusal: 'session has ended', status: 410 }
  if (state === 'expired') return { refusal: 'token has expired', status: 410 }
  if (state === 'running') return undefined
  const window = nextWindow(session, now)
  return window !== undefined && window.from <= now ? undefined : { refusal: 'token is not valid yet', status: 403 }
}

function beginNow(session: OpenSession, now: number): void {
  const window = nextWindow(session, now)
  if (window !== undefined) begin(session, window, now)
}

function admit(session: OpenSession, token: string, now: number): void {
  if (!session.inside.has(token)) session.inside.set(token, now)
  if (stateOf(session, now) === 'running') session.visitors.add(token)
}

function otherPairs(pairs: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  return pairs.filter(([name]) => name !== TOKEN)
}

function isSame(one: readonly (readonly [string, string])[], other: typeof one): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
