/** Keeps exactly one mount at every record's anchor, whatever the page does to its own tree. @module */
import { type Collected, createChanges } from './changes.ts'
import {
  eachElement,
  elementAfter,
  elementBefore,
  isConnected,
  isElement,
  matches,
  nameOf,
  parentOf,
  queryAll,
} from './dom.ts'
import { type Candidate, createStandings, isBetter, type Standing, stands } from './mounts.ts'
import { createNearness } from './near.ts'
import { holderOf, place } from './placing.ts'
import { createRemountLimit } from './remount-limit.ts'
import { createRoots, type Root } from './roots.ts'
import { beginSweeps } from './sweeps.ts'
import type { Watch, WatchCounts, WatchedAnchor, WatchOptions } from './watch-options.ts'

/** Beyond this many changed nodes one sweep of the roots is cheaper than a query in each. */
const MANY_NODES = 200
/** To ask up to this many mounts whether they still stand is cheaper than to search one removed element. */
const MOUNTS_PER_CHANGE = 20
/** Up to this many mounts look again at each sweep; of more, each does when the pointer comes near. */
const MOST_REFRESHED = 500
/** Of more, a record gets its mount when it comes near the window. */
const MOST_ANYWHERE = 500
/** After a change, and in a tree at rest at every so many sweeps, whole views are read again. */
const LIVELY_SWEEPS = 5
/** A frame's share that mounting may take; the rest waits for the next frame. */
const BUDGET_MILLISECONDS = 8
/** Where the page's own frames take long, few frames disturb it less; still too short for the user to notice. */
const SLOW_FRAME_MILLISECONDS = 50
const SLOW_BUDGET_MILLISECONDS = 30

/**
 * Watches until the signal aborts; then every mount is removed.
 *
 * One observer, without attributes, only collects; one flush per frame looks at what was added and removed. Changes that
 * cause no child-list mutation are found by a slow sweep while the page is visible.
 */
