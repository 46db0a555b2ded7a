/** Outlines over the page: what is pointed at, what matches, where the button would be. @module */
import type { AnchorRule } from '../sites/rule.ts'
import { placeBeside } from './place-beside.ts'

/** An outline with a word at its edge. */
export interface Mark {
  readonly element: Element
  readonly kind: 'hover' | 'match' | 'fact' | 'refused'
  readonly label?: string
}

/** A place where buttons would stand. */
export interface ButtonMark {
  readonly anchor: Element
  readonly position: AnchorRule['position']
  readonly isSmall: boolean
}

/** What is drawn. */
export interface Drawing {
  readonly marks: readonly Mark[]
  readonly buttons: readonly ButtonMark[]
}

/** The pen. */
export interface Pen {
  /** Draws this instead of what was drawn before. */
  show(drawing: Drawing): void
  /** What is pointed at, above all that. */
  point(mark: Mark | undefined): void
  /** The elements that have an outline. */
  marked(): readonly Element[]
  /** Draws the same again, where it is now. */
  redraw(): void
}

const MOST_MARKS = 120
/** So that an outline does not touch what it is around. */
const OUTSET = 2
const ROOM_FOR_TAG = 20

/** Makes the pen of a layer; `word` stands in the buttons. */
export function createPen(layer: HTMLElement, word: string): Pen {
  const pool: HTMLElement[] = []
  let drawing: Drawing = { marks: [], buttons: [] }
  let pointed: Mark | undefined

  function redraw(): void {
    const shown = drawing.marks.filter(({ element }) => isInView(element)).slice(0, MOST_MARKS)
    const marks = pointed === undefined || !isInView(pointed.element) ? shown : [...shown, pointed]
    const buttons = drawing.buttons.filter(({ anchor }) => isInView(anchor)).slice(0, MOST_MARKS)
    // All is measured before anything is changed.
    const boxes = marks.map(({ element }) => element.getBoundingClientRect())
    const places = buttons.map(({ anchor, position }) => placeBeside(anchor, position))
    marks.forEach((mark, index) => {
      drawMark(elementAt(index), mark, boxes[index] as DOMRect)
    })
    buttons.forEach((button, index) => {
      drawButton(elementAt(marks.length + index), button, places[index] as DOMPoint, word)
    })
    for (const unused of pool.slice(marks.length + buttons.length)) unused.hidden = true
  }

  function elementAt(index: number): HTMLElement {
    const known = pool[index]
    if (known !== undefined) return known
    const made = layer.ownerDocument.createElement('div')
    // Below the frame, which stays the last.
    layer.insertBefore(made, layer.lastElementChild)
    pool.push(made)
    return made
  }

  return {
    redraw,
    show(next) {
      drawing = next
      redraw()
    },
    point(mark) {
      pointed = mark
      redraw()
    },
    marked: () => drawing.marks.map(({ element }) => element),
  }
}

function isInView(element: Element): boolean {
  const { left, right, top, bottom, width, height } = element.getBoundingClientRect()
  return width + height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth
}

function drawMark(element: HTMLElement, { kind, label }: Mark, { left, top, width, height }: DOMRect): void {
  element.hidden = false
  element.className = `mark ${kind}`
  Object.assign(element.style, {
    left: `${left - OUTSET}px`,
    top: `${top - OUTSET}px`,
    width: `${width + 2 * OUTSET}px`,
    height: `${height + 2 * OUTSET}px`,
  })
  element.replaceChildren()
  if (label === undefined) return
  const tag = element.ownerDocument.createElement('span')
  tag.className = top < ROOM_FOR_TAG ? 'tag below' : 'tag'
  tag.textContent = label
  element.append(tag)
}

const HEIGHT = 24
const SVG = 'http://www.w3.org/2000/svg'

function drawButton(element: HTMLElement, { isSmall }: ButtonMark, { x, y }: DOMPoint, word: string): void {
  element.hidden = false
  element.className = isSmall ? 'mark button small' : 'mark button'
  element.replaceChildren(cameraIn(element.ownerDocument), word)
  if (isSmall) element.replaceChildren(cameraIn(element.ownerDocument))
  Object.assign(element.style, { left: `${x}px`, top: `${y - HEIGHT / 2}px`, width: 'auto', height: `${HEIGHT}px` })
}

function cameraIn(document: Document): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  const path = document.createElementNS(SVG, 'path')
  svg.setAttribute('viewBox', '0 0 24 24')
  path.setAttribute('d', 'M3 7h12v10H3zM15 11l6-3.5v9L15 13')
  svg.append(path)
  return svg
}
