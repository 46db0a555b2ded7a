/** Makes elements of our own, without markup. @module */
import { ArrowDown, ArrowUp, Crosshair, type IconNode, MoveHorizontal, Trash2, X } from 'lucide'

/** What an element is made with: attributes by name; `true` stands for an empty one, `undefined` and `false` for none. */
export type Attributes = Readonly<Record<string, string | boolean | undefined>>

const SVG = 'http://www.w3.org/2000/svg'

/** An element with attributes and children. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value)
  }
  element.append(...children)
  return element
}

const icons = {
  close: X,
  move: MoveHorizontal,
  point: Crosshair,
  remove: Trash2,
  outer: ArrowUp,
  inner: ArrowDown,
} as const

/** A pictogram's name. */
export type PickerIcon = keyof typeof icons

/** A pictogram in the text's colour. */
export function icon(document: Document, name: PickerIcon): SVGElement {
  return drawing(document, 24, icons[name])
}

/** Joinery's own sign. */
export function sign(document: Document): SVGElement {
  const drawn = drawing(document, 128, [
    ['path', { d: 'M28 12h30v40l32-10v44L58 76v40H28a16 16 0 0 1-16-16V28a16 16 0 0 1 16-16z', fill: '#0f7a80' }],
    ['path', { d: 'M66 12h34a16 16 0 0 1 16 16v72a16 16 0 0 1-16 16H66V86.5l32 10v-65l-32 10z', fill: '#3bb5a9' }],
  ])
  drawn.setAttribute('class', 'sign')
  return drawn
}

function drawing(document: Document, size: number, parts: IconNode): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`)
  svg.setAttribute('aria-hidden', 'true')
  for (const [name, attributes] of parts) {
    const part = document.createElementNS(SVG, name)
    for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, String(value))
    svg.append(part)
  }
  return svg
}
