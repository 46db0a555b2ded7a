/** Where a button would stand that is put into or beside an element. @module */
import type { AnchorRule } from '../sites/rule.ts'

const GAP = 8
/** About as wide as a button with a short word. */
const WIDTH = 96

/** The left end of the button, in the middle of its height. */
export function placeBeside(anchor: Element, position: AnchorRule['position']): DOMPoint {
  const isRightToLeft = getComputedStyle(anchor).direction === 'rtl'
  const isInside = position === 'append' || position === 'prepend'
  const isAtEnd = position === 'append' || position === 'after'
  const box = isInside ? contentOf(anchor, isAtEnd) : anchor.getBoundingClientRect()
  const isRight = isAtEnd !== isRightToLeft
  const x = isRight ? box.right + GAP : box.left - GAP - WIDTH
  // What would stand outside the window is drawn at its edge.
  return new DOMPoint(Math.max(4, Math.min(x, innerWidth - WIDTH)), box.top + box.height / 2)
}

// The first or last line of what the element holds: itself may be as wide as the page.
function contentOf(element: Element, isAtEnd: boolean): DOMRect {
  const range = element.ownerDocument.createRange()
  range.selectNodeContents(element)
  const lines = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
  return (isAtEnd ? lines.at(-1) : lines[0]) ?? element.getBoundingClientRect()
}
