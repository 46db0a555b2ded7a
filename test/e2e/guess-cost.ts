/** Large and hostile pages for the guess, and what it does in them; the functions here run in the page. @module */

/** What a page is filled with. */
export type Filling = 'rows' | 'divisions' | 'mail links' | 'labels' | 'a long text' | 'long attributes' | 'depth'

/** What one guess did. */
export interface Work {
  /** Calls and reads of the tree's own properties. */
  readonly steps: number
  /** Those that make the browser lay the page out, or collect a whole tree's text. */
  readonly layouts: number
  readonly email: string | undefined
}

/** Fills the page, with a record at its end, and guesses at each number of elements. */
export function guessInFilled(filling: Filling, sizes: readonly number[]): readonly Work[] {
  const make = (name: string, attributes: Readonly<Record<string, string>>, ...children: (Node | string)[]) => {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    element.append(...children)
    return element
  }
  const cell = (...children: (Node | string)[]) => make('td', {}, ...children)
  const mailLink = (index: number) => make('a', { href: `mailto:p${index}@row.example` }, `p${index}@row.example`)
  const fillings: Readonly<Record<Filling, (index: number) => Element>> = {
    rows: (index) =>
      make('tr', {}, cell('Otto Brack'), cell(mailLink(index)), cell(`555 01${index}`), cell('Brack AG')),
    divisions: (index) =>
      make('div', { class: 'item' }, make('p', {}, `Called about order ${index}`), make('b', {}, 'today')),
    'mail links': (index) => make('p', {}, mailLink(index)),
    labels: (index) => make('label', {}, 'Email', make('input', { type: 'email', value: `p${index}@row.example` })),
    'a long text': (index) => make('p', {}, index === 0 ? 'Ada Fenwick ada@fenwick.example '.repeat(100_000) : 'x'),
    'long attributes': () => make('div', { class: 'email '.repeat(100), 'aria-label': 'Email '.repeat(100) }, 'x'),
    depth: () => make('i', {}),
  }
  const place = document.body.appendChild(make(filling === 'rows' ? 'tbody' : 'div', {}))
  const link = make('a', { href: 'mailto:n.quillfeather@tallow.example' }, 'n.quillfeather@tallow.example')
  const list = make('dl', {}, make('dt', {}, 'Email'), make('dd', {}, link))
  document.body.append(make('section', {}, make('h1', {}, 'Nora Quillfeather'), list))
  if (filling === 'depth') {
    let at: Element = place
    for (let depth = 0; depth < 1000; depth += 1) at = at.appendChild(make('div', {}))
  }

  let index = 0
  const fillTo = (elements: number) => {
    const count = document.getElementsByTagName('*')
    while (count.length < elements) {
      for (let more = 0; more < 50; more += 1) place.append(fillings[filling](index++))
    }
  }
  const restore: (() => void)[] = []
  const spy = (prototype: object, name: string, count: () => void) => {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name) ?? {}
    const { get, value, writable: _, ...rest } = descriptor
    const counted = (original: (...args: unknown[]) => unknown) =>
      function (this: unknown, ...args: unknown[]) {
        count()
        return original.apply(this, args)
      }
    Object.defineProperty(prototype, name, { ...rest, ...(get ? { get: counted(get) } : { value: counted(value) }) })
    restore.push(() => Object.defineProperty(prototype, name, descriptor))
  }
  const { guessRecord } = globalThis as unknown as typeof import('../../extension/src/page/guess/guess.ts')
  return sizes.map((elements) => {
    fillTo(elements)
    let steps = 0
    let layouts = 0
    const step = () => {
      steps += 1
    }
    const layout = () => {
      layouts += 1
    }
    for (const name of ['parentElement', 'firstChild', 'nextSibling', 'nodeType', 'contains'])
      spy(Node.prototype, name, step)
    for (const name of ['localName', 'getAttribute', 'checkVisibility', 'querySelectorAll', 'getElementsByTagName']) {
      spy(Element.prototype, name, step)
    }
    spy(CharacterData.prototype, 'data', step)
    for (const name of ['innerText', 'offsetWidth', 'offsetHeight', 'offsetParent'])
      spy(HTMLElement.prototype, name, layout)
    for (const name of ['getBoundingClientRect', 'getClientRects', 'innerHTML']) spy(Element.prototype, name, layout)
    spy(Node.prototype, 'textContent', layout)
    const guess = guessRecord(document, 'https://crm.example/contacts/5')
    for (const undo of restore.splice(0)) undo()
    return { steps, layouts, email: guess?.record.facts.email }
  })
}
