/** What stands where: one mount a scope, at the best anchor of it. @module */
import { isBefore, isConnected, isVisible } from './dom.ts'
import { isPlaced, type Position } from './placing.ts'

/** What stands at an anchor. */
export interface Mount {
  /** Our element; it stands at its anchor. */
  readonly host: Element
  /** Looks again at what the record shows. */
  refresh(): void
  remove(): void
}

/** A mount, and where it stands. */
export interface Standing {
  readonly mount: Mount
  readonly anchor: Element
  /** The selector that the anchor was found by; a lower one is preferred. */
  readonly index: number
  readonly scope: Element
  readonly position: Position
}

/** A place where something could stand. */
export type Candidate = Omit<Standing, 'mount' | 'position'>

/** Everything that stands, looked up by anchor, scope and our element. */
export interface Standings {
  readonly all: ReadonlyMap<Element, Standing>
  at(anchor: Element): Standing | undefined
  inScope(scope: Element): Standing | undefined
  anchorOf(host: Node): Element | undefined
  add(standing: Standing): void
  drop(standing: Standing): void
}

export function createStandings(): Standings {
  const all = new Map<Element, Standing>()
  const byScope = new WeakMap<Element, Standing>()
  const anchorOfHost = new WeakMap<Node, Element>()
  return {
    all,
    at: (anchor) => all.get(anchor),
    inScope: (scope) => byScope.get(scope),
    anchorOf: (host) => anchorOfHost.get(host),
    add(standing) {
      all.set(standing.anchor, standing)
      byScope.set(standing.scope, standing)
      anchorOfHost.set(standing.mount.host, standing.anchor)
    },
    drop({ anchor, scope, mount }) {
      all.delete(anchor)
      if (byScope.get(scope)?.anchor === anchor) byScope.delete(scope)
      mount.remove()
    },
  }
}

/** Whether our element is still where it was put. */
export function stands({ mount, anchor, position }: Standing): boolean {
  return isConnected(anchor) && isPlaced(mount.host, anchor, position)
}

/** Whether a record's buttons belong at this anchor rather than where they are: seen before unseen, then by preference. */
export function isBetter(candidate: Candidate, standing: Standing): boolean {
  if (!isConnected(standing.anchor)) return true
  const [isSeen, wasSeen] = [isVisible(candidate.anchor), isVisible(standing.anchor)]
  if (isSeen !== wasSeen) return isSeen
  if (candidate.index !== standing.index) return candidate.index < standing.index
  return isBefore(candidate.anchor, standing.anchor)
}
