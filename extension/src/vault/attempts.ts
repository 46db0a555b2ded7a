/** Makes guessing slow: the wait after wrong passphrases, as pure functions over a stored state. @module */

/** How often in a row the passphrase was wrong, and when last. */
export interface Attempts {
  readonly failures: number
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Before any failure. */
export const noAttempts: Attempts = { failures: 0, at: 0 }

const FREE_FAILURES = 3
const FIRST_WAIT = 1000
const LONGEST_WAIT = 15 * 60 * 1000

/** The state after one more wrong passphrase. */
export function afterFailure({ failures }: Attempts, now: number): Attempts {
  return { failures: failures + 1, at: now }
}

/** Milliseconds until the next passphrase is taken: none at first, then doubling up to a quarter of an hour. */
export function waitAfter({ failures, at }: Attempts, now: number): number {
  if (failures < FREE_FAILURES) return 0
  const wait = Math.min(FIRST_WAIT * 2 ** (failures - FREE_FAILURES), LONGEST_WAIT)
  // A clock that was set back must neither let anybody in sooner nor lock anybody out for longer.
  const passed = Math.max(0, now - at)
  return Math.max(0, wait - passed)
}

/** Something as stored attempts; what does not have the form counts as none. */
export function attemptsFrom(stored: unknown): Attempts {
  const { failures, at } = Object(stored) as { readonly failures?: unknown; readonly at?: unknown }
  if (!Number.isSafeInteger(failures) || typeof at !== 'number' || !Number.isFinite(at)) return noAttempts
  return { failures: Math.max(0, Number(failures)), at }
}