export function watchAnchors(options: WatchOptions): Watch {
  const { document, anchors, hostName, signal } = options
  const counts: WatchCounts = { batches: 0, sweeps: 0, mounted: 0, removed: 0 }
  const selectors = [...new Set(anchors.map(({ selector }) => selector))]
  const joined = selectors.join(',')
  const standings = createStandings()
  const limit = createRemountLimit()
  // Anchors whose state is to be compared with what it should be.
  const unsettled = new Set<Element>()
  const unplaced: Standing[] = []
  // When the rest of the work was left to the next frame.
  let leftAt = Number.POSITIVE_INFINITY
  // How many anchors the last sweep met.
  let population = 0
  // For how many sweeps more the page counts as changed: values of inputs and attributes follow a change unseen.
  let lively = LIVELY_SWEEPS

  const changes = createChanges(isOwnInsertion, flush)
  const roots = createRoots(document, options.shadowHosts, (root) => {
    changes.observe(root)
    sweepRoot(root)
    changes.schedule()
  })

  const nearness = createNearness((anchor) => {
    unsettled.add(anchor)
    changes.schedule()
  })

  function isOwnInsertion(node: Node, { target, removedNodes }: MutationRecord): boolean {
    const anchor = standings.anchorOf(node)
    const standing = anchor === undefined ? undefined : standings.at(anchor)
    if (standing === undefined || removedNodes.length > 0) return false
    return holderOf(standing.anchor, standing.position) === target
  }

  function flush(): void {
    // Else it would take the elements of a new script, after an update, for copies of its own.
    if (!options.isAlive()) {
      end()
      return
    }
    const collected = changes.take()
    counts.batches += 1
    if (collected.count > 0) lively = LIVELY_SWEEPS
    if (collected.count > MANY_NODES) sweepRoots()
    else {
      if (joined !== '') for (const nodes of collected.added) eachElement(nodes, lookIntoAdded)
      lookForLosses(collected)
    }
    refreshAround(collected)
    settleAll()
  }

  function lookIntoAdded(element: Element): void {
    if (!isConnected(element)) return
    if (nameOf(element) === hostName || matches(element, joined)) found(element)
    eachElement(queryAll(element, joined), found)
    roots.lookInto(element)
  }

  function lookForLosses({ records, count }: Collected): void {
    if (standings.all.size <= count * MOUNTS_PER_CHANGE) {
      for (const standing of standings.all.values()) if (!stands(standing)) found(standing.anchor)
      return
    }
    for (const { removedNodes } of records) eachElement(removedNodes, lookIntoRemoved)
  }

  function lookIntoRemoved(element: Element): void {
    if (standings.at(element) !== undefined || nameOf(element) === hostName) found(element)
    eachElement(queryAll(element, hostName), found)
  }

  function found(element: Element): void {
    const anchor = nameOf(element) === hostName ? standings.anchorOf(element) : element
    if (anchor !== undefined) unsettled.add(anchor)
    else if (!options.isOurs(element)) Element.prototype.remove.call(element)
  }

  function sweepRoots(): void {
    population = 0
    roots.lookInto(document)
    for (const root of roots.all()) sweepRoot(root)
    const isFew = standings.all.size <= MOST_REFRESHED
    for (const standing of standings.all.values()) if (isFew || !stands(standing)) unsettled.add(standing.anchor)
  }

  function sweepRoot(root: Root): void {
    // One by one: a joined list loses the browser's fast path over a whole document.
    for (const selector of selectors) {
      const met = queryAll(root, selector)
      population += met.length
      eachElement(met, foundBySweep)
    }
    eachElement(queryAll(root, hostName), foundBySweep)
  }

  // Of very many, those that stand or wait are left alone.
  function foundBySweep(element: Element): void {
    if (nearness.isWaiting(element)) return
    const standing = standings.all.size > MOST_REFRESHED ? standings.at(element) : undefined
    if (standing === undefined || !stands(standing)) found(element)
  }

  function refreshAround({ records }: Collected): void {
    if (standings.all.size === 0) return
    const around = new Set<Standing>()
    for (const target of new Set(records.map((record) => record.target))) {
      for (let at: Node | null = target; at !== null; at = parentOf(at)) {
        const standing = isElement(at) ? standings.inScope(at) : undefined
        if (standing !== undefined && !options.isWide(standing.index)) around.add(standing)
      }
    }
    for (const { mount } of around) mount.refresh()
  }

  function settleAll(): void {
    const start = performance.now()
    const end = start + (start - leftAt > SLOW_FRAME_MILLISECONDS ? SLOW_BUDGET_MILLISECONDS : BUDGET_MILLISECONDS)
    for (const anchor of unsettled) {
      if (performance.now() > end) break
      unsettled.delete(anchor)
      settle(anchor)
    }
    // After all that is read: what is read after each insertion, the browser styles anew.
    for (const standing of unplaced.splice(0)) {
      const { mount, anchor, position } = standing
      if (standings.at(anchor) === standing) place(mount.host, anchor, position)
    }
    leftAt = unsettled.size > 0 ? performance.now() : Number.POSITIVE_INFINITY
    if (unsettled.size > 0) changes.schedule()
  }

  function settle(anchor: Element): void {
    const standing = standings.at(anchor)
    const candidate = candidateAt(anchor)
    const isPlaced = standing !== undefined && stands(standing)
    if (isPlaced && standing.scope === candidate?.scope && standing.index === candidate.index) {
      look(standing)
      return
    }
    if (candidate === undefined) {
      if (standing !== undefined) lose(standing)
      return
    }
    const rival = standings.inScope(candidate.scope)
    if (rival !== undefined && rival !== standing && !isBetter(candidate, rival)) {
      if (standing !== undefined) drop(standing)
      return
    }
    if (standing !== undefined ? !isPlaced && !limit.allows(anchor) : isTooFar(candidate)) return
    for (const before of new Set([standing, rival])) if (before !== undefined) drop(before)
    mountAt(candidate)
  }

  function isTooFar({ scope, anchor }: Candidate): boolean {
    return Math.max(population, unsettled.size) > MOST_ANYWHERE && !nearness.isNear(scope, anchor)
  }

  // A change of attributes alone shows or hides facts without a mutation that is told of.
  function look({ mount, index }: Standing): void {
    if (standings.all.size > MOST_REFRESHED) return
    if (!options.isWide(index) || lively > 0 || counts.sweeps % LIVELY_SWEEPS === 0) mount.refresh()
  }

  function candidateAt(anchor: Element): Candidate | undefined {
    if (!isConnected(anchor)) return undefined
    for (const [index, { selector }] of anchors.entries()) {
      const scope = matches(anchor, selector) ? options.scopeOf(anchor, index) : null
      if (scope !== null) return { anchor, index, scope }
    }
    return undefined
  }

  function mountAt(candidate: Candidate): void {
    const { anchor, index, scope } = candidate
    const { position } = anchors[index] as WatchedAnchor
    removeCopies(anchor)
    const mount = options.mount(anchor, index, scope)
    const standing = { ...candidate, position, mount }
    standings.add(standing)
    unplaced.push(standing)
    counts.mounted += 1
  }

  // What a page cloned with the anchor is dead.
  function removeCopies(anchor: Element): void {
    const around = [...queryAll(anchor, hostName), elementBefore(anchor), elementAfter(anchor)]
    for (const element of around) if (element !== null && nameOf(element) === hostName) foundCopy(element)
  }

  function foundCopy(element: Element): void {
    if (standings.anchorOf(element) === undefined) found(element)
  }

  function drop(standing: Standing): void {
    standings.drop(standing)
    counts.removed += 1
  }

  // Another place in the same record may do as well.
  function lose(standing: Standing): void {
    drop(standing)
    if (!isConnected(standing.scope)) return
    eachElement(queryAll(standing.scope, joined), (element) => {
      if (element !== standing.anchor) unsettled.add(element)
    })
  }

  function sweep(): void {
    if (!options.isAlive()) {
      end()
      return
    }
    counts.sweeps += 1
    // In a long list at rest, that costs more than a late look at what attributes alone changed.
    if (population > MOST_ANYWHERE && lively === 0 && counts.sweeps % LIVELY_SWEEPS > 0) return
    sweepRoots()
    settleAll()
    options.onSweep?.(lively > 0)
    lively = Math.max(0, lively - 1)
  }

  function end(): void {
    sweeps.stop()
    nearness.stop()
    for (const standing of [...standings.all.values()]) standings.drop(standing)
  }

  function sweepAtOnce(): void {
    lively = LIVELY_SWEEPS
    sweep()
  }

  // While nobody looks, nothing wakes us; the sweep at the return finds everything.
  const sweeps = beginSweeps(
    {
      sweep,
      onOther: sweepAtOnce,
      onAwake() {
        for (const root of roots.all()) changes.observe(root)
      },
      onRest: changes.stop,
    },
    signal,
  )
  signal.addEventListener('abort', end)
  return { counts, trees: roots.all, standing: () => [...standings.all.values()] }
}
