/**
 * Where the picker shows itself: one element in the page, closed to it.
 *
 * The panel and the sheet that catches pointer and keys are in an empty frame inside the closed root. A page finds no way
 * into that frame, and none of its events ever comes by the page's listeners, not even those that were there first.
 *
 * @module
 */
import { layerStyle } from './layer-style.ts'
import { panelStyle } from './panel-style.ts'

/** Our element's name in pages. */
export const HOST_NAME = 'x-joinery-picker'
/** How the names of all our elements begin. */
const OURS = 'x-joinery'

/** How a surface is made. */
export interface SurfaceOptions {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** Ends the surface. */
  readonly signal: AbortSignal
}

/** The surface. */
export interface Surface {
  /** The frame's document. */
  readonly inner: Document
  /** Above the page and below the frame, for what is drawn over the page. */
  readonly layer: HTMLElement
  /** Whether the frame lies over the whole page and catches everything, or is as large as the panel. */
  cover(isCovering: boolean): void
  /** Where the panel stands, in pixels of the viewport. */
  place(box: Place): void
  box(): Place
  /** What the user sees at a point, ourselves left out. */
  elementAt(x: number, y: number): Element | undefined
  /** Whether the page left our element where it was, and on top. */
  isIntact(): boolean
}

/** A place in the viewport. */
export interface Place {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Room around the panel for its shadow. */
export const MARGIN = 16

/** Puts the surface into the page. */
export async function mountSurface({ language, direction, signal }: SurfaceOptions): Promise<Surface> {
  const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  const { host, layer, frame } = build(scheme)
  signal.addEventListener('abort', () => host.remove())
  // Firefox before 147 puts the frame's real document in place only then.
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  home().append(host)
  layer.showPopover()
  await loaded
  const inner = frame.contentDocument
  if (inner === null) throw new Error('This page allows no frame of its own.')
  prepare(inner, { language, direction, scheme })
  keepToOurselves(host, signal)
  const arranging = createArranging(frame, inner)
  return {
    inner,
    layer,
    ...arranging,
    elementAt: (x, y) => deepest(document, x, y),
    isIntact() {
      if (!host.isConnected || home() !== host.parentNode) return false
      if (!layer.matches(':popover-open')) layer.showPopover()
      else if (isBelow(arranging.box(), host)) {
        // Something of the page came into the top layer after us.
        layer.hidePopover()
        layer.showPopover()
      }
      return true
    },
  }
}

function build(scheme: string) {
  const host = document.createElement(HOST_NAME)
  const root = host.attachShadow({ mode: 'closed' })
  const style = document.createElement('style')
  style.textContent = layerStyle
  const layer = document.createElement('div')
  layer.className = 'layer'
  layer.popover = 'manual'
  layer.style.colorScheme = scheme
  // Without a scheme of its own that is the frame's, its document would not be transparent.
  const frame = document.createElement('iframe')
  frame.style.colorScheme = scheme
  layer.append(frame)
  root.append(style, layer)
  return { host, layer, frame }
}

function createArranging(frame: HTMLElement, inner: Document): Pick<Surface, 'cover' | 'place' | 'box'> {
  let covers = false
  let at: Place = { left: 0, top: 0, width: 0, height: 0 }

  function arrange(): void {
    const { documentElement } = inner
    const around = {
      left: at.left - MARGIN,
      top: at.top - MARGIN,
      width: at.width + 2 * MARGIN,
      height: at.height + 2 * MARGIN,
    }
    for (const [side, pixels] of Object.entries(around)) {
      frame.style.setProperty(side, covers ? WHOLE[side as keyof Place] : `${pixels}px`)
    }
    documentElement.style.setProperty('--left', `${covers ? at.left : MARGIN}px`)
    documentElement.style.setProperty('--top', `${covers ? at.top : MARGIN}px`)
    documentElement.classList.toggle('covering', covers)
  }

  return {
    cover(isCovering) {
      covers = isCovering
      arrange()
    },
    place(box) {
      at = box
      arrange()
    },
    box: () => at,
  }
}

const WHOLE: { readonly [Side in keyof Place]: string } = { left: '0', top: '0', width: '100%', height: '100%' }

// What reaches our element, such as a pointer that comes over it, is nothing to the page.
function keepToOurselves(host: Element, signal: AbortSignal): void {
  for (const type of OVER_OUR_ELEMENT) {
    window.addEventListener(type, (event) => event.target === host && event.stopImmediatePropagation(), {
      capture: true,
      signal,
    })
  }
}

const OVER_OUR_ELEMENT = [
  'pointerover',
  'pointerenter',
  'pointerout',
  'pointerleave',
  'mouseover',
  'mouseenter',
  'mouseout',
  'mouseleave',
]

function prepare(
  inner: Document,
  { language, direction, scheme }: Omit<SurfaceOptions, 'signal'> & { readonly scheme: string },
): void {
  inner.documentElement.lang = language
  inner.documentElement.dir = direction
  inner.documentElement.dataset.scheme = scheme
  inner.documentElement.style.colorScheme = scheme
  const style = inner.createElement('style')
  style.textContent = panelStyle
  inner.head.append(style)
}

// While a modal dialog is open, nothing outside of it can be used.
function home(): Element {
  return [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement
}

function isBelow({ left, top, width, height }: Place, host: Element): boolean {
  const [x, y] = [left + width / 2, top + height / 2]
  if (width === 0 || x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false
  return document.elementFromPoint(x, y) !== host
}

function deepest(tree: Document | ShadowRoot, x: number, y: number): Element | undefined {
  const isOfPage = (found: Element) => !found.localName.startsWith(OURS) && found.getRootNode() === tree
  const element = tree.elementsFromPoint(x, y).find(isOfPage)
  if (element === undefined) return undefined
  return element.shadowRoot === null ? element : (deepest(element.shadowRoot, x, y) ?? element)
}
