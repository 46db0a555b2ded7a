/** The shortcut that the command for the first pin stands for. @module */
import { readShortcuts } from './holdings.ts'
import { pinned } from './pins.ts'
import { resolveAll } from './shortcuts.ts'

/** Its id: the first of the pinned ones that is for the user, else the first in their order; nothing, where there is none. */
export async function firstPin(): Promise<string | undefined> {
  const shortcuts = await readShortcuts()
  const found = (await resolveAll([...pinned(shortcuts), ...shortcuts])).find(({ action }) => action.for === 'me')
  return found?.shortcut.id
}
