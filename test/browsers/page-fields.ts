/** Functions that run inside a page, to find and fill what is clicked and typed into. @module */

/** Why something is not possible yet. */
export interface NotYet {
  readonly not: string
}

/** Where to click. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** The first element that the selector finds, in open shadow roots too. */
export function findElement(selector: string): Element | null {
  const find = (root: Document | ShadowRoot): Element | null => {
    const found = root.querySelector(selector)
    if (found) return found
    for (const element of root.querySelectorAll('*')) {
      const inside = element.shadowRoot && find(element.shadowRoot)
      if (inside) return inside
    }
    return null
  }
  return find(document)
}

/** Brings an element into view and finds the point in its middle where a click reaches it. */
export async function aimAt(element: Element): Promise<Point | NotYet> {
  if (element.matches(':disabled')) return { not: 'it is disabled' }

  const seen = element.getBoundingClientRect()
  const isOutside = seen.top < 0 || seen.left < 0 || seen.bottom > innerHeight || seen.right > innerWidth
  // Something that scrolls by itself may hide it within the window, too.
  const isClippedBy = (frame: Element | null): boolean => {
    if (frame === null) return false
    const edge = frame.getBoundingClientRect()
    const clips = getComputedStyle(frame).overflowX !== 'visible' && (seen.left < edge.left || seen.right > edge.right)
    return clips || isClippedBy(frame.parentElement)
  }
  if (isOutside || isClippedBy(element.parentElement))
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
  const before = element.getBoundingClientRect()
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  const box = element.getBoundingClientRect()
  if (box.width === 0 || box.height === 0) return { not: 'it is not rendered' }
  if (box.x !== before.x || box.y !== before.y || box.width !== before.width) return { not: 'it moves' }

  const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2
  const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2
  let hit = document.elementFromPoint(x, y)
  while (hit && !element.contains(hit)) {
    const inner: Element | null = hit.shadowRoot?.elementFromPoint(x, y) ?? null
    if (!inner || inner === hit) break
    hit = inner
  }
  if (!hit || !(element.contains(hit) || hit.closest('label')?.control === element))
    return { not: `${hit?.localName ?? 'nothing'} is in front of it` }

  const hasLanded = (event: Event): boolean => {
    const isMeant = (node: EventTarget) =>
      node === element || (node instanceof HTMLLabelElement && node.control === element)
    return event.composedPath().some(isMeant)
  }
  const press = new Promise<boolean>((resolve) => {
    window.addEventListener('pointerdown', (event) => resolve(hasLanded(event)), { capture: true, once: true })
  })
  Object.assign(globalThis, { press })
  return { x, y }
}

/** Takes notice of the next press, wherever it comes to. */
export function watchForPress(): void {
  const press = new Promise<boolean>((resolve) => {
    window.addEventListener('pointerdown', () => resolve(true), { capture: true, once: true })
  })
  Object.assign(globalThis, { press })
}

/**
 * Whether the press came that {@link aimAt} aimed, to its element, or for which {@link watchForPress} waits. Another
 * document knows of none.
 */
export async function hasPressLanded(): Promise<boolean> {
  const { press = true } = globalThis as { press?: Promise<boolean> }
  const nowhere = new Promise<boolean>((resolve) => setTimeout(resolve, 1000, false))
  return await Promise.race([press, nowhere])
}

/** Replaces the text of a field as typing does. */
export function fillField(field: HTMLElement, text: string): NotYet | null {
  if (field.matches(':disabled, :read-only')) return { not: 'it cannot be edited' }
  field.focus()
  const isInput = field instanceof HTMLInputElement
  if (isInput && /^(color|date|datetime-local|month|range|time|week)$/.test(field.type)) {
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
    field.dispatchEvent(new Event('change', { bubbles: true }))
    return null
  }
  if (isInput || field instanceof HTMLTextAreaElement) field.select()
  else document.getSelection()?.selectAllChildren(field)
  document.execCommand(text === '' ? 'delete' : 'insertText', false, text)
  return null
}

/** Chooses an option by its value. */
export function chooseOption(list: HTMLSelectElement, value: string): NotYet | null {
  const option = Array.from(list.options).find((candidate) => candidate.value === value)
  if (list.disabled || !option || option.disabled) return { not: 'it has no such option that can be chosen' }
  list.focus()
  for (const other of list.options) other.selected = other === option
  list.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  list.dispatchEvent(new Event('change', { bubbles: true }))
  return null
}
