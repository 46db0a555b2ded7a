/** Traps in the places where a plugin must not reach: they record who stepped in and let nothing through. @module */

/** Traps that are set. */
export interface Traps {
  /** The names of what was reached for. */
  readonly sprung: ReadonlySet<string>
  /** Puts everything back as it was. */
  restore(): void
}

const NETWORK = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport'] as const
const SCHEDULING = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'] as const
const STORAGE = ['localStorage', 'sessionStorage', 'indexedDB', 'caches'] as const
const RANDOM = ['getRandomValues', 'randomUUID', 'subtle'] as const

/** Traps every way to the network that is not the host's. */
export function trapNetwork(): Traps {
  return set((trap) => {
    for (const name of NETWORK) trap(globalThis, name)
  })
}

/** Traps all that could make one call differ from the next: clock, random, network, timers, storage. */
export function trapEverything(): Traps {
  return set((trap, sprung) => {
    for (const name of [...NETWORK, ...SCHEDULING, ...STORAGE]) trap(globalThis, name)
    for (const name of RANDOM) trap(globalThis.crypto, name, `crypto.${name}`)
    trap(Math, 'random', 'Math.random')
    trap(globalThis.performance, 'now', 'performance.now')
    trap(globalThis, 'Date', 'Date', clocklessDate(sprung))
  })
}

type Trap = (owner: object, name: string, title?: string, substitute?: unknown) => void

function set(arrange: (trap: Trap, sprung: Set<string>) => void): Traps {
  const sprung = new Set<string>()
  const undo: (() => void)[] = []
  arrange((owner, name, title = name, substitute) => {
    const before = Object.getOwnPropertyDescriptor(owner, name)
    if (!(name in owner) || before?.configurable === false) return
    const get = substitute === undefined ? () => spring(sprung, title) : () => substitute
    Object.defineProperty(owner, name, { configurable: true, get })
    undo.unshift(() => {
      if (before === undefined) Reflect.deleteProperty(owner, name)
      else Object.defineProperty(owner, name, before)
    })
  }, sprung)
  return {
    sprung,
    restore() {
      for (const step of undo) step()
    },
  }
}

function spring(sprung: Set<string>, title: string): never {
  sprung.add(title)
  throw new Error(`${title} is out of reach here`)
}

/** `Date` for moments that are named; without one it would be the clock. */
function clocklessDate(sprung: Set<string>): DateConstructor {
  return new Proxy(Date, {
    apply: () => spring(sprung, 'Date()'),
    construct: (target, args, newTarget: new () => object) =>
      args.length === 0 ? spring(sprung, 'new Date()') : Reflect.construct(target, args, newTarget),
    get: (target, name) => (name === 'now' ? spring(sprung, 'Date.now') : Reflect.get(target, name)),
  })
}
