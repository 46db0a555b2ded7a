/** Walks a bounded part of the page and collects the short texts in it. @module */
import { clean, firstChildOf, isElement, isText, isVisible, nextSiblingOf, parentOf, partsOf, tagOf } from './dom.ts'
import type { RegionOf } from './regions.ts'

/** A short text, and the element that it stands in. */
export interface ShortText {
  readonly text: string
  readonly node: Text
  readonly parent: Element
}

const MOST_TEXTS = 300
const MOST_NODES = 2500
/** Of one element's children. A record has fewer fields, a list more rows. */
const MOST_CHILDREN = 40
/** Of a table's or a list's rows that have many cells. */
const MOST_ROWS = 4
const MANY_CELLS = 4
const MOST_LETTERS = 300
const SKIPPED = /^(button|select|option|textarea|canvas|video|audio|time|caption|thead)$/

/** The texts in document order; first those in the given parts, then the others. */
export function scanTexts(root: Element, first: Element | undefined, regionOf: RegionOf): readonly ShortText[] {
  const found: ShortText[] = []
  let nodes = 0
  const isSpent = () => nodes >= MOST_NODES || found.length >= MOST_TEXTS

  function visit(element: Element): void {
    if (SKIPPED.test(tagOf(element)) || regionOf(element).isOut || !isVisible(element)) return
    const mostRows = isManyCelled(element) ? MOST_ROWS : MOST_CHILDREN
    let children = 0
    for (let child = firstChildOf(element); child !== null; child = nextSiblingOf(child)) {
      if (isSpent()) return
      nodes += 1
      if (isText(child)) take(child, element)
      else if (isElement(child) && child !== first) {
        children += 1
        if (children <= mostRows) visit(child)
      }
    }
  }

  function take(node: Text, parent: Element): void {
    if (node.data.length > MOST_LETTERS * 3) return
    const text = clean(node.data)
    if (text !== '' && text.length <= MOST_LETTERS) found.push({ text, node, parent })
  }

  const chosen = first
  if (chosen !== undefined && chosen !== root) {
    first = undefined
    visit(chosen)
    first = chosen
  }
  visit(root)
  return found
}

function isManyCelled(element: Element): boolean {
  if (!/^(tbody|table)$/.test(tagOf(element))) return false
  let row = firstChildOf(element)
  while (row !== null && !(isElement(row) && tagOf(row) === 'tr')) row = nextSiblingOf(row)
  let cells = 0
  for (let cell = row === null ? null : firstChildOf(row); cell !== null; cell = nextSiblingOf(cell)) {
    if (isElement(cell)) cells += 1
  }
  return cells > MANY_CELLS
}

/** What stands after a label: the next thing beside it, or beside what holds nothing but it. */
export function after(label: Node, root: Element): Node | undefined {
  let at: Node = label
  for (let level = 0; level < 4; level += 1) {
    for (let next = nextSiblingOf(at); next !== null; next = nextSiblingOf(next)) if (isContent(next)) return next
    const parent = parentOf(at)
    if (parent === null || parent === root || HOLDER.test(tagOf(parent)) || !isFirst(at, parent)) return undefined
    at = parent
  }
  return undefined
}

const HOLDER = /^(tr|dl|ul|ol|tbody|table|form|section)$/

// An icon before a label is no content.
function isFirst(node: Node, parent: Element): boolean {
  for (let child = firstChildOf(parent); child !== null && child !== node; child = nextSiblingOf(child)) {
    if (isContent(child) && !(isElement(child) && /^(i|img|span)$/.test(tagOf(child)) && partsOf(child).length < 2))
      return false
  }
  return true
}

function isContent(node: Node): boolean {
  if (isText(node)) return /[\p{L}\p{N}]/u.test(node.data.slice(0, 300))
  if (!isElement(node) || /^(br|wbr|svg|sup|script|style|template|button)$/.test(tagOf(node))) return false
  // A column for the colons.
  const parts = partsOf(node, 20)
  return parts.length === 0 || parts.some((part) => !/^[:*]+$/.test(part))
}
