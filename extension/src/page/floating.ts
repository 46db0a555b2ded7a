/** The bar that floats over the page, where its record has no place for one. @module */
import { append, parentOf, rootIn } from './dom.ts'
import type { Mount } from './mounts.ts'
import { createRemountLimit } from './remount-limit.ts'

/** What may float: made anew where it is another one's. */
export interface FloatingBar {
  /** Makes, keeps or takes away; `make` is called where this owner's bar is not there yet. */
  settle(owner: object, make: () => Mount): void
  clear(): void
  isShown(): boolean
  isIts(host: Element): boolean
}

/** One bar at the end of a document at most. */
export function createFloatingBar(document: Document, signal: AbortSignal): FloatingBar {
  const limit = createRemountLimit()
  let standing: { readonly owner: object; readonly mount: Mount } | undefined

  function clear(): void {
    standing?.mount.remove()
    standing = undefined
  }

  function settle(owner: object, make: () => Mount): void {
    const root = rootIn(document)
    if (standing?.owner !== owner) clear()
    if (standing !== undefined) {
      const { host, refresh } = standing.mount
      if (parentOf(host) !== root && limit.allows(root)) append(root, host)
      refresh()
      return
    }
    standing = { owner, mount: make() }
    append(root, standing.mount.host)
  }

  signal.addEventListener('abort', clear)
  return { settle, clear, isShown: () => standing !== undefined, isIts: (host) => standing?.mount.host === host }
}
