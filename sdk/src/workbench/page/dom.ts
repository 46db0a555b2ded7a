/** Elements, made in one call. @module */

type Child = Node | string | undefined
type Attributes = { readonly [name: string]: string | number | boolean | undefined }

/** An element with attributes (`true` sets one empty, `false` and `undefined` leave it out) and children. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children.filter((child) => child !== undefined))
  return element
}

/** A button that does something. */
export function button(text: string, press: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const element = make('button', { type: 'button', ...attributes }, text)
  element.addEventListener('click', press)
  return element
}

/** The element of the page that has this id. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`The page has no ${id}.`)
  return element
}

/** Tells those who do not see the page. */
export function say(text: string): void {
  byId('said').textContent = text
}

/** Replaces what an element holds, unless that is the same already: a text that somebody marks stays marked. */
export function fill(element: Element, ...children: readonly Child[]): void {
  const next = make('div', {}, ...children)
  // What somebody unfolded stays so.
  const unfolded = Array.from(element.querySelectorAll('details'), ({ open }) => open)
  for (const [index, details] of next.querySelectorAll('details').entries()) details.open = unfolded[index] ?? false
  if (element.childNodes.length === next.childNodes.length && [...next.childNodes].every(isThere(element))) return
  element.replaceChildren(...next.childNodes)
}

function isThere(element: Element) {
  return (node: Node, index: number) => element.childNodes[index]?.isEqualNode(node) ?? false
}
