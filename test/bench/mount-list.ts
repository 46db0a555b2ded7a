/** The part of the mount benchmark about long lists: 10,000 rows that all get real buttons. @module */
import type { Mount } from '../../extension/src/page/mounts.ts'

/** What was measured; times in milliseconds. */
export interface ListFigures {
  /** From the list's arrival until each row in view has its buttons. */
  readonly visible: number
  /** The same for rows that a bare loop equips at once, by the frame in which they are to be seen. */
  readonly floor: number
  /** The longest single piece of the engine's work. */
  readonly longest: number
  readonly rows: number
}

/** Puts the list into the page in one piece; self-contained, since it is sent to the page. */
export async function measureList(rows: number): Promise<ListFigures> {
  let longest = 0
  const { requestAnimationFrame } = window
  const timed =
    <Arguments extends unknown[]>(work: (...args: Arguments) => void) =>
    (...args: Arguments) => {
      const start = performance.now()
      work(...args)
      longest = Math.max(longest, performance.now() - start)
    }
  const PlainObserver = window.MutationObserver
  window.MutationObserver = class extends PlainObserver {
    constructor(callback: MutationCallback) {
      super(timed(callback))
    }
  }
  window.requestAnimationFrame = (callback) => requestAnimationFrame(timed(callback))
  const [watchFile, barFile] = ['/page/watch.ts', '/page/bar.ts']
  const { watchAnchors } = (await import(watchFile)) as typeof import('../../extension/src/page/watch.ts')
  const { mountBar } = (await import(barFile)) as { mountBar(options: object): Mount }

  const setup = {
    site: null,
    floats: false,
    buttons: ['join', 'invite'].map((icon) => ({ shortcutId: icon, name: icon, icon: 'join', needs: [] })),
    words: { bar: 'Joinery', working: '', covered: '', gone: '', hide: '' },
    language: 'en',
    direction: 'ltr',
  }
  const barAt = (anchor: Element) =>
    mountBar({
      anchor,
      size: 'compact',
      setup,
      guard: { approach() {}, judge: async () => 'clear' },
      aim: { note() {}, approach() {}, press() {}, doubt: () => undefined },
      read: () => ({ record: { kind: 'contact', key: anchor.textContent ?? '', facts: {} }, agrees: true }),
      run: async () => ({ ok: true, text: '', opened: false }),
    })
  const makeList = (name: string) => {
    const body = document.createElement('tbody')
    for (let index = 0; index < rows; index += 1) {
      const row = document.createElement('tr')
      row.className = name
      row.insertCell().textContent = `Person ${index}`
      row.insertCell().className = 'actions'
      body.append(row)
    }
    const table = document.createElement('table')
    table.append(body)
    return table
  }
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const inView = (table: Element) => {
    const cells = [...table.querySelectorAll('.actions')]
    return cells.slice(0, Math.ceil(innerHeight / (cells[0]?.getBoundingClientRect().height || 20)))
  }

  // The floor: only what is in view, by whoever made the list.
  const plain = makeList('plain')
  document.body.replaceChildren(plain)
  const began = performance.now()
  for (const cell of inView(plain)) cell.append(barAt(cell).host)
  await frame()
  await frame()
  const floor = performance.now() - began

  document.body.replaceChildren()
  const life = new AbortController()
  watchAnchors({
    document,
    anchors: [{ selector: 'tr.listed .actions', position: 'append' }],
    shadowHosts: [],
    hostName: 'x-joinery',
    isOurs: () => false,
    scopeOf: (anchor) => anchor.parentElement,
    isWide: () => false,
    mount: barAt,
    isAlive: () => true,
    signal: life.signal,
  })
  await frame()
  await frame()
  longest = 0
  const table = makeList('listed')
  document.body.append(table)
  const start = performance.now()
  const seen = inView(table)
  const equipped = (cells: readonly Element[]) => cells.every((cell) => cell.lastElementChild !== null)
  while (!equipped(seen)) await frame()
  const visible = performance.now() - start
  life.abort()
  return { visible, floor, longest, rows }
}
