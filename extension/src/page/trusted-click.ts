/** Whether a click is the user's own, on a button that the user sees. @module */
import { openRootOf, parentElementAcross } from './dom.ts'
import { createSight } from './sight.ts'

/** Below this, what a page makes of our button is not what the user takes for one. */
const LEAST_OPACITY = 0.5
/** Taller than any button of ours: blown up, it lies unseen under all that the user clicks. */
const MOST_HEIGHT_PIXELS = 80

/**
 * How a button stood there when it was clicked: in full sight; with something over it, as the compositor says, which may be
 * harmless; unknown, where the browser cannot tell; or hidden, so that nobody means a click on it.
 */
export type Judgement = 'clear' | 'covered' | 'unseen' | 'hidden'

/** Watches over buttons so that a cover is known when the click comes. */
export interface ClickGuard {
  /** Starts to watch a host; call it when the pointer or the focus comes near. */
  approach(host: Element): void
  judge(event: MouseEvent, host: Element, button: Element): Promise<Judgement>
}

/**
 * Makes the guard of a page. No single check is enough: the observer (Chromium) misses transparent covers, hit testing
 * misses covers that let the pointer through, and both miss masks.
 */
export function createClickGuard(signal: AbortSignal): ClickGuard {
  const sight = createSight(signal)
  return {
    approach: (host) => sight?.watch(host),
    async judge(event, host, button) {
      if (!event.isTrusted || !looksAsMade(host) || !isOnTop(host, button, event)) return 'hidden'
      if (sight === undefined) return 'unseen'
      return (await sight.sees(host)) ? 'clear' : 'covered'
    },
  }
}

function isOnTop(host: Element, button: Element, event: MouseEvent): boolean {
  const { left, top, width, height } = button.getBoundingClientRect()
  if (width < 8 || height < 8 || height > MOST_HEIGHT_PIXELS) return false
  const isOutside = ([x, y]: readonly [number, number]) => x < 0 || y < 0 || x >= innerWidth || y >= innerHeight
  if (isOutside([left + width / 2, top + height / 2])) return false
  const points: [number, number][] = [
    [0.5, 0.5],
    [0.15, 0.2],
    [0.85, 0.2],
    [0.15, 0.8],
    [0.85, 0.8],
  ].map(([across = 0, down = 0]) => [left + width * across, top + height * down])
  // A click by keyboard has no place.
  const isPointer = event.detail > 0
  if (isPointer) points.push([event.clientX, event.clientY])
  return points.every(([x, y]) => isOutside([x, y]) || deepestAt(x, y) === host)
}

function deepestAt(x: number, y: number): Element | null {
  let element = elementAt(document, x, y)
  for (let root = element && openRootOf(element); root; root = element && openRootOf(element)) {
    const inner = elementAt(root, x, y)
    if (inner === null || inner === element) break
    element = inner
  }
  return element
}

function elementAt(root: Document | ShadowRoot, x: number, y: number): Element | null {
  const { elementFromPoint } = root instanceof ShadowRoot ? ShadowRoot.prototype : Document.prototype
  return elementFromPoint.call(root as Document & ShadowRoot, x, y)
}

function looksAsMade(host: Element): boolean {
  let opacity = 1
  for (let element: Element | null = host; element !== null; element = parentElementAcross(element, true)) {
    const style = getComputedStyle(element)
    opacity *= Number(style.opacity)
    if (style.visibility !== 'visible' && element === host) return false
    if (style.maskImage !== 'none' || style.clipPath !== 'none' || /opacity|blur/.test(style.filter)) return false
  }
  return opacity >= LEAST_OPACITY
}
