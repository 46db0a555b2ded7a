/** Walks through a page's elements by keys: around, into, beside. @module */

/** A direction to walk in. */
export type Direction = 'outer' | 'inner' | 'next' | 'previous'

/** Whether an element is there for the user. */
export type Sees = (element: Element) => boolean

/** Nothing of the page that anybody sees is in them; what is ours is not the page's. */
const UNSEEN = 'x-joinery, x-joinery-picker, script, style, template, noscript, head, meta, link, title, br, wbr'

/** The element that a step leads to; the same one at the end of the way. */
export function walk(from: Element, direction: Direction, sees: Sees): Element {
  switch (direction) {
    case 'outer':
      return outer(from, sees) ?? from
    case 'inner':
      return childrenOf(from).find((child) => isStop(child, sees)) ?? from
    case 'next':
      return beside(from, 1, sees) ?? from
    case 'previous':
      return beside(from, -1, sees) ?? from
  }
}

/** The next element in the page, after this one and from the top again, whose own text begins so. */
export function findByText(from: Element, typed: string, sees: Sees): Element | undefined {
  const wanted = typed.toLowerCase()
  const all = [...from.ownerDocument.body.querySelectorAll('*')]
  const start = all.indexOf(from)
  const ordered = [...all.slice(start), ...all.slice(0, Math.max(0, start))]
  return ordered.find((element) => textOf(element).toLowerCase().startsWith(wanted) && isStop(element, sees))
}

function textOf(element: Element): string {
  const own = [...element.childNodes].flatMap((node) => (node.nodeType === 3 ? [node.textContent ?? ''] : []))
  return own.join(' ').trim()
}

function outer(element: Element, sees: Sees): Element | undefined {
  const parent = parentOf(element)
  if (parent === null || parent.localName === 'html') return undefined
  return isStop(parent, sees) ? parent : outer(parent, sees)
}

// Where nothing is left beside it, the way goes on beside what is around it.
function beside(element: Element, step: 1 | -1, sees: Sees): Element | undefined {
  for (let at: Element | null = element; at !== null && at.localName !== 'body'; at = parentOf(at)) {
    const parent = parentOf(at)
    const siblings = parent === null ? [] : childrenOf(parent)
    const others = siblings.slice(siblings.indexOf(at) + 1)
    const before = siblings.slice(0, Math.max(0, siblings.indexOf(at))).toReversed()
    const found = (step === 1 ? others : before).find((sibling) => isStop(sibling, sees))
    if (found !== undefined) return found
  }
  return undefined
}

function childrenOf(element: Element): readonly Element[] {
  return [...(element.shadowRoot ?? element).children]
}

function parentOf(element: Element): Element | null {
  const { parentNode } = element
  return parentNode !== null && 'host' in parentNode && parentNode.nodeType === 11
    ? (parentNode as ShadowRoot).host
    : element.parentElement
}

function isStop(element: Element, sees: Sees): boolean {
  return !element.matches(UNSEEN) && sees(element)
}
