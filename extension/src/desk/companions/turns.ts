/** How often other extensions are listened to: what comes more often is not read. @module */

const MINUTE_MILLISECONDS = 60_000
/** Of one extension, and of all together, within a minute. */
const MOST_OF_ONE = 10
const MOST_OF_ALL = 60

let begun = Number.NEGATIVE_INFINITY
const counts = new Map<string, number>()

/** Counts a message of an extension; whether it may be read. Times are milliseconds since 1970. */
export function hasTurn(extensionId: string, now: number): boolean {
  if (now - begun >= MINUTE_MILLISECONDS || now < begun) {
    begun = now
    counts.clear()
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const own = counts.get(extensionId) ?? 0
  // Who has no turn is not noted either: the list stays as short as the limit.
  if (all >= MOST_OF_ALL || own >= MOST_OF_ONE) return false
  counts.set(extensionId, own + 1)
  return true
}
