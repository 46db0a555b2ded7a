/** Of very many records, those that come near the window: the rest need no buttons yet. @module */

/** So far around the window, in parts of it, a record is near; twice that, where both margins count. */
const MARGIN = '25%'

/** Waits for records to come near. */
export interface Nearness {
  /** Whether a scope is near, or was; if not, its anchor waits until it is. */
  isNear(scope: Element, anchor: Element): boolean
  isWaiting(anchor: Element): boolean
  stop(): void
}

/** Starts with none; `onNear` is told of each anchor whose wait is over. */
export function createNearness(onNear: (anchor: Element) => void): Nearness {
  const near = new WeakSet<Element>()
  const anchorsOf = new WeakMap<Element, Set<Element>>()
  const waiting = new WeakSet<Element>()

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) release(target)
    },
    // The second counts for lists that scroll by themselves, too; not every browser knows it.
    { rootMargin: MARGIN, scrollMargin: MARGIN } as IntersectionObserverInit,
  )

  function release(scope: Element): void {
    observer.unobserve(scope)
    near.add(scope)
    for (const anchor of anchorsOf.get(scope) ?? []) {
      waiting.delete(anchor)
      onNear(anchor)
    }
    anchorsOf.delete(scope)
  }

  function isNear(scope: Element, anchor: Element): boolean {
    if (near.has(scope)) return true
    const anchors = anchorsOf.get(scope) ?? new Set()
    anchorsOf.set(scope, anchors.add(anchor))
    waiting.add(anchor)
    observer.observe(scope)
    return false
  }

  return { isNear, isWaiting: (anchor) => waiting.has(anchor), stop: () => observer.disconnect() }
}
