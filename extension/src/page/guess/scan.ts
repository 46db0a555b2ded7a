/** Walks a bounded part of the page and collects the short texts in it. @module */
import {
  attributeOf,
  childrenOf,
  firstChildOf,
  isElement,
  isText,
  isVisible,
  nextSiblingOf,
  parentOf,
  siblingsAfter,
  tagOf,
} from './dom.ts'
import { partsOf, textOf } from './parts.ts'
import type { RegionOf } from './regions.ts'

/** A short text, and the element that it stands in. */
export interface ShortText {
  readonly text: string
  readonly node: Text
  readonly parent: Element
}

/** What a walk found. */
export interface Scan {
  /** In document order. */
  readonly texts: readonly ShortText[]
  /** Elements that say in an attribute what they are: headings, items of microdata, values with a label elsewhere. */
  readonly marked: readonly Element[]
}

const MOST_TEXTS = 300
const MOST_NODES = 2000
const MOST_DEPTH = 150
/** Of one element's children. A record has fewer fields, a list more rows. */
const MOST_CHILDREN = 40
/** Of a table's or a list's rows that have many cells. */
const MOST_ROWS = 4
const MANY_CELLS = 4
const MOST_LETTERS = 300
const MOST_SIBLINGS = 30
const SKIPPED = /^(select|option|textarea|canvas|video|audio|time|caption|thead)$/

/** Walks from an element outwards: what is around it counts more than what a large page has elsewhere. */
export function scanAround(start: Element, root: Element, regionOf: RegionOf): Scan {
  const marked: Element[] = []
  let texts: ShortText[] = []
  let nodes = 0
  let taken = 0
  const isSpent = () => nodes >= MOST_NODES || taken >= MOST_TEXTS

  function visit(element: Element, into: ShortText[], depth: number): void {
    if (depth > MOST_DEPTH || isClosed(element)) return
    if (isMarked(element)) marked.push(element)
    visitFrom(firstChildOf(element), null, element, into, depth)
  }

  const isClosed = (element: Element) => SKIPPED.test(tagOf(element)) || regionOf(element).isOut || !isVisible(element)

  function visitFrom(
    first: ChildNode | null,
    end: Node | null,
    parent: Element,
    into: ShortText[],
    depth: number,
  ): void {
    const mostRows = isManyCelled(parent) ? MOST_ROWS : MOST_CHILDREN
    let children = 0
    for (let child = first; child !== null && child !== end && !isSpent(); child = nextSiblingOf(child)) {
      nodes += 1
      if (isText(child)) take(child, parent, into)
      else if (isElement(child)) {
        children += 1
        if (children <= mostRows) visit(child, into, depth + 1)
      }
    }
  }

  function take(node: Text, parent: Element, into: ShortText[]): void {
    const text = textOf(node)
    if (text === undefined || text === '' || text.length > MOST_LETTERS) return
    // What a button says is what it does, but for an address, which it copies.
    if (!text.includes('@') && Element.prototype.closest.call(parent, 'button') !== null) return
    into.push({ text, node, parent })
    taken += 1
  }

  visit(start, texts, 0)
  let at = start
  for (let level = 0; level < MOST_DEPTH && at !== root && !isSpent(); level += 1) {
    const parent = parentOf(at)
    if (parent === null) break
    const before: ShortText[] = []
    const after: ShortText[] = []
    if (!isClosed(parent)) {
      visitFrom(firstChildOf(parent), at, parent, before, 0)
      visitFrom(nextSiblingOf(at), null, parent, after, 0)
    }
    texts = [...before, ...texts, ...after]
    at = parent
  }
  return { texts, marked }
}

function isMarked(element: Element): boolean {
  return (
    attributeOf(element, 'role') === 'heading' ||
    attributeOf(element, 'itemprop') !== '' ||
    attributeOf(element, 'aria-labelledby') !== ''
  )
}

function isManyCelled(element: Element): boolean {
  if (!/^(tbody|table)$/.test(tagOf(element))) return false
  const row = childrenOf(element, MOST_SIBLINGS).find((child) => isElement(child) && tagOf(child) === 'tr')
  return row !== undefined && childrenOf(row as Element, MOST_SIBLINGS).filter(isElement).length > MANY_CELLS
}

/** What stands after a label: the next thing beside it, or beside what holds nothing but it. */
export function after(label: Node, root: Element): Node | undefined {
  let at: Node = label
  for (let level = 0; level < 4; level += 1) {
    const next = siblingsAfter(at, MOST_SIBLINGS).find(isContent)
    if (next !== undefined) return next
    const parent = parentOf(at)
    if (parent === null || parent === root || HOLDER.test(tagOf(parent)) || !isFirst(at, parent)) return undefined
    at = parent
  }
  return undefined
}

const HOLDER = /^(tr|dl|ul|ol|tbody|table|form|section)$/

// An icon before a label is no content.
function isFirst(node: Node, parent: Element): boolean {
  const children = childrenOf(parent, MOST_SIBLINGS)
  const before = children.slice(0, children.indexOf(node as ChildNode))
  return !before.some((child) => isContent(child) && !isIcon(child))
}

const isIcon = (node: Node) => isElement(node) && /^(i|img|span)$/.test(tagOf(node)) && partsOf(node).length < 2

function isContent(node: Node): boolean {
  if (isText(node)) return /[\p{L}\p{N}]/u.test(node.data.slice(0, 300))
  if (!isElement(node) || /^(br|wbr|svg|sup|script|style|template|button)$/.test(tagOf(node))) return false
  // A column for the colons.
  const parts = partsOf(node, 20)
  return parts.length === 0 || parts.some((part) => !/^[:*]+$/.test(part))
}
