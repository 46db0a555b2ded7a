/** The shortcuts that the user pinned to the top of the popup, in the order that the user gave them. @module */
import { readRecords } from '../vault/records.ts'
import { change, readShortcuts } from './holdings.ts'
import type { StoredShortcut } from './stored.ts'
import { unlockedVault } from './vault-session.ts'

/** Pins these, in this order, and no others; in one write, and after those asked for before. */
export async function setPins(ids: readonly string[]): Promise<undefined> {
  await navigator.locks.request('pins', () => store(ids))
}

async function store(ids: readonly string[]): Promise<void> {
  const vault = await unlockedVault()
  const changed = (await readShortcuts()).filter(({ id, pin }) => (pin ?? -1) !== ids.indexOf(id))
  const { records } = await readRecords(
    vault,
    changed.map(({ id }) => id),
  )
  const changes = records.map(({ id, revision, values: { pin: _, ...values } }) => {
    const place = ids.indexOf(id)
    return { id, revision, values: place === -1 ? values : { ...values, pin: place } }
  })
  if (changes.length > 0) await change(vault, changes)
}

/** The pinned ones, in their order. */
export function pinned(shortcuts: readonly StoredShortcut[]): readonly StoredShortcut[] {
  return shortcuts.filter(({ pin }) => pin !== undefined).toSorted((one, other) => (one.pin ?? 0) - (other.pin ?? 0))
}
