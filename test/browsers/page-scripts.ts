/** Functions that run inside a page, and how they get there. They see nothing of this file's scope. @module */

/** What the page knows of one button. */
export interface ButtonDescription {
  readonly label: string
  readonly title: string
  readonly state: string
  readonly disabled: boolean
  readonly hasFocus: boolean
  readonly background: string
  readonly note: string
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null
}

/** The source of an expression which calls the function and gives its result as JSON. */
export function callSource(fn: (...args: never[]) => unknown, args: readonly unknown[]): string {
  return `(async () => JSON.stringify(await (${fn})(...${JSON.stringify(args)})))()`
}

/** As {@link callSource}, but only whether the result is truthy, which may thus be a node. */
export function checkSource(fn: (...args: never[]) => unknown, args: readonly unknown[]): string {
  return `(async () => JSON.stringify(!!(await (${fn})(...${JSON.stringify(args)}))))()`
}

/** What {@link callSource}'s expression gave. */
export function readResult<Result>(json: unknown): Result {
  return (typeof json === 'string' ? JSON.parse(json) : undefined) as Result
}

/**
 * The elements that the extension mounted, in document order, open shadow roots included. Asked of the prototypes: the
 * names of a page's inputs and images hide the functions of its forms and of the document.
 */
export function findHosts(): Element[] {
  const hosts: Element[] = []
  const visit = (root: Document | ShadowRoot): void => {
    const { querySelectorAll } = root instanceof ShadowRoot ? ShadowRoot.prototype : Document.prototype
    for (const element of querySelectorAll.call(root as Document & ShadowRoot, '*')) {
      if (String(Reflect.get(Element.prototype, 'localName', element)).startsWith('x-joinery')) hosts.push(element)
      const inner = Reflect.get(Element.prototype, 'shadowRoot', element) as ShadowRoot | null
      if (inner) visit(inner)
    }
  }
  visit(document)
  return hosts
}

/** The id of the record that an element stands in. */
export function findRecord(element: Element): string {
  const { closest, getAttribute } = Element.prototype
  for (let next: Element | null = element; next !== null; ) {
    const holder: Element | null = closest.call(next, '[data-record-id]')
    if (holder) return getAttribute.call(holder, 'data-record-id') ?? ''
    const root: Node = next.getRootNode()
    next = root instanceof ShadowRoot ? root.host : null
  }
  return ''
}

/** The buttons of one shadow root; of one that holds a frame, every control in that. */
export function describeButtons(root: ShadowRoot): ButtonDescription[] {
  const frame = root.querySelector('iframe')
  const inside = frame?.contentDocument
  const corner = frame?.getBoundingClientRect()
  const said = inside?.body.cloneNode(true) as HTMLElement | undefined
  for (const hidden of said?.querySelectorAll('[hidden]') ?? []) hidden.remove()
  const told = said ?? (root.querySelector(':popover-open')?.cloneNode(true) as HTMLElement | undefined)
  // What else can be done is no part of the sentence.
  told?.querySelector('.offer')?.remove()
  const note = told?.textContent ?? ''
  const controls = inside ? 'button, input, select, [tabindex="0"]' : 'button:not(.offer)'
  return Array.from((inside ?? root).querySelectorAll<HTMLButtonElement>(controls), (button) => {
    const words = button.labels?.[0]?.textContent ?? (button.localName === 'select' ? '' : button.textContent)
    const text = (words ?? '').replace(/\s+/g, ' ').trim()
    const { x, y, width, height } = button.getBoundingClientRect()
    const shown = button.getClientRects().length > 0
    return {
      label:
        (button.getAttribute('role') ?? 'button') === 'button' && text
          ? text
          : (button.getAttribute('aria-label') ?? ''),
      title: button.title,
      state: inside?.activeElement === button ? 'focused' : (button.dataset.state ?? ''),
      disabled: button.disabled,
      hasFocus: root.activeElement === button,
      background: getComputedStyle(button).backgroundColor,
      note,
      box: shown ? { x: x + (corner?.x ?? 0), y: y + (corner?.y ?? 0), width, height } : null,
    }
  })
}

/** The HTML in a shadow root; of one that holds a frame, what is in that. */
export function markupIn(root: ShadowRoot): string {
  return root.querySelector('iframe')?.contentDocument?.documentElement.outerHTML ?? root.innerHTML
}

/** Scrolls one button of a shadow root into view; false where it has gone. */
export function scrollToButton(root: ShadowRoot, index: number): boolean {
  const inside = root.querySelector('iframe')?.contentDocument
  const controls = inside ? 'button, input, select, [tabindex="0"]' : 'button:not(.offer)'
  const button = (inside ?? root).querySelectorAll(controls)[index]
  if (!button?.isConnected) return false
  button.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
  return true
}

/** The outer size of the page's window. */
export function readWindowSize(): { readonly width: number; readonly height: number } {
  return { width: window.outerWidth, height: window.outerHeight }
}

/** Where the page is and what can be read in it, for errors. */
export function readPlace(): string {
  return `The page is at ${location.href} and shows “${document.body?.textContent?.slice(0, 400)}”.`
}
