/** When a page is looked at as a whole: from time to time, and at once where it may have become another. @module */
import { isShown, listenTo } from './dom.ts'

/** A sweep takes 1 ms on a page of 15,000 elements, so this is a thousandth of one core. */
const SWEEP_MILLISECONDS = 1000

/** What is done when. */
export interface SweepHandlers {
  sweep(): void
  /** The page may be another than before. */
  onOther(): void
  /** Somebody looks at the page, for the first time or again; `onOther` follows. */
  onAwake(): void
  /** Nobody looks any more, or all is over. */
  onRest(): void
}

/** Sweeps while somebody looks at the page, until it is stopped. */
export function beginSweeps({ sweep, onOther, onAwake, onRest }: SweepHandlers, signal: AbortSignal): { stop(): void } {
  let address = ''
  let timer: ReturnType<typeof setInterval> | undefined
  let isOver = signal.aborted

  function next(): void {
    // Not every browser tells of moves within a document.
    if (location.href === address) sweep()
    else follow()
  }

  function follow(): void {
    if (isOver || !isShown(document)) {
      rest()
      return
    }
    address = location.href
    if (timer === undefined) {
      timer = setInterval(next, SWEEP_MILLISECONDS)
      onAwake()
    }
    onOther()
  }

  function rest(): void {
    clearInterval(timer)
    timer = undefined
    onRest()
  }

  listenTo(document, 'visibilitychange', follow, signal)
  window.addEventListener('pageshow', follow, { signal })
  window.navigation?.addEventListener('currententrychange', follow, { signal })
  // Whoever asked holds the result before the first sweep may end it all.
  queueMicrotask(() => {
    follow()
    // Once, so that the buttons are there when somebody comes.
    if (timer === undefined && !isOver) onOther()
  })
  return {
    stop() {
      isOver = true
      rest()
    },
  }
}
