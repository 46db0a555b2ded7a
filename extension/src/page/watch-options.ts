/** What the mount engine watches for, and what it does there. @module */
import type { Mount, Standing } from './mounts.ts'
import type { Position } from './placing.ts'
import type { Roots } from './roots.ts'

/** Where buttons may go. */
export interface WatchedAnchor {
  readonly selector: string
  readonly position: Position
}

/** What to watch for, and what to do there. */
export interface WatchOptions {
  readonly document: Document
  /** In order of preference; a mount is told by which one its anchor was found. */
  readonly anchors: readonly WatchedAnchor[]
  /** Elements whose open shadow roots are watched too. */
  readonly shadowHosts: readonly string[]
  /** Our element's name: copies that the page made of it are removed. */
  readonly hostName: string
  /** Whether an element of that name, at no anchor, is none of them. */
  isOurs(host: Element): boolean
  /** The element that holds the anchor's record, or `null` where it is no anchor after all. */
  scopeOf(anchor: Element, index: number): Element | null
  /** Whether most changes in this anchor's scope are none of its record's, so that the next sweep is soon enough. */
  isWide(index: number): boolean
  /** Makes what is to stand at an anchor; it is placed by the engine. */
  mount(anchor: Element, index: number, scope: Element): Mount
  /** Called after each sweep: whether the page changed of late. */
  onSweep?(isChanged: boolean): void
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

/** An engine at work. */
export interface Watch {
  readonly counts: WatchCounts
  /** The trees that are watched now. */
  readonly trees: Roots['all']
  /** What stands now. */
  standing(): readonly Standing[]
}
