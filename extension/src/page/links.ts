/** Vendors' links in a page: which ones get buttons, and what is told of them at a click. @module */
import { attributeOf, boxOf, closestAcross, queryAll } from './dom.ts'
import type { Position } from './placing.ts'
import type { Reading } from './read-record.ts'
import type { PageLink } from './setup.ts'

/** A kind of link as an anchor. */
export interface LinkAnchor {
  readonly selector: string
  readonly position: Position
  readonly link: PageLink
  /** The link itself, whatever record it stands in, or `null` where it gets no buttons (yet). */
  scopeOf(anchor: Element): Element | null
  /** The link as it stands now; its key is its address, so that another address is another link. */
  read(anchor: Element): Reading | undefined
}

/** So many links get buttons wherever they stand; of more, each does when it comes near the part that the user sees. */
const MOST_AT_ONCE = 200
// Whatever is inside is the user's own text, and is saved or sent as it is.
const EDITABLE = '[contenteditable]:not([contenteditable=false i])'

/** Anchors for these links. */
export function createLinkAnchors(links: readonly PageLink[]): readonly LinkAnchor[] {
  const reached = new WeakSet<Element>()
  let count = 0
  return links.map((link) => {
    const addresses = link.addresses.map((address) => new RegExp(address, 'u'))

    function read(anchor: Element): Reading | undefined {
      const href = attributeOf(anchor, 'href') ?? ''
      const key = URL.canParse(href) ? new URL(href).href : ''
      if (!addresses.some((address) => address.test(key))) return undefined
      return { record: { kind: 'link', key, facts: {} }, agrees: true }
    }

    function scopeOf(anchor: Element): Element | null {
      const isKnown = reached.has(anchor)
      if (!isKnown && count >= MOST_AT_ONCE && !isNear(anchor)) return null
      if (read(anchor) === undefined || isInEditor(anchor)) return null
      if (!isKnown) count += 1
      reached.add(anchor)
      return anchor
    }

    return { selector: link.selector, position: 'after', link, scopeOf, read }
  })
}

/** Takes our elements out of a text as soon as somebody begins to write in it. */
export function keepOutOfEditors(hostName: string, signal: AbortSignal): void {
  const leave = (event: Event) => {
    const [target] = event.composedPath()
    const editor = target instanceof Element ? closestAcross(target, EDITABLE) : null
    if (editor !== null) for (const element of queryAll(editor, hostName)) Element.prototype.remove.call(element)
  }
  window.addEventListener('focusin', leave, { signal, capture: true })
}

function isInEditor(element: Element): boolean {
  return closestAcross(element, EDITABLE) !== null || Reflect.get(Document.prototype, 'designMode', document) === 'on'
}

function isNear(element: Element): boolean {
  const { top, bottom, height } = boxOf(element)
  return height > 0 && bottom > -innerHeight && top < 2 * innerHeight
}
