/** The vault's state, as a page of ours last read it. @module */
import { signal } from '@preact/signals'
import { browser } from 'wxt/browser'
import type { VaultView } from '../desk/views.ts'
import { ask } from './ask.ts'

/** The vault; `undefined` until it was read, `failed` where the background did not answer. */
export const vault = signal<VaultView | 'failed' | undefined>(undefined)

/** Reads the vault's state anew. */
export async function refreshVault(): Promise<VaultView | undefined> {
  const read = await ask('vault.read', {})
  if (read !== undefined) vault.value = read
  else if (vault.value === undefined) vault.value = 'failed'
  return read
}

/**
 * Reads the state now, unless that was begun already, and whenever the background says that it changed; each time,
 * `onRead` follows.
 */
export function keepVaultFresh(onRead: (view: VaultView) => void, begun = refreshVault()): void {
  const refresh = (reading = refreshVault()) => void reading.then((view) => view !== undefined && onRead(view))
  browser.runtime.onMessage.addListener((message: unknown) => {
    if (Object(message).notice === 'vault-changed') refresh()
  })
  refresh(begun)
}
