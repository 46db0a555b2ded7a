/** Rate limits: so many requests of one call with one token in so many seconds (vendors.md 2.2). @module */
import { type Answer, errorAnswer } from './answers.ts'
import type { Pace } from './world.ts'

/** What a daily licence allows; the free one is 300 an hour. */
export const USUAL_PACE: Pace = { requests: 36_000, seconds: 86_400, status: 403, retryAfter: false }

/** Counts a request; the answer is a refusal if it came too early. */
export type Pacer = (call: string, token: string, now: number) => Answer | undefined

/** Keeps the pace; refused requests do not count. */
export function makePacer({ requests, seconds, status, retryAfter }: Pace): Pacer {
  const counted = new Map<string, number[]>()
  return (call, token, now) => {
    const key = `${call} ${token}`
    const recent = (counted.get(key) ?? []).filter((time) => time > now - seconds * 1000)
    counted.set(key, recent)
    if (recent.length < requests) {
      recent.push(now)
      return undefined
    }
    const wait = Math.ceil(((recent[0] ?? now) + seconds * 1000 - now) / 1000)
    const headers = retryAfter ? { 'retry-after': String(wait) } : {}
    return errorAnswer(status, 'rate_limit_reached', 'The rate limit is reached.', headers)
  }
}
