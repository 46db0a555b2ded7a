/** Tells everything that shows the vault's state that it changed. @module */
import { browser } from 'wxt/browser'
import { goOnWithBulk } from '../../desk/bulk-run.ts'
import { showLockState } from '../../desk/lock-icon.ts'
import { watchTheClock } from '../../desk/lock-triggers.ts'
import { applyPolicy } from '../../desk/managed.ts'
import { announceChange } from '../../desk/tabs.ts'
import type { VaultNotice } from '../../messages.ts'

/** Icon, alarm, our own pages; and, once unlocked, the CRM pages. Those that had buttons keep them while it is locked. */
export function tellLockState(isUnlocked: boolean): void {
  void showLockState(isUnlocked)
  void watchTheClock(isUnlocked)
  void tellOwnPages()
  if (!isUnlocked) return
  void applyPolicy().then(announceChange)
  void goOnWithBulk().catch(console.error)
}

/** Tells popup and options; where neither is open, nobody hears it. */
export async function tellOwnPages(): Promise<void> {
  const notice: VaultNotice = { notice: 'vault-changed' }
  await browser.runtime.sendMessage(notice).catch(() => {})
}
