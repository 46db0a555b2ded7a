/** One use of the picker: what was chosen, and the surface that shows it. @module */
import type { SiteRule } from '../sites/rule.ts'
import { createPicking } from './create-picking.ts'
import type { Draft } from './draft.ts'
import { followPage } from './follow-page.ts'
import { mountSurface, type SurfaceOptions } from './surface.ts'
import { findAll, findShown, treesOf } from './trees.ts'

/** What a use of the picker is given. */
export interface PickOptions extends SurfaceOptions {
  readonly base: SiteRule | null
  readonly draft: Draft
  keep(draft: Draft): void
  /** Hands the site over; what went wrong, in words, or nothing. */
  save(site: SiteRule): Promise<string | undefined>
  /** Whether the extension is still there. */
  isAlive(): boolean
  end(): void
}

/** What the page does to our element is put right so often; then it has its way. */
const MOST_MOUNTS = 12

/** Shows the picker until the signal aborts; a surface that the page removes comes again, with all that was chosen. */
export async function pickIn(options: PickOptions): Promise<void> {
  const { signal } = options
  let { draft } = options
  let place: Element | undefined
  const state = {
    draft: () => draft,
    setDraft(next: Draft) {
      draft = next
      options.keep(next)
    },
    place: () => (place?.isConnected ? place : findPlace(draft)),
    setPlace(next: Element) {
      place = next
    },
  }
  for (let mounts = 0; mounts < MOST_MOUNTS && !signal.aborted; mounts += 1) {
    const shown = new AbortController()
    const withLife = { ...options, signal: AbortSignal.any([signal, shown.signal]) }
    const picking = createPicking(withLife, await mountSurface(withLife), state)
    picking.go(draft.step)
    await followPage(picking, withLife)
    shown.abort()
  }
  if (!signal.aborted) options.end()
}

function findPlace({ places, shadowHosts }: Draft): Element | undefined {
  if (places === undefined) return undefined
  const trees = treesOf(shadowHosts)
  return findShown(trees, places) ?? findAll(trees, places)[0]
}
