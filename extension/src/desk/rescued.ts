/** Targets that the disk did not take: sealed in memory until it does (invariant 7). @module */
import { browser } from 'wxt/browser'
import type { Values } from '../vault/content.ts'
import { newRecordId, openText, type Sealed, sealText } from '../vault/seal.ts'
import type { Vault } from '../vault/vault.ts'
import { change } from './holdings.ts'
import { vaultIfUnlocked } from './vault-session.ts'

const KEY = 'unstoredTargets'

/** Keeps a target's values until they can be stored, at the latest until the browser ends. */
export async function rescue(vault: Vault, values: Values): Promise<void> {
  const sealed = await sealText(vault.key, newRecordId(), JSON.stringify(values))
  await changeRescued((waiting) => [...waiting, sealed])
}

/** Stores what waits, where the vault is open and the disk takes it now; to be called from time to time. */
export async function storeRescued(): Promise<void> {
  const vault = await vaultIfUnlocked()
  if (vault === undefined) return
  await navigator.locks.request(`${KEY}.storing`, async () => {
    for (const sealed of await rescued()) if (!(await stored(vault, sealed))) return
  })
}

async function stored(vault: Vault, sealed: Sealed): Promise<boolean> {
  const opened = await openText(vault.key, sealed)
  // Of another vault: it waits for that one.
  if (!opened.ok) return true
  try {
    await change(vault, [{ id: sealed.id, kind: 'target', values: JSON.parse(opened.inside) }])
  } catch {
    return false
  }
  await changeRescued((waiting) => waiting.filter(({ id }) => id !== sealed.id))
  return true
}

async function changeRescued(change: (waiting: readonly Sealed[]) => readonly Sealed[]): Promise<void> {
  await navigator.locks.request(KEY, async () => {
    await browser.storage.session.set({ [KEY]: change(await rescued()) })
  })
}

async function rescued(): Promise<readonly Sealed[]> {
  return ((await browser.storage.session.get({ [KEY]: [] }))[KEY] ?? []) as readonly Sealed[]
}
