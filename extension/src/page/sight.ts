/** Whether the browser's compositor shows an element unobstructed, as far as the browser tells. @module */
import { isShown, listenTo } from './dom.ts'

/** After the tab came to the front, what was seen before is stale for this long. */
const STALE_MILLISECONDS = 500
/** A button that a cover has just left was not what the user aimed at. */
const UNCOVERED_MILLISECONDS = 500

/** Watches elements' visibility. */
export interface Sight {
  watch(element: Element): void
  /** Whether the element is to be seen; a first look is waited for. */
  sees(element: Element): Promise<boolean>
}

/** `undefined` where the browser has no such observer (Firefox). */
export function createSight(signal: AbortSignal): Sight | undefined {
  if (!('isVisible' in IntersectionObserverEntry.prototype)) return undefined
  const seen = new WeakMap<Element, boolean>()
  const covered = new WeakSet<Element>()
  const uncoveredAt = new WeakMap<Element, number>()
  const waiting = new Map<Element, (visible: boolean) => void>()
  let shownAt = Number.NEGATIVE_INFINITY

  const isStale = () => performance.now() - shownAt < STALE_MILLISECONDS
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const visible = (entry as { isVisible?: boolean }).isVisible === true
        seen.set(entry.target, visible)
        if (entry.isIntersecting && !visible && !isStale()) covered.add(entry.target)
        else if (covered.delete(entry.target)) uncoveredAt.set(entry.target, performance.now())
        // Only right after the tab came back may a look that fails be followed by another.
        if (visible || !isStale()) waiting.get(entry.target)?.(visible)
      }
    },
    { trackVisibility: true, delay: 100, threshold: [0, 1] } as IntersectionObserverInit,
  )
  signal.addEventListener('abort', () => observer.disconnect())
  const noteReturn = ({ isTrusted }: Event) => {
    if (isTrusted && isShown(document)) shownAt = performance.now()
  }
  listenTo(document, 'visibilitychange', noteReturn, signal)

  function look(element: Element): Promise<boolean> {
    return new Promise((resolve) => {
      const done = (visible: boolean) => {
        waiting.delete(element)
        resolve(visible)
      }
      waiting.set(element, done)
      if (isStale())
        setTimeout(() => done(seen.get(element) === true), shownAt + STALE_MILLISECONDS - performance.now())
    })
  }

  return {
    watch: (element) => observer.observe(element),
    async sees(element) {
      const known = seen.get(element)
      const uncovered = uncoveredAt.get(element)
      if (uncovered !== undefined && performance.now() - uncovered < UNCOVERED_MILLISECONDS) return false
      if (known === true || (known === false && !isStale())) return known
      observer.observe(element)
      return look(element)
    },
  }
}
