/** The shortcut that the command for the first pin stands for. @module */
import { readShortcuts } from './holdings.ts'
import { resolveAll } from './shortcuts.ts'

/** Its id: the first in the user's order that is for the user, or nothing where there is none. */
export async function firstPin(): Promise<string | undefined> {
  const found = (await resolveAll(await readShortcuts())).find(({ action }) => action.for === 'me')
  return found?.shortcut.id
}
