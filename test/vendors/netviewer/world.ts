/** All that the simulated gateway knows. @module */
import type { Clock } from './clock.ts'
import type { Zone } from './moments.ts'
import type { Profile } from './profile.ts'
import type { Guest, OpenSession } from './sessions.ts'

/** The state, and the settings that operations need. */
export interface World {
  readonly clock: Clock
  readonly profile: Profile
  /** By number. */
  readonly sessions: Map<string, OpenSession>
  /** The zone of which series follow the wall clock if they name none; each the offset of its start when undefined. */
  readonly zone: Zone | undefined
  readonly sessionNumbers: 'number' | 'text'
}

/** Whose token it is. */
export interface Holding {
  readonly session: OpenSession
  readonly role: 'moderator' | 'participant'
  readonly guest: Guest
}

const FIRST_NUMBER = 480_000_001

/** The number of the next session; as a text it has a leading zero. */
export function nextNumber({ sessions, sessionNumbers }: World): string {
  const number = String(FIRST_NUMBER + sessions.size)
  return sessionNumbers === 'text' ? `0${number}` : number
}

/** Finds a token, written exactly as it was given out. */
export function holdingOf({ sessions }: World, token: string): Holding | undefined {
  for (const session of sessions.values()) {
    if (session.moderator.token === token) return { session, role: 'moderator', guest: session.moderator }
    const guest = session.participants.find((each) => each.token === token)
    if (guest !== undefined) return { session, role: 'participant', guest }
  }
  return undefined
}
