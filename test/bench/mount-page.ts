/** The part of the mount benchmark that runs inside the page: the engine on a large table that keeps changing. @module */
import type { WatchOptions } from '../../extension/src/page/watch-options.ts'

/** What was measured; times in milliseconds. */
export interface MountFigures {
  /** The engine's callbacks, by batch. */
  readonly engine: readonly number[]
  /** A bare query of the same selectors in the added rows, by batch. */
  readonly floor: readonly number[]
  /** What others do at the same batches: the whole document queried again, or the added nodes alone. */
  readonly requery: readonly number[]
  readonly addedOnly: readonly number[]
  /** The browser's own styling of the added rows, and the same under a rule that starts an animation at each anchor. */
  readonly style: readonly number[]
  readonly animation: readonly number[]
  /** Callbacks of the engine while attributes changed. */
  readonly churn: number
  /** The engine's sweeps. */
  readonly sweep: readonly number[]
  /** Callbacks of the engine in three seconds in which nothing happens, and in three in which nobody looks. */
  readonly idle: number
  readonly hidden: number
}

/** Builds the page, runs the engine on it with every callback timed; self-contained, since it is sent to the page. */
export async function measureInPage(sizes: {
  readonly elements: number
  readonly batches: number
  readonly selectors: readonly string[]
}): Promise<MountFigures> {
  let spent = 0
  let calls = 0
  const timed =
    <Arguments extends unknown[]>(work: (...args: Arguments) => void) =>
    (...args: Arguments) => {
      const start = performance.now()
      work(...args)
      spent += performance.now() - start
      calls += 1
    }
  const { requestAnimationFrame, setInterval } = window
  let sweepNow = () => {}
  let isHeld = true
  const PlainObserver = window.MutationObserver
  window.MutationObserver = class extends PlainObserver {
    constructor(callback: MutationCallback) {
      super(timed(callback))
    }
  }
  window.requestAnimationFrame = (callback) => requestAnimationFrame(timed(callback))
  // While batches are timed, the sweeps are called apart from them.
  window.setInterval = ((work: () => void, milliseconds: number) => {
    sweepNow = work
    return setInterval(() => isHeld || timed(work)(), milliseconds)
  }) as typeof window.setInterval
  let visibility: DocumentVisibilityState = 'visible'
  Object.defineProperty(Document.prototype, 'visibilityState', { get: () => visibility })

  const row = (index: number) => {
    const element = document.createElement('div')
    element.dataset.kind = 'order'
    for (const name of ['name', 'email', 'phone', 'company']) {
      const cell = element.appendChild(document.createElement('span'))
      cell.dataset.field = name
      const link = cell.appendChild(document.createElement('a'))
      link.textContent = `${name} ${index}`
    }
    return element
  }
  // The browser's own work per change must not drown what is measured: rows of one height, in a box of its own.
  const body = document.body.appendChild(document.createElement('main'))
  body.style.cssText = 'contain: strict; height: 600px; overflow: auto'
  while (document.querySelectorAll('*').length < sizes.elements) {
    for (let index = 0; index < 100; index += 1) body.append(row(index))
  }
  const { selectors } = sizes
  const options: WatchOptions = {
    document,
    anchors: selectors.map((selector) => ({ selector, position: 'append' })),
    shadowHosts: [],
    hostName: 'x-joinery',
    isOurs: () => false,
    scopeOf: (anchor) => anchor.parentElement,
    isWide: () => false,
    mount: () => {
      const host = document.createElement('x-joinery')
      return { host, refresh() {}, remove: () => host.remove() }
    },
    isAlive: () => true,
    signal: new AbortController().signal,
  }
  const engineFile = '/page/watch.ts'
  const { watchAnchors } = (await import(engineFile)) as typeof import('../../extension/src/page/watch.ts')
  watchAnchors(options)

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const frames = async () => {
    await frame()
    await frame()
  }
  await frames()
  const joined = selectors.join(',')
  const lookInto = (element: Element) => {
    element.matches(joined)
    element.querySelectorAll(joined)
  }
  const engine: number[] = []
  const beacon = document.head.appendChild(document.createElement('style'))
  beacon.textContent = `@keyframes anchor { from { outline-color: #fff } to { outline-color: #000 } } :is(${joined}):not(.has-button) { animation: anchor 1ms }`
  document.addEventListener('animationstart', ({ target }) => (target as Element).classList.add('has-button'))
  beacon.disabled = true
  const styleOf = (added: readonly Element[]) => {
    for (const element of added) getComputedStyle(element).outlineColor
  }
  // In the same frame, like the engine's; but whoever queries first pays for the browser's caches, so each has batches of
  // its own.
  const others = {
    floor: (added: readonly Element[]) => added.forEach(lookInto),
    requery: () => {
      for (const selector of selectors) {
        for (const anchor of document.querySelectorAll(`${selector}:not(.has-button)`))
          anchor.classList.add('has-button')
      }
    },
    addedOnly: (added: readonly Element[]) => {
      for (const element of added) if (element.isConnected) lookInto(element)
    },
    style: styleOf,
    animation: styleOf,
  }
  const figures: { [Name in keyof typeof others]: number[] } = {
    ...{ floor: [], requery: [], addedOnly: [] },
    ...{ style: [], animation: [] },
  }
  const turns = ['engine', ...(Object.keys(others) as (keyof typeof others)[])] as const
  for (let batch = 0; batch < sizes.batches; batch += 1) {
    const added = Array.from({ length: 20 }, (_, index) => row(index))
    const turn = turns[batch % turns.length]
    if (beacon.disabled === (turn === 'animation')) {
      beacon.disabled = turn !== 'animation'
      await frames()
    }
    spent = 0
    body.append(...added)
    for (let index = 0; index < 20; index += 1) body.firstElementChild?.remove()
    if (turn !== undefined && turn !== 'engine') {
      requestAnimationFrame(() => {
        const start = performance.now()
        others[turn](added)
        figures[turn].push(performance.now() - start)
      })
    }
    await frames()
    if (turn === 'engine') engine.push(spent)
  }
  const sweep: number[] = []
  for (let index = 0; index < 20; index += 1) {
    const start = performance.now()
    sweepNow()
    sweep.push(performance.now() - start)
  }
  await frames()
  calls = 0
  for (let index = 0; index < 1000; index += 1) {
    body.children[index % 1000]?.firstElementChild?.setAttribute('class', `state-${index}`)
    if (index % 50 === 0) await frame()
  }
  await frame()
  const churn = calls
  isHeld = false
  const countFor = async (milliseconds: number, act: () => void) => {
    calls = 0
    const end = performance.now() + milliseconds
    while (performance.now() < end) {
      act()
      await frame()
    }
    return calls
  }
  const idle = await countFor(3000, () => {})
  visibility = 'hidden'
  document.dispatchEvent(new Event('visibilitychange'))
  const hidden = await countFor(3000, () => body.firstElementChild?.append('.'))
  return { engine, ...figures, churn, sweep, idle, hidden }
}
