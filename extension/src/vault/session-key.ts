/** Where the vault key is while the vault is unlocked: the browser's session memory, for our own contexts alone. @module */
import { browser } from 'wxt/browser'
import { type VaultKey, vaultKeyFrom } from './key.ts'

const KEY = 'vaultKey'
const ACTIVE_AT = 'activeAt'
const BY_DEVICE = 'byDevice'

/** The key, and when somebody was last seen at work with it. */
export interface KeptKey {
  readonly key: VaultKey
  /** Milliseconds since 1970. */
  readonly activeAt: number
  /** Whether this computer's own key opened the vault, and nobody typed a passphrase. */
  readonly byDevice: boolean
}

/** Keeps content scripts out of both storages; to be called whenever the background starts. */
export async function closeStorage(): Promise<void> {
  const accessLevel = 'TRUSTED_CONTEXTS'
  await Promise.all(
    [browser.storage.session, browser.storage.local].map((area) => area.setAccessLevel?.({ accessLevel })),
  )
}

/** Keeps the key until the browser ends or the vault is locked. As text: the session keeps no keys and no bytes. */
export async function keepKey({ key, activeAt, byDevice }: KeptKey): Promise<void> {
  await browser.storage.session.set({ [KEY]: key.jwk, [ACTIVE_AT]: activeAt, [BY_DEVICE]: byDevice })
}

/** The key, or `undefined` while the vault is locked. */
export async function keptKey(): Promise<KeptKey | undefined> {
  const stored = await browser.storage.session.get([KEY, ACTIVE_AT, BY_DEVICE])
  const { kid, k } = Object(stored[KEY]) as Partial<VaultKey['jwk']>
  if (typeof kid !== 'string' || typeof k !== 'string') return undefined
  const [activeAt, byDevice] = [Number(stored[ACTIVE_AT]), stored[BY_DEVICE] === true]
  return { key: await vaultKeyFrom(kid, k), activeAt, byDevice }
}

/** Notes that somebody is at work. */
export async function noteActivity(activeAt: number): Promise<void> {
  await browser.storage.session.set({ [ACTIVE_AT]: activeAt })
}

/** Locks: the key is gone. */
export async function dropKey(): Promise<void> {
  await browser.storage.session.remove([KEY, ACTIVE_AT, BY_DEVICE])
}
