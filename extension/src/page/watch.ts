/** Keeps exactly one mount at every anchor, whatever the page does to its own tree. @module */
import { createRemountLimit } from './remount-limit.ts'
import { createRoots, type Root } from './roots.ts'

/** What stands at an anchor. */
export interface Mount {
  /** Our element; it stands inside its anchor. */
  readonly host: Element
  /** The element that holds the record: when something in it changes, the mount looks again. */
  readonly scope: Element
  refresh(): void
  remove(): void
}

/** What to watch for, and what to do there. */
export interface WatchOptions {
  readonly document: Document
  /** Anchors by selector; a mount is told which selector matched first. */
  readonly anchorSelectors: readonly string[]
  /** Elements whose open shadow roots are watched too. */
  readonly shadowHostSelectors: readonly string[]
  /** Our element's name: copies that the page made of it are removed. */
  readonly hostName: string
  /** The element that holds the anchor's record, or `null` where it is no anchor after all. */
  scopeOf(anchor: Element, selectorIndex: number): Element | null
  mount(anchor: Element, selectorIndex: number, scope: Element): Mount
  /** Whether the extension is still there; without it all mounts are removed. */
  isAlive(): boolean
  readonly signal: AbortSignal
}

/** What the engine did, for diagnosis. */
export interface WatchCounts {
  batches: number
  sweeps: number
  mounted: number
  removed: number
}

/** Beyond this many changed nodes one sweep of the roots is cheaper than a query in each. */
const MANY_NODES = 200
/** To ask up to this many mounts whether they still stand is cheaper than to search one removed element. */
const MOUNTS_PER_CHANGE = 20
/** Up to this many mounts look again at each sweep; of more, each does when the pointer comes near. */
const MOST_REFRESHED = 500
/** A sweep takes 1 ms on a page of 15,000 elements, so this is a thousandth of one core. */
const SWEEP_MILLISECONDS = 1000
/** A frame's share that mounting may take; the rest waits for the next frame. */
const BUDGET_MILLISECONDS = 8

/**
 * Watches until the signal aborts; then every mount is removed.
 *
 * One observer, without attributes, only collects; one flush per frame looks at what was added and removed. Changes that
 * cause no child-list mutation are found by a slow sweep while the page is visible.
 */
