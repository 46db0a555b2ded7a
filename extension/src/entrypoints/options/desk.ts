/** What the desk holds, as the options page last read it. @module */
import { signal } from '@preact/signals'
import { browser } from 'wxt/browser'
import type { DeskView } from '../../desk/views.ts'
import { ask } from '../../ui/ask.ts'
import type { Notice } from '../../ui/message.tsx'
import { keepVaultFresh, refreshVault, vault } from '../../ui/vault.ts'

/** The desk; `undefined` until it was read, `failed` where the background did not answer. */
export const desk = signal<DeskView | 'failed' | undefined>(undefined)

/** What the page says last, at its top. */
export const notice = signal<Notice | undefined>(undefined)

/** Reads the desk anew. What was read before stays where the background does not answer. */
export async function refreshDesk(): Promise<DeskView | undefined> {
  // Whether a backup is due depends on what was saved.
  const [read] = await Promise.all([ask('desk.read', {}), refreshVault()])
  if (read !== undefined) desk.value = read
  else if (desk.value === undefined) desk.value = 'failed'
  return read
}

/** Reads the desk once the vault is open, and whenever grants changed or the user comes back to the page. */
export function keepDeskFresh(): void {
  const refresh = () => void (isOpen() && refreshDesk())
  keepVaultFresh(({ state }) => {
    if (state === 'unlocked') void refreshDesk()
    // What was read is not kept beside a vault that is locked.
    else desk.value = undefined
  })
  browser.permissions.onAdded.addListener(refresh)
  browser.permissions.onRemoved.addListener(refresh)
  addEventListener('focus', refresh)
}

function isOpen(): boolean {
  return typeof vault.value === 'object' && vault.value.state === 'unlocked'
}
