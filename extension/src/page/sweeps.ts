/** When a page is looked at as a whole: from time to time, and at once where it may have become another. @module */
import { listenTo } from './dom.ts'

/** A sweep takes 1 ms on a page of 15,000 elements, so this is a thousandth of one core. */
const SWEEP_MILLISECONDS = 1000

/** Sweeps until it is stopped; `onOther` is called instead where the page may be another than before. */
export function beginSweeps(sweep: () => void, onOther: () => void, signal: AbortSignal): { stop(): void } {
  let address = location.href

  function next(): void {
    // Not every browser tells of moves within a document.
    const hasMoved = location.href !== address
    address = location.href
    if (hasMoved) onOther()
    else sweep()
  }

  const timer = setInterval(next, SWEEP_MILLISECONDS)
  listenTo(document, 'visibilitychange', onOther, signal)
  window.addEventListener('pageshow', onOther, { signal })
  window.navigation?.addEventListener('currententrychange', onOther, { signal })
  return { stop: () => clearInterval(timer) }
}