export function watchAnchors(options: WatchOptions): WatchCounts {
  const { document, anchorSelectors, hostName, signal } = options
  const counts: WatchCounts = { batches: 0, sweeps: 0, mounted: 0, removed: 0 }
  const joined = anchorSelectors.join(',')
  const mounts = new Map<Element, Mount>()
  const anchorOfHost = new WeakMap<Element, Element>()
  const mountOfScope = new WeakMap<Element, Mount>()
  const limit = createRemountLimit()
  // Told by the observer since the last flush. To read a list from a record is what costs: lists of removed nodes are
  // read only where there are many mounts.
  let told: MutationRecord[] = []
  let added: NodeList[] = []
  let changes = 0
  // Anchors whose state is to be compared with what it should be.
  const unsettled = new Set<Element>()
  let frame = 0

  const observer = new MutationObserver((records) => {
    // No frame comes while nobody looks; the sweep at the return finds everything.
    if (document.visibilityState !== 'visible') return
    for (const record of records) {
      const { addedNodes } = record
      const count = addedNodes.length
      if (count === 1 && isOwnInsertion(addedNodes[0] as Element, record)) continue
      if (count > 0) added.push(addedNodes)
      changes += count === 0 ? 1 : count
      told.push(record)
    }
    if (told.length > 0) schedule()
  })
  const roots = createRoots(document, options.shadowHostSelectors, (root) => {
    observer.observe(root, { childList: true, subtree: true })
    sweepRoot(root)
    schedule()
  })

  function isOwnInsertion(node: Element, { target, removedNodes }: MutationRecord): boolean {
    return anchorOfHost.get(node) === target && removedNodes.length === 0
  }

  function schedule(): void {
    if (frame === 0) frame = requestAnimationFrame(flush)
  }

  function flush(): void {
    frame = 0
    counts.batches += 1
    if (changes > MANY_NODES) sweepRoots()
    else {
      for (const nodes of added) eachElement(nodes, lookIntoAdded)
      lookForLosses()
    }
    refreshAround(new Set(told.map(({ target }) => target)))
    told = []
    added = []
    changes = 0
    settleAll()
  }

  function lookIntoAdded(element: Element): void {
    if (!element.isConnected) return
    if (element.localName === hostName || element.matches(joined)) found(element)
    eachElement(element.querySelectorAll(joined), found)
    roots.lookInto(element)
  }

  function lookForLosses(): void {
    if (mounts.size <= changes * MOUNTS_PER_CHANGE) {
      for (const [anchor, { host }] of mounts) if (!anchor.isConnected || host.parentNode !== anchor) found(anchor)
      return
    }
    for (const { removedNodes } of told) eachElement(removedNodes, lookIntoRemoved)
  }

  function lookIntoRemoved(element: Element): void {
    if (mounts.has(element) || element.localName === hostName) found(element)
    eachElement(element.querySelectorAll(hostName), found)
  }

  function found(element: Element): void {
    const anchor = element.localName === hostName ? anchorOfHost.get(element) : element
    if (anchor !== undefined) unsettled.add(anchor)
    else element.remove()
  }

  function sweepRoots(): void {
    roots.lookInto(document)
    for (const root of roots.all()) sweepRoot(root)
    for (const anchor of mounts.keys()) unsettled.add(anchor)
  }

  function sweepRoot(root: Root): void {
    // One by one: a joined list loses the browser's fast path over a whole document.
    for (const selector of [...anchorSelectors, hostName]) eachElement(root.querySelectorAll(selector), found)
  }

  function refreshAround(targets: ReadonlySet<Node>): void {
    const around = new Set<Mount>()
    for (const target of targets) {
      for (let at: Node | null = target; at !== null; at = at.parentNode) {
        const mount = isElement(at) ? mountOfScope.get(at) : undefined
        if (mount !== undefined) around.add(mount)
      }
    }
    for (const mount of around) mount.refresh()
  }

  function settleAll(): void {
    const end = performance.now() + BUDGET_MILLISECONDS
    for (const anchor of unsettled) {
      if (performance.now() > end) break
      unsettled.delete(anchor)
      settle(anchor)
    }
    if (unsettled.size > 0) schedule()
  }

  function settle(anchor: Element): void {
    const mount = mounts.get(anchor)
    const index = anchor.isConnected ? anchorSelectors.findIndex((_, at) => isAnchor(anchor, at)) : -1
    const scope = index === -1 ? null : options.scopeOf(anchor, index)
    const stands = mount?.host.parentNode === anchor
    if (stands && mount.scope === scope) {
      // A change of attributes alone shows or hides facts without a mutation that is told of.
      if (mounts.size <= MOST_REFRESHED) mount.refresh()
      return
    }
    if (scope !== null && mount !== undefined && !stands && !limit.allows(anchor)) return
    if (mount !== undefined) drop(anchor, mount)
    if (scope !== null) mountAt(anchor, index, scope)
  }

  function isAnchor(anchor: Element, index: number): boolean {
    return anchor.matches(anchorSelectors[index] ?? '') && options.scopeOf(anchor, index) !== null
  }

  function mountAt(anchor: Element, index: number, scope: Element): void {
    // What a page cloned with the anchor is dead.
    for (const child of [...anchor.children]) if (child.localName === hostName) child.remove()
    const mount = options.mount(anchor, index, scope)
    mounts.set(anchor, mount)
    anchorOfHost.set(mount.host, anchor)
    mountOfScope.set(scope, mount)
    counts.mounted += 1
  }

  function drop(anchor: Element, mount: Mount): void {
    mounts.delete(anchor)
    mountOfScope.delete(mount.scope)
    mount.remove()
    counts.removed += 1
  }

  function sweep(): void {
    if (document.visibilityState !== 'visible') return
    if (!options.isAlive()) {
      end()
      return
    }
    counts.sweeps += 1
    sweepRoots()
    settleAll()
  }

  function end(): void {
    clearInterval(timer)
    cancelAnimationFrame(frame)
    observer.disconnect()
    for (const [anchor, mount] of mounts) drop(anchor, mount)
  }

  const timer = setInterval(sweep, SWEEP_MILLISECONDS)
  document.addEventListener('visibilitychange', sweep, { signal })
  window.addEventListener('pageshow', sweep, { signal })
  window.navigation?.addEventListener('currententrychange', sweep, { signal })
  signal.addEventListener('abort', end)
  sweep()
  return counts
}

// By index: the iterator of a node list takes six times as long.
function eachElement(nodes: NodeList, visit: (element: Element) => void): void {
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index] as Node
    if (isElement(node)) visit(node)
  }
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE
}
