/** Whether the background starts for the first time since the extension was enabled, updated, or started with its browser. @module */
import { browser } from 'wxt/browser'

const KEY = 'hasStarted'

/** Tells so once; the browser forgets the note with the rest of the session. */
export async function isFirstStart(): Promise<boolean> {
  return await navigator.locks.request(KEY, async () => {
    const hasStarted = (await browser.storage.session.get(KEY))[KEY] === true
    if (!hasStarted) await browser.storage.session.set({ [KEY]: true })
    return !hasStarted
  })
}
