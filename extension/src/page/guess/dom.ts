/**
 * Reads a page's tree by the prototypes' own getters, within bounds: the inputs of a form can take the place of its own
 * properties, and a text may be of any length.
 * @module
 */

export const parentOf = (node: Node): Element | null => Reflect.get(Node.prototype, 'parentElement', node)
export const firstChildOf = (node: Node): ChildNode | null => Reflect.get(Node.prototype, 'firstChild', node)
export const nextSiblingOf = (node: Node): ChildNode | null => Reflect.get(Node.prototype, 'nextSibling', node)
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

export function isVisible(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element, { visibilityProperty: true })
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
  const indexes = new Set<number>()
  for (let index = 0; index < Math.min(most, length); index += 1) indexes.add(index)
  for (let index = Math.max(0, length - most / 2); index < length; index += 1) indexes.add(Math.floor(index))
  return [...indexes].map((index) => found[index] as Element)
}

/** Whether an element holds what somebody can type or choose. */
export function isControl(element: Element): element is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return /^(input|textarea|select)$/.test(tagOf(element))
}

/** What an input, a text area or a list of choices holds. */
export function controlValue(control: Element): string {
  const { value } = control as HTMLInputElement
  const shown = tagOf(control) === 'select' ? (control as HTMLSelectElement).selectedOptions[0]?.label : value
  return clean(shown ?? '')
}

const MOST_NODES = 40
/** What stands in a value without being of it. */
const NO_VALUE = /^(script|style|svg|template|noscript|button|select|textarea|option|sup)$/

/**
 * The texts in an element, each as it stands in one text node, or nothing where they are longer than a value can be.
 * The values of controls count as texts.
 */
export function partsOf(node: Node, mostLetters = 200): readonly string[] {
  if (isText(node)) return node.data.length > mostLetters * 2 ? [] : [clean(node.data)].filter(Boolean)
  const parts: string[] = []
  let visited = 0
  let letters = 0
  // False where it became too much.
  const visit = (at: Node): boolean => {
    visited += 1
    if (visited > MOST_NODES) return false
    if (isText(at)) {
      const text = at.data.length > mostLetters * 2 ? undefined : clean(at.data)
      if (text === undefined) return false
      if (text !== '') parts.push(text)
      letters += text.length
      return letters <= mostLetters
    }
    if (!isElement(at)) return true
    if (isControl(at) && isReadable(at)) parts.push(...[controlValue(at)].filter(Boolean))
    if (NO_VALUE.test(tagOf(at)) || !isVisible(at)) return true
    for (let child = firstChildOf(at); child !== null; child = nextSiblingOf(child)) if (!visit(child)) return false
    return true
  }
  return visit(node) ? parts : []
}

/** Types of inputs that hold no fact. */
const UNREADABLE =
  /^(hidden|password|search|checkbox|radio|file|submit|button|image|reset|range|color|date.*|time|month|week|number)$/

/** Whether what a control holds may be a fact of the record. */
export function isReadable(control: Element): boolean {
  return tagOf(control) !== 'input' || !UNREADABLE.test(attributeOf(control, 'type').toLowerCase())
}

/** White space as one blank, and without the marks of direction that surround texts in pages from right to left. */
export function clean(text: string): string {
  return text
    .slice(0, 600)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toWellFormed()
}
