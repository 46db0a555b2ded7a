/** Tells everything that shows the vault's state that it changed, or the policy that it is under. @module */
import { browser } from 'wxt/browser'
import { drawBadge } from '../../desk/badge.ts'
import { goOnWithBulk } from '../../desk/bulk-run.ts'
import { trimJournal } from '../../desk/journal-keeping.ts'
import { forgetKeptInvitations } from '../../desk/kept-invitations.ts'
import { setIdleTime, watchTheClock } from '../../desk/lock-triggers.ts'
import { applyPolicy } from '../../desk/managed.ts'
import { showMenus } from '../../desk/menus.ts'
import { announceChange } from '../../desk/tabs.ts'
import { obeyPolicy } from '../../desk/vault-session.ts'
import type { VaultNotice } from '../../messages.ts'

/** Icon, alarm, our own pages; and, once unlocked, the CRM pages. Those that had buttons keep them while it is locked. */
export function tellLockState(isUnlocked: boolean): void {
  void drawBadge(isUnlocked)
  void showMenus(isUnlocked).catch(console.error)
  void watchTheClock(isUnlocked)
  void tellOwnPages()
  if (!isUnlocked) forgetKeptInvitations()
  if (!isUnlocked) return
  void takePolicy()
  void goOnWithBulk().catch(console.error)
}

/** Does what the policy says now; what was set up by it shows at once. */
export async function takePolicy(): Promise<void> {
  // Where one fails, the others count all the same, and everybody is told.
  for (const step of [obeyPolicy, setIdleTime, applyPolicy, trimJournal]) await step().catch(console.error)
  await Promise.all([tellOwnPages(), announceChange()])
}

/** Tells popup and options; where neither is open, nobody hears it. */
export async function tellOwnPages(): Promise<void> {
  const notice: VaultNotice = { notice: 'vault-changed' }
  await browser.runtime.sendMessage(notice).catch(() => {})
}
