/** Gives way to a page that keeps taking our element out: ten times in ten seconds, then a pause. @module */

const WINDOW_MILLISECONDS = 10_000
const MOST_IN_WINDOW = 10
const PAUSE_MILLISECONDS = 30_000

interface History {
  readonly times: readonly number[]
  readonly pausedUntil: number
}

/** Counts re-mounts for each anchor. */
export function createRemountLimit(now: () => number = () => performance.now()) {
  const histories = new WeakMap<Element, History>()
  return {
    /** Whether one more re-mount is allowed now; if so it is counted. */
    allows(anchor: Element): boolean {
      const time = now()
      const history = histories.get(anchor) ?? { times: [], pausedUntil: 0 }
      if (time < history.pausedUntil) return false
      const times = history.times.filter((earlier) => time - earlier < WINDOW_MILLISECONDS)
      const full = times.length >= MOST_IN_WINDOW
      histories.set(
        anchor,
        full ? { times: [], pausedUntil: time + PAUSE_MILLISECONDS } : { times: [...times, time], pausedUntil: 0 },
      )
      return !full
    },
  }
}
