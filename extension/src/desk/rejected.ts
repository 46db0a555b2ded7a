/** Counts the messages that were ignored, by reason, for diagnosis. @module */
import { browser } from 'wxt/browser'

const KEY = 'rejectedMessages'

/** Why a message was ignored. */
export type Rejection = 'unknown' | 'sender' | 'shape'

/** Counts one ignored message. */
export function countRejected(reason: Rejection): void {
  void navigator.locks.request(KEY, async () => {
    const counts = await rejectedCounts()
    await browser.storage.session.set({ [KEY]: { ...counts, [reason]: (counts[reason] ?? 0) + 1 } })
  })
}

/** How many messages were ignored since the browser started. */
export async function rejectedCounts(): Promise<{ readonly [R in Rejection]?: number }> {
  const stored = await browser.storage.session.get({ [KEY]: {} })
  return stored[KEY] as { readonly [R in Rejection]?: number }
}
