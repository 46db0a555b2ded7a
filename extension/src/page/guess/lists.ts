/** Recognises rows, cards and tables of many things alike. @module */
import { attributeOf, byTag, childrenOf, isElement, parentOf, tagOf } from './dom.ts'
import { partsOf } from './parts.ts'

/** Beside so many alike, and with so many texts, something is a row of a list, whoever else is in it. */
const MANY_ALIKE = 4
const MANY_TEXTS = 3
const MOST_SIBLINGS = 60
/** More than a label and its value, twice. */
const MANY_CELLS = 3

/** What elements of the same making share. */
export function lookOf(element: Element): string {
  const [name = ''] = attributeOf(element, 'class').trim().split(/\s+/)
  return `${tagOf(element)}.${name}`
}

/** The look of the closest element around that holds more than this, where it has one of its own. */
export function lookOfCard(element: Element): string | undefined {
  let at = parentOf(element)
  for (let level = 0; level < 4 && at !== null; level += 1) {
    if (partsOf(at, 300).length !== 1) break
    at = parentOf(at)
  }
  if (at === null || partsOf(at, 300).length < 2) return undefined
  const look = lookOf(at)
  return look === 'div.' || look === 'td.' ? undefined : look
}

/** Whether an element stands in a table whose columns have heads. */
export function isInGrid(element: Element): boolean {
  const closest = (selector: string) => Element.prototype.closest.call(element, selector)
  if (closest('[role="row"], [role="gridcell"], [role="option"]') !== null) return true
  const cell = closest('td')
  const row = cell && parentOf(cell)
  if (row === null || byTag(row, 'td', MANY_CELLS).length < MANY_CELLS) return false
  const table = closest('table')
  const [head] = table === null ? [] : byTag(table, 'tr', 1)
  return head !== undefined && head !== row && byTag(head, 'th', MANY_CELLS).length >= MANY_CELLS
}

/** Whether an element stands in one of many rows with several texts each. */
export function isRow(element: Element, root: Element): boolean {
  let at: Element | null = element
  for (let level = 0; level < 6 && at !== null && at !== root; level += 1) {
    const parent = parentOf(at)
    if (parent !== null && hasManyTexts(at) && isOneOfMany(at, parent)) return true
    at = parent
  }
  return false
}

const hasManyTexts = (element: Element) => partsOf(element, 400).length >= MANY_TEXTS

function isOneOfMany(element: Element, parent: Element): boolean {
  const own = lookOf(element)
  const alike = childrenOf(parent, MOST_SIBLINGS).filter((child) => isElement(child) && lookOf(child) === own)
  return alike.length >= MANY_ALIKE && alike.filter((child) => hasManyTexts(child as Element)).length >= MANY_ALIKE
}
