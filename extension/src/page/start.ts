/** Starts and stops the work in one page. @module */
import { browser } from 'wxt/browser'
import type { PageNotice, PageReport } from '../page-messages.ts'
import { send } from '../send.ts'
import { readMarks } from './marks.ts'
import type { PageSetup } from './setup.ts'
import { type PageWork, workOn } from './work.ts'

const isFrame = window.top !== window

/** Asks for the page's setup, mounts the buttons, and follows changes as long as it lives. */
export async function startPage(life: AbortSignal): Promise<void> {
  const leaving = new AbortController()
  const signal = AbortSignal.any([life, leaving.signal])
  let running = new AbortController()
  let setup: PageSetup | null = null
  let work: PageWork | undefined
  let begun = 0

  async function begin(): Promise<void> {
    begun += 1
    const turn = begun
    const answer = await send('page.begin', { marks: [...readMarks(document)] }).catch(() => undefined)
    // Answers may overtake each other; the last question's counts.
    if (signal.aborted || turn !== begun) return
    running.abort()
    running = new AbortController()
    setup = answer ?? null
    work = setup === null ? undefined : workOn(setup, AbortSignal.any([signal, running.signal]))
  }

  function onNotice(message: unknown): Promise<PageReport> | undefined {
    const { notice } = (message ?? {}) as Partial<PageNotice>
    if (notice === 'setup-changed') void begin()
    if (notice === (isFrame ? 'read-frame' : 'read-page') && work !== undefined) {
      const report = work.report()
      // Of many frames, one that shows a record answers.
      return isFrame && report.shown.length === 0 ? undefined : Promise.resolve(report)
    }
    return undefined
  }

  browser.runtime.onMessage.addListener(onNotice)
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onNotice))
  // A page out of the back/forward cache heard no notice while it was there.
  addEventListener('pageshow', ({ persisted }) => void (persisted && begin()), { signal })
  await begin()
  // A frame that no rule wants costs nothing from here on.
  if (isFrame && setup === null) leaving.abort()
}
