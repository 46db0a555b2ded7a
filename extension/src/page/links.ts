/** Vendors' links in a page: which ones get buttons, and what is told of them at a click. @module */
import { attributeOf, closestAcross, queryAll } from './dom.ts'
import type { Position } from './placing.ts'
import type { Reading } from './read-record.ts'
import type { PageLink } from './setup.ts'

/** A kind of link as an anchor. */
export interface LinkAnchor {
  readonly selector: string
  readonly position: Position
  readonly link: PageLink
  /** The link itself, whatever record it stands in, or `null` where it gets no buttons. */
  scopeOf(anchor: Element): Element | null
  /** The link as it stands now; its key is its address, so that another address is another link. */
  read(anchor: Element): Reading | undefined
}

// Whatever is inside is the user's own text, and is saved or sent as it is.
const EDITABLE = '[contenteditable]:not([contenteditable=false i])'

/** Anchors for these links. */
export function createLinkAnchors(links: readonly PageLink[]): readonly LinkAnchor[] {
  return links.map((link) => {
    const addresses = link.addresses.map((address) => new RegExp(address, 'u'))

    function read(anchor: Element): Reading | undefined {
      const href = attributeOf(anchor, 'href') ?? ''
      const key = URL.canParse(href) ? new URL(href).href : ''
      if (!addresses.some((address) => address.test(key))) return undefined
      return { record: { kind: 'link', key, facts: {} }, agrees: true }
    }

    const scopeOf = (anchor: Element) => (read(anchor) === undefined || isInEditor(anchor) ? null : anchor)
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
