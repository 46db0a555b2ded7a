/** Where our element stands, seen from its anchor. @module */
import type { AnchorRule } from '../sites/rule.ts'
import { elementAfter, elementBefore, parentOf } from './dom.ts'

/** One of the four places. */
export type Position = AnchorRule['position']

const insertions = {
  append: Element.prototype.append,
  prepend: Element.prototype.prepend,
  before: Element.prototype.before,
  after: Element.prototype.after,
} as const

/** Puts our element where it belongs; nothing of the page's own is moved. */
export function place(host: Element, anchor: Element, position: Position): void {
  insertions[position].call(anchor, host)
}

/** The element whose child our element is, once it is placed. */
export function holderOf(anchor: Element, position: Position): ParentNode | null {
  return position === 'append' || position === 'prepend' ? anchor : parentOf(anchor)
}

/** Whether our element still stands where it was put. */
export function isPlaced(host: Element, anchor: Element, position: Position): boolean {
  const holder = parentOf(host)
  if (holder === null || holder !== holderOf(anchor, position)) return false
  if (position === 'before') return elementAfter(host) === anchor
  return position === 'after' ? elementBefore(host) === anchor : true
}
