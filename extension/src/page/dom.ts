/**
 * The DOM's own functions, asked of their prototypes: a form or a document has whatever its inputs and images are named,
 * and `<input name="matches">` must not break the engine, nor tell it lies.
 *
 * @module
 */

type Tree = Document | DocumentFragment | Element

const nodeTypeOf = getterOf<Node, number>(Node.prototype, 'nodeType')
const parentNodeOf = getterOf<Node, ParentNode | null>(Node.prototype, 'parentNode')
const connectionOf = getterOf<Node, boolean>(Node.prototype, 'isConnected')
const localNameOf = getterOf<Element, string>(Element.prototype, 'localName')
const shadowRootOf = getterOf<Element, ShadowRoot | null>(Element.prototype, 'shadowRoot')
const slotOf = getterOf<Element, Element | null>(Element.prototype, 'assignedSlot')
const previousOf = getterOf<Element, Element | null>(Element.prototype, 'previousElementSibling')
const nextOf = getterOf<Element, Element | null>(Element.prototype, 'nextElementSibling')
const bodyOf = getterOf<Document, HTMLElement | null>(Document.prototype, 'body')
const documentElementOf = getterOf<Document, HTMLElement>(Document.prototype, 'documentElement')
const titleOf = getterOf<Document, string>(Document.prototype, 'title')
const visibilityOf = getterOf<Document, string>(Document.prototype, 'visibilityState')
const hostOf = getterOf<ShadowRoot, Element>(ShadowRoot.prototype, 'host')

const methods = {
  matches: Element.prototype.matches,
  closest: Element.prototype.closest,
  getAttribute: Element.prototype.getAttribute,
  checkVisibility: Element.prototype.checkVisibility,
  getBoundingClientRect: Element.prototype.getBoundingClientRect,
  contains: Node.prototype.contains,
  compareDocumentPosition: Node.prototype.compareDocumentPosition,
  append: Element.prototype.append,
  createElement: Document.prototype.createElement,
  createElementNS: Document.prototype.createElementNS,
  createTreeWalker: Document.prototype.createTreeWalker,
  addEventListener: EventTarget.prototype.addEventListener,
  substringData: CharacterData.prototype.substringData,
  inElement: Element.prototype.querySelectorAll,
  inDocument: Document.prototype.querySelectorAll,
  inFragment: DocumentFragment.prototype.querySelectorAll,
}

function getterOf<Holder, Value>(prototype: object, name: string): (holder: Holder) => Value {
  const getter = Object.getOwnPropertyDescriptor(prototype, name)?.get as (this: Holder) => Value
  return (holder) => getter.call(holder)
}

export const isElement = (node: Node): node is Element => nodeTypeOf(node) === Node.ELEMENT_NODE
export const isConnected = (node: Node): boolean => connectionOf(node)
export const nameOf = (element: Element): string => localNameOf(element)
export const openRootOf = (element: Element): ShadowRoot | null => shadowRootOf(element)
export const parentOf = (node: Node): ParentNode | null => parentNodeOf(node)
export const elementBefore = (element: Element): Element | null => previousOf(element)
export const elementAfter = (element: Element): Element | null => nextOf(element)
export const bodyIn = (document: Document): HTMLElement | null => bodyOf(document)
export const rootIn = (document: Document): HTMLElement => documentElementOf(document)
export const titleIn = (document: Document): string => titleOf(document)
export const isShown = (document: Document): boolean => visibilityOf(document) === 'visible'
export const attributeOf = (element: Element, name: string): string | null => methods.getAttribute.call(element, name)
export const boxOf = (element: Element): DOMRect => methods.getBoundingClientRect.call(element)
export const contains = (node: Node, other: Node): boolean => methods.contains.call(node, other)
export const matches = (element: Element, selector: string): boolean => methods.matches.call(element, selector)

/** Puts a node at an element's end. */
export const append = (element: Element, node: Node): void => methods.append.call(element, node)

/** A new element. */
export function make<Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name]
export function make(name: string): HTMLElement
export function make(name: string): HTMLElement {
  return methods.createElement.call(document, name)
}

/** A new element of a pictogram. */
export function makeSvg<Name extends keyof SVGElementTagNameMap>(name: Name): SVGElementTagNameMap[Name] {
  return methods.createElementNS.call(document, 'http://www.w3.org/2000/svg', name) as SVGElementTagNameMap[Name]
}

/** Listens to a document. */
export function listenTo(
  document: Document,
  type: string,
  listener: (event: Event) => void,
  signal: AbortSignal,
): void {
  methods.addEventListener.call(document, type, listener, { signal })
}

/** A text's first letters; the rest, which may be a book, is not even copied. */
export const partOf = (text: CharacterData, letters: number): string => methods.substringData.call(text, 0, letters)

/** Goes through the texts in a tree. */
export function textsIn(tree: Element | ShadowRoot): TreeWalker {
  return methods.createTreeWalker.call(document, tree, NodeFilter.SHOW_TEXT)
}

/** Whether an element is rendered, and not hidden by `visibility`. */
export const isVisible = (element: Element): boolean =>
  methods.checkVisibility.call(element, { visibilityProperty: true })

/** Whether one element stands before another in its tree. */
export const isBefore = (one: Node, other: Node): boolean =>
  (methods.compareDocumentPosition.call(one, other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

/** All in a tree that a selector matches; the tree's own shadow roots are trees of their own. */
export function queryAll(tree: Tree, selector: string): NodeListOf<Element> {
  const type = nodeTypeOf(tree)
  if (type === Node.ELEMENT_NODE) return methods.inElement.call(tree as Element, selector)
  const query = type === Node.DOCUMENT_NODE ? methods.inDocument : methods.inFragment
  return query.call(tree as Document & DocumentFragment, selector)
}

/** The elements of a list; by index, since its iterator takes six times as long. */
export function eachElement(nodes: NodeList, visit: (element: Element) => void): void {
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index] as Node
    if (isElement(node)) visit(node)
  }
}

/** The parent element, out of shadow roots; as the tree is rendered, through slots, where that is asked for. */
export function parentElementAcross(element: Element, throughSlots = false): Element | null {
  const parent: Node | null = (throughSlots ? slotOf(element) : null) ?? parentNodeOf(element)
  if (parent === null) return null
  if (isElement(parent)) return parent
  return nodeTypeOf(parent) === Node.DOCUMENT_FRAGMENT_NODE && parent instanceof ShadowRoot ? hostOf(parent) : null
}

/** The nearest that a selector matches, from the element itself outward, out of shadow roots too. */
export function closestAcross(element: Element, selector: string): Element | null {
  let at: Element | null = element
  while (at !== null) {
    const found: Element | null = methods.closest.call(at, selector)
    if (found !== null) return found
    at = hostAround(at)
  }
  return null
}

/** The host of the shadow root that a node stands in. */
export function hostAround(node: Node): Element | null {
  const root = Node.prototype.getRootNode.call(node)
  return root instanceof ShadowRoot ? hostOf(root) : null
}

/** Whether a node stands in an element, in its shadow roots too. */
export function containsAcross(element: Element, node: Node): boolean {
  for (let at: Node | null = node; at !== null; at = hostAround(at)) if (contains(element, at)) return true
  return false
}
