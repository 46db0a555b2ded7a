/** Starts and stops the work in one page. @module */
import type { PageNotice, PageReport } from '../page-messages.ts'
import { readMarks } from './marks.ts'
import { listen, send } from './runtime.ts'
import type { PageSetup } from './setup.ts'
import { type PageWork, workOn } from './work.ts'

const isFrame = window.top !== window
/** A product that builds its page by program carries its marks only a while after the page came. */
const LATER_LOOKS_MILLISECONDS = [1000, 3000, 8000]

/** Asks for the page's setup, mounts the buttons, and follows changes as long as it lives. */
export async function startPage(life: AbortSignal): Promise<void> {
  const leaving = new AbortController()
  const signal = AbortSignal.any([life, leaving.signal])
  let running = new AbortController()
  let setup: PageSetup | null = null
  let work: PageWork | undefined
  let begun = 0

  async function begin(marks = readMarks(document)): Promise<void> {
    begun += 1
    const turn = begun
    const answer = await send('page.begin', { marks: [...marks] }).catch(() => undefined)
    // Answers may overtake each other; the last question's counts.
    if (signal.aborted || turn !== begun) return
    running.abort()
    running = new AbortController()
    setup = answer ?? null
    work = setup === null ? undefined : workOn(setup, AbortSignal.any([signal, running.signal]))
    if (setup?.site === null) lookAgain(marks)
  }

  function lookAgain(before: readonly string[]): void {
    const turn = begun
    for (const milliseconds of LATER_LOOKS_MILLISECONDS) {
      setTimeout(() => {
        if (signal.aborted || turn !== begun) return
        const marks = readMarks(document)
        if (marks.join() !== before.join()) void begin(marks)
      }, milliseconds)
    }
  }

  function onNotice(message: unknown): PageReport | undefined {
    const { notice } = (message ?? {}) as Partial<PageNotice>
    if (notice === 'setup-changed') void begin()
    if (notice === (isFrame ? 'read-frame' : 'read-page') && work !== undefined) {
      const report = work.report()
      // Of many frames, one that shows a record answers.
      return isFrame && report.shown.length === 0 ? undefined : report
    }
    return undefined
  }

  listen(onNotice, signal)
  // A page out of the back/forward cache heard no notice while it was there.
  addEventListener('pageshow', ({ persisted }) => void (persisted && begin()), { signal })
  await begin()
  // A frame that no rule wants costs nothing from here on.
  if (isFrame && setup === null) leaving.abort()
}
