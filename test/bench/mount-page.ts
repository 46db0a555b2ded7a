/** The part of the mount benchmark that runs inside the page. @module */
import type { WatchOptions } from '../../extension/src/page/watch-options.ts'

/** What was measured; times in milliseconds. */
export interface MountFigures {
  /** The engine's callbacks, by batch. */
  readonly engine: readonly number[]
  /** A bare query of the same selectors in the added rows, by batch. */
  readonly floor: readonly number[]
  /** Callbacks of the engine while attributes changed. */
  readonly churn: number
  /** The engine's sweeps. */
  readonly sweep: readonly number[]
}

/** Builds the page, runs the engine on it with every callback timed; self-contained, since it is sent to the page. */
export async function measureInPage(sizes: {
  readonly elements: number
  readonly rules: number
  readonly batches: number
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
  const sweep: number[] = []
  let sweepNow = () => {}
  const PlainObserver = window.MutationObserver
  window.MutationObserver = class extends PlainObserver {
    constructor(callback: MutationCallback) {
      super(timed(callback))
    }
  }
  window.requestAnimationFrame = (callback) => requestAnimationFrame(timed(callback))
  // The sweeps are called here, apart from the batches.
  window.setInterval = ((work: () => void) => {
    sweepNow = work
    return 0
  }) as typeof setInterval

  const row = (index: number) => {
    const element = document.createElement('tr')
    element.dataset.kind = 'order'
    for (const name of ['name', 'email', 'phone', 'company']) {
      const cell = element.insertCell()
      cell.dataset.field = name
      const link = cell.appendChild(document.createElement('a'))
      link.textContent = `${name} ${index}`
    }
    return element
  }
  const body = document.createElement('tbody')
  document.body.appendChild(document.createElement('table')).append(body)
  while (document.querySelectorAll('*').length < sizes.elements) {
    for (let index = 0; index < 100; index += 1) body.append(row(index))
  }
  const anchors = Array.from({ length: sizes.rules }, (_, index) => ({
    selector: `article[data-kind="kind-${index}"] [data-slot="title"]`,
    position: 'append' as const,
  }))
  const options: WatchOptions = {
    document,
    anchors,
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
  await frame()
  await frame()
  const joined = anchors.map(({ selector }) => selector).join(',')
  const engine: number[] = []
  const floor: number[] = []
  for (let batch = 0; batch < sizes.batches; batch += 1) {
    const added = Array.from({ length: 20 }, (_, index) => row(index))
    spent = 0
    body.append(...added)
    for (let index = 0; index < 20; index += 1) body.rows[0]?.remove()
    // In the same frame, like the engine's; but whoever queries first pays for the browser's caches, so each has
    // batches of its own.
    if (batch % 2 === 0) {
      requestAnimationFrame(() => {
        const start = performance.now()
        for (const element of added) {
          element.matches(joined)
          element.querySelectorAll(joined)
        }
        floor.push(performance.now() - start)
      })
    }
    await frame()
    await frame()
    if (batch % 2 === 1) engine.push(spent)
  }
  for (let index = 0; index < 20; index += 1) {
    const start = performance.now()
    sweepNow()
    sweep.push(performance.now() - start)
  }
  await frame()
  await frame()
  calls = 0
  for (let index = 0; index < 1000; index += 1) {
    const cell = body.rows[index % body.rows.length]?.cells[0]
    cell?.setAttribute('class', `state-${index}`)
    if (index % 50 === 0) await frame()
  }
  await frame()
  return { engine, floor, churn: calls, sweep }
}
