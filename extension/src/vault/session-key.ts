/** Where the vault key is while the vault is unlocked: the browser's session memory, for our own contexts alone. @module */
import { browser } from 'wxt/browser'
import { type VaultKey, vaultKeyFrom } from './key.ts'

const NAME = 'vaultKey'

/** Keeps content scripts out of both storages; to be called whenever the background starts. */
export async function closeStorage(): Promise<void> {
  const accessLevel = 'TRUSTED_CONTEXTS'
  await Promise.all(
    [browser.storage.session, browser.storage.local].map((area) => area.setAccessLevel?.({ accessLevel })),
  )
}

/** Keeps the key until the browser ends or the vault is locked. As text: the session keeps no keys and no bytes. */
export async function keepKey(key: VaultKey): Promise<void> {
  await browser.storage.session.set({ [NAME]: key.jwk })
}

/** The key, or `undefined` while the vault is locked. */
export async function keptKey(): Promise<VaultKey | undefined> {
  const stored = (await browser.storage.session.get(NAME))[NAME] as Partial<VaultKey['jwk']> | undefined
  if (typeof stored?.kid !== 'string' || typeof stored.k !== 'string') return undefined
  return await vaultKeyFrom(stored.kid, stored.k)
}

/** Locks: the key is gone. */
export async function dropKey(): Promise<void> {
  await browser.storage.session.remove(NAME)
}
