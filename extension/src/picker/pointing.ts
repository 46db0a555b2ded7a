/** Lets the user point at something in the page, by pointer or keys; the page hears nothing of either. @module */
import type { Surface } from './surface.ts'
import { type Direction, findByText, walk } from './walk.ts'

/** What is pointed for. */
export interface PointingOptions {
  readonly surface: Surface
  /** The control that has the keys. */
  readonly pad: HTMLElement
  /** Where the keys start to walk. */
  readonly start: Element
  isVisible(element: Element): boolean
  /** The element under the pointer, or the one that the keys came to. */
  onReach(element: Element, byKeys: boolean): void
  onChoose(element: Element): void
  onBack(): void
  readonly signal: AbortSignal
}

const KEYS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'outer',
  ArrowDown: 'inner',
  ArrowRight: 'next',
  ArrowLeft: 'previous',
}
/** Letters that follow each other faster are one word. */
const TYPING_MILLISECONDS = 1000
const LINE_PIXELS = 24

/** Covers the page and follows pointer and keys until the signal aborts. */
export function startPointing(options: PointingOptions): void {
  const { surface, pad, signal } = options
  const { inner } = surface
  let current = options.start

  function reach(element: Element | undefined, byKeys = false): void {
    if (element === undefined) return
    current = element
    options.onReach(element, byKeys)
  }

  function onPage(listener: (event: MouseEvent) => void): (event: MouseEvent) => void {
    return (event) => {
      if (isInPanel(event)) return
      event.preventDefault()
      listener(event)
    }
  }

  surface.cover(true)
  signal.addEventListener('abort', () => surface.cover(false))
  const listening = { signal, capture: true, passive: false }
  inner.addEventListener(
    'pointermove',
    onPage(({ clientX, clientY }) => reach(surface.elementAt(clientX, clientY))),
    listening,
  )
  inner.addEventListener(
    'click',
    onPage(({ clientX, clientY }) => {
      reach(surface.elementAt(clientX, clientY))
      options.onChoose(current)
    }),
    listening,
  )
  // The keys stay where they were.
  for (const type of ['pointerdown', 'mousedown', 'contextmenu', 'dblclick'] as const)
    inner.addEventListener(
      type,
      onPage(() => pad.focus()),
      listening,
    )
  inner.addEventListener('wheel', scrollBelow, listening)
  inner.addEventListener(
    'keydown',
    createKeys(
      options,
      () => current,
      (element) => reach(element, true),
    ),
    { signal },
  )

  function scrollBelow(event: WheelEvent): void {
    if (isInPanel(event)) return
    event.preventDefault()
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PIXELS : 1
    const below = surface.elementAt(event.clientX, event.clientY)
    scrollerAt(below, event).scrollBy(event.deltaX * pixels, event.deltaY * pixels)
  }
}

function createKeys(
  { pad, isVisible, onChoose, onBack }: PointingOptions,
  current: () => Element,
  reach: (element: Element | undefined) => void,
): (event: KeyboardEvent) => void {
  let typed = ''
  let typedAt = 0
  return (event) => {
    const { key } = event
    if (key === 'Escape') {
      event.preventDefault()
      return onBack()
    }
    // Other controls of the panel have their own keys.
    if (event.target !== pad || event.ctrlKey || event.altKey || event.metaKey) return
    const direction = directionOf(key, current())
    if (direction !== undefined) reach(seen(walk(current(), direction, isVisible)))
    else if (key === 'Enter') onChoose(current())
    else if (key.length === 1) {
      typed = event.timeStamp - typedAt < TYPING_MILLISECONDS ? typed + key : key
      typedAt = event.timeStamp
      reach(seen(findByText(current(), typed.trimStart(), isVisible)))
    } else return
    event.preventDefault()
  }
}

function seen(element: Element | undefined): Element | undefined {
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
  return element
}

// To the right is what comes before, where the page is written from right to left.
function directionOf(key: string, { parentElement }: Element): Direction | undefined {
  const direction = KEYS[key]
  const isRightToLeft = parentElement !== null && getComputedStyle(parentElement).direction === 'rtl'
  if (!isRightToLeft) return direction
  return direction === 'next' ? 'previous' : direction === 'previous' ? 'next' : direction
}

function isInPanel(event: Event): boolean {
  const target = event.target as Node
  return target.nodeType === 1 && (target as Element).closest('.panel') !== null
}

function scrollerAt(element: Element | undefined, { deltaX, deltaY }: WheelEvent): Element {
  for (let at = element; at !== undefined; at = at.parentElement ?? undefined) {
    const { overflowX, overflowY } = getComputedStyle(at)
    const goesDown = deltaY !== 0 && at.scrollHeight > at.clientHeight && /auto|scroll/.test(overflowY)
    const goesAside = deltaX !== 0 && at.scrollWidth > at.clientWidth && /auto|scroll/.test(overflowX)
    if (goesDown || goesAside) return at
  }
  return document.scrollingElement ?? document.documentElement
}
