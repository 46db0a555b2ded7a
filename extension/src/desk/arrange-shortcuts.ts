/** The order of the shortcuts: the organisation's first, as it set them up, then the user's as they like. @module */
import type { Payload } from '../messages.ts'
import type { Change } from '../vault/records.ts'
import { change, readShortcuts } from './holdings.ts'
import { removedMeanwhile } from './problem.ts'
import { type StoredShortcut, shortcutValues } from './stored.ts'
import { unlockedVault } from './vault-session.ts'

/**
 * Puts the user's own shortcuts into this order.
 *
 * @throws PluginError where these are not the ones that there are.
 */
export async function arrangeShortcuts({ ids }: Payload<'shortcuts.arrange'>): Promise<undefined> {
  const vault = await unlockedVault()
  await navigator.locks.request('arrange-shortcuts', async () => {
    const changes = moves(await readShortcuts(), ids)
    if (changes.length > 0) await change(vault, changes)
  })
}

/** What is to be stored, so that the order becomes this one: as few as can be, and all of it at once. */
export function moves(shortcuts: readonly StoredShortcut[], ids: readonly string[]): readonly Change[] {
  const own = new Map(shortcuts.filter(({ managed }) => managed === undefined).map((each) => [each.id, each]))
  const wanted = ids.flatMap((id) => own.get(id) ?? [])
  if (wanted.length !== own.size || new Set(ids).size !== ids.length || ids.length !== own.size)
    throw removedMeanwhile()
  const places = ascending([...own.values()].map(({ position }) => position))
  return wanted.flatMap((shortcut, index) => {
    const position = places[index] ?? index
    if (position === shortcut.position) return []
    const { id, revision, ...rest } = shortcut
    return [{ id, revision, values: shortcutValues({ ...rest, position }) }]
  })
}

// Two that were made within a millisecond share a place; then the later ones move on.
function ascending(places: readonly number[]): readonly number[] {
  let last = Number.NEGATIVE_INFINITY
  return places
    .toSorted((one, other) => one - other)
    .map((place) => {
      last = Math.max(place, last + 1)
      return last
    })
}
