/** Tells a policy that is gone from one that the browser has not loaded yet. @module */
import { browser } from 'wxt/browser'
import type { Policy } from './policy-form.ts'

const KEY = 'policyMissedAt'
/** The alarm that says when to look again. */
export const ABSENCE_ALARM = 'policy'
// The browsers measured took some seconds; nobody minds a minute more before an account goes for good.
const PATIENCE_MILLISECONDS = 60_000

/**
 * Whether there is no policy for certain: it was missed, and a minute later in the same browser session it was still
 * missing. A browser gives nothing right after its start, so the first look says nothing.
 */
export async function isGone({ isThere }: Policy, now: number): Promise<boolean> {
  const missedAt = Number((await browser.storage.session.get(KEY))[KEY] ?? Number.NaN)
  if (isThere) {
    if (!Number.isNaN(missedAt)) await browser.storage.session.remove(KEY)
    return false
  }
  const passed = now - missedAt
  if (passed >= PATIENCE_MILLISECONDS) return true
  // Also where the clock was set back.
  const isCounting = passed >= 0
  if (!isCounting) await browser.storage.session.set({ [KEY]: now })
  await browser.alarms.create(ABSENCE_ALARM, { when: (isCounting ? missedAt : now) + PATIENCE_MILLISECONDS })
  return false
}
