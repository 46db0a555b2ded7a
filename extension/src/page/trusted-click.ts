/** Whether a click is the user's own, on a button that the user sees. @module */
import { createSight } from './sight.ts'

/** Below this, what a page makes of our button is not what the user takes for one. */
const LEAST_OPACITY = 0.5
/** Taller than any button of ours: blown up, it lies unseen under all that the user clicks. */
const MOST_HEIGHT_PIXELS = 80

/** Watches over buttons so that a cover is known when the click comes. */
export interface ClickGuard {
  /** Starts to watch a host; call it when the pointer or the focus comes near. */
  approach(host: Element): void
  /** Whether this click may act: trusted, and on a host that is visible and uncovered. */
  accepts(event: MouseEvent, host: Element, button: Element): Promise<boolean>
}

/**
 * Makes the guard of a page. No single check is enough: the observer (Chromium) misses transparent covers, hit testing
 * misses covers that let the pointer through, and both miss masks.
 */
export function createClickGuard(signal: AbortSignal): ClickGuard {
  const sight = createSight(signal)
  return {
    approach: (host) => sight?.watch(host),
    async accepts(event, host, button) {
      if (!event.isTrusted || !looksAsMade(host) || !isOnTop(host, button, event)) return false
      return sight === undefined || sight.sees(host)
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
  let element = document.elementFromPoint(x, y)
  while (element?.shadowRoot) {
    const inner = element.shadowRoot.elementFromPoint(x, y)
    if (inner === null || inner === element) break
    element = inner
  }
  return element
}

function looksAsMade(host: Element): boolean {
  let opacity = 1
  for (let element: Element | null = host; element !== null; element = parentAcross(element)) {
    const style = getComputedStyle(element)
    opacity *= Number(style.opacity)
    if (style.visibility !== 'visible' && element === host) return false
    if (style.maskImage !== 'none' || style.clipPath !== 'none' || /opacity|blur/.test(style.filter)) return false
  }
  return opacity >= LEAST_OPACITY
}

// As it is rendered: through slots, out of shadow roots. A form's inputs can take the place of its own `parentNode`, so
// the getters are asked themselves.
function parentAcross(element: Element): Element | null {
  const slot: Element | null = Reflect.get(Element.prototype, 'assignedSlot', element)
  const parent: ParentNode | null = slot ?? Reflect.get(Node.prototype, 'parentNode', element)
  if (parent === null || parent.nodeType === Node.DOCUMENT_NODE) return null
  return parent.nodeType === Node.ELEMENT_NODE ? (parent as Element) : (parent as ShadowRoot).host
}
