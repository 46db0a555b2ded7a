/** The user's choices that are no secret, under those of the organisation. @module */
import { browser } from 'wxt/browser'
import { readPolicy } from './policy.ts'
import type { Policy } from './policy-form.ts'
import { forbiddenByPolicy } from './problem.ts'

/** What the user chose. */
export interface Preferences {
  /** Minutes without anybody at the computer until the vault locks. */
  readonly idleMinutes: number
  /** How many days the journal is kept; 0 where none is. */
  readonly journalDays: number
  /** When everything was last exported, in milliseconds since 1970. */
  readonly backedUpAt?: number
  /** When a target was last added. */
  readonly targetAddedAt?: number
  /** When watched certificates end: all that a locked vault has to tell of them, so that it can warn. */
  readonly certificateEnds?: readonly number[]
}

const KEY = 'preferences'
const defaults: Preferences = { idleMinutes: 15, journalDays: 90 }

/** The choices in force, under what the policy says now or the one that is given. */
export async function readPreferences(known?: Policy): Promise<Preferences> {
  const [chosen, policy] = await Promise.all([chosenByUser(), known ?? readPolicy()])
  const { idleMinutes = chosen.idleMinutes, journalDays = chosen.journalDays } = policy
  return { ...chosen, idleMinutes, journalDays }
}

/**
 * Takes the user's choice of the idle time.
 *
 * @throws PluginError where the policy sets it.
 */
export async function chooseIdleMinutes(idleMinutes: number): Promise<void> {
  if ((await readPolicy()).idleMinutes !== undefined) throw forbiddenByPolicy()
  await changePreferences({ idleMinutes })
}

/** Notes some of the user's choices. */
export async function changePreferences(change: Partial<Preferences>): Promise<void> {
  await navigator.locks.request(KEY, async () => {
    await browser.storage.local.set({ [KEY]: { ...(await chosenByUser()), ...change } })
  })
}

async function chosenByUser(): Promise<Preferences> {
  const stored = Object((await browser.storage.local.get(KEY))[KEY]) as Partial<Preferences>
  return { ...defaults, ...stored }
}
