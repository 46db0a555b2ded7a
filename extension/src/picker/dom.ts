/** Makes elements of our own, without markup. @module */

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

const strokes = {
  close: 'M6 6l12 12M18 6 6 18',
  move: 'M4 12h16M8 8l-4 4 4 4M16 8l4 4-4 4',
  point: 'M12 3v4M12 17v4M3 12h4M17 12h4M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8z',
  remove: 'M4 7h16M9 7V4.5h6V7M6.5 7l.8 13h9.4l.8-13',
  outer: 'M12 19V6M6 11l6-6 6 6',
  inner: 'M12 5v13M6 13l6 6 6-6',
} as const

/** A pictogram's name. */
export type PickerIcon = keyof typeof strokes

/** A pictogram in the text's colour. */
export function icon(document: Document, name: PickerIcon): SVGElement {
  return drawing(document, 24, [[strokes[name], undefined]])
}

/** Joinery's own sign. */
export function sign(document: Document): SVGElement {
  const drawn = drawing(document, 128, [
    ['M28 12h30v40l32-10v44L58 76v40H28a16 16 0 0 1-16-16V28a16 16 0 0 1 16-16z', '#0f7a80'],
    ['M66 12h34a16 16 0 0 1 16 16v72a16 16 0 0 1-16 16H66V86.5l32 10v-65l-32 10z', '#3bb5a9'],
  ])
  drawn.setAttribute('class', 'sign')
  return drawn
}

function drawing(
  document: Document,
  size: number,
  paths: readonly (readonly [string, string | undefined])[],
): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`)
  svg.setAttribute('aria-hidden', 'true')
  for (const [d, fill] of paths) {
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('d', d)
    if (fill !== undefined) path.setAttribute('fill', fill)
    svg.append(path)
  }
  return svg
}
