/** What a user reads in an element: bounded, so that no page can make us read a book. @module */
import { isElement, isVisible, nameOf, openRootOf, parentOf, partOf, textsIn } from './dom.ts'

/** No fact is longer. */
export const MOST_LETTERS = 500
const MOST_TEXTS = 100

/** The visible text of an element, or of its open shadow root, its white space folded. */
export function visibleText(element: Element): string {
  const root = openRootOf(element)
  const inside = root === null ? '' : textIn(root, isVisible)
  return inside === '' ? textIn(element, isVisible) : inside
}

function textIn(element: Element | ShadowRoot, isRead: (holder: Element) => boolean): string {
  const walker = textsIn(element)
  let text = ''
  let before: Node | null = null
  for (let count = 0; count < MOST_TEXTS && text.length < MOST_LETTERS; count += 1) {
    const node = walker.nextNode()
    if (node === null) break
    const holder = parentOf(node)
    if (holder !== element && holder !== null && isElement(holder) && !isRead(holder)) continue
    // Pages that write a text in pieces have no space between them.
    text += `${before !== null && node.previousSibling === before ? '' : ' '}${partOf(node as Text, MOST_LETTERS * 2)}`
    before = node
  }
  return fold(text)
}

/** What a form's control holds as the user sees it; nothing of passwords. */
export function heldText(control: Element): string {
  const name = nameOf(control)
  if (name === 'input') {
    const type = Reflect.get(HTMLInputElement.prototype, 'type', control)
    return type === 'password' ? '' : fold(String(Reflect.get(HTMLInputElement.prototype, 'value', control)))
  }
  if (name === 'textarea') return fold(String(Reflect.get(HTMLTextAreaElement.prototype, 'value', control)))
  if (name !== 'select') return ''
  const [chosen] = Reflect.get(HTMLSelectElement.prototype, 'selectedOptions', control) as HTMLCollection
  return chosen === undefined ? '' : textIn(chosen, () => true)
}

/** White space folded, cut, and well formed. */
export function fold(text: string): string {
  return text
    .slice(0, MOST_LETTERS * 4)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_LETTERS)
    .toWellFormed()
}
