/**
 * Reads a page's tree by the prototypes' own getters, within bounds: the inputs of a form can take the place of its own
 * properties, and a text may be of any length.
 * @module
 */

export const parentOf = (node: Node): Element | null => Reflect.get(Node.prototype, 'parentElement', node)
export const firstChildOf = (node: Node): ChildNode | null => Reflect.get(Node.prototype, 'firstChild', node)
export const nextSiblingOf = (node: Node): ChildNode | null => Reflect.get(Node.prototype, 'nextSibling', node)
/** The first children of an element. */
export function childrenOf(element: Element, most: number): readonly ChildNode[] {
  const children: ChildNode[] = []
  let child = firstChildOf(element)
  for (; child !== null && children.length < most; child = nextSiblingOf(child)) children.push(child)
  return children
}

/** The siblings that come next. */
export function siblingsAfter(node: Node, most: number): readonly ChildNode[] {
  const siblings: ChildNode[] = []
  let next = nextSiblingOf(node)
  for (; next !== null && siblings.length < most; next = nextSiblingOf(next)) siblings.push(next)
  return siblings
}

export const contains = (element: Element, other: Node): boolean => Node.prototype.contains.call(element, other)
export const isBefore = (element: Element, other: Node): boolean =>
  (Node.prototype.compareDocumentPosition.call(element, other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
export const tagOf = (element: Element): string => Reflect.get(Element.prototype, 'localName', element)
export const bodyOf = (document: Document): Element | null => Reflect.get(Document.prototype, 'body', document)
export const titleOf = (document: Document): string => Reflect.get(Document.prototype, 'title', document).slice(0, 300)

export const isElement = (node: Node): node is Element =>
  Reflect.get(Node.prototype, 'nodeType', node) === Node.ELEMENT_NODE
export const isText = (node: Node): node is Text => Reflect.get(Node.prototype, 'nodeType', node) === Node.TEXT_NODE

/** An attribute's beginning, or an empty text. */
export function attributeOf(element: Element, name: string): string {
  return Element.prototype.getAttribute.call(element, name)?.slice(0, 300) ?? ''
}

/** What was found out in the reading that goes on; the page cannot change meanwhile. */
let visible = new WeakMap<Element, boolean>()

/** To be called before a page is read: it may have changed since the last time. */
export function startReading(): void {
  visible = new WeakMap()
}

export function isVisible(element: Element): boolean {
  const known = visible.get(element)
  if (known !== undefined) return known
  const isShown = Element.prototype.checkVisibility.call(element, { visibilityProperty: true })
  visible.set(element, isShown)
  return isShown
}

/** The first elements of a tag, and half as many from the end: in a long list, neither the head nor what follows it is lost. */
export function byTag(root: Element, tag: string, most: number): readonly Element[] {
  return ends(Element.prototype.getElementsByTagName.call(root, tag), most)
}

/** The same for a selector. */
export function bySelector(root: Element, selector: string, most: number): readonly Element[] {
  return ends(Element.prototype.querySelectorAll.call(root, selector), most)
}

function ends(found: HTMLCollectionOf<Element> | NodeListOf<Element>, most: number): readonly Element[] {
  const { length } = found
  const elements: Element[] = []
  const tail = Math.max(most, length - most / 2)
  for (let index = 0; index < length; index += 1) {
    if (index === most) index = Math.ceil(tail)
    const element = found[index]
    if (element !== undefined) elements.push(element)
  }
  return elements
}

/** Whether an element holds what somebody can type or choose. */
export function isControl(element: Element): element is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return /^(input|textarea|select)$/.test(tagOf(element))
}

/** Types of inputs that hold no fact. */
const UNREADABLE =
  /^(hidden|password|search|checkbox|radio|file|submit|button|image|reset|range|color|date.*|time|month|week|number)$/

/** Whether what a control holds may be a fact of the record. */
export function isReadable(control: Element): boolean {
  return tagOf(control) !== 'input' || !UNREADABLE.test(attributeOf(control, 'type').toLowerCase())
}
