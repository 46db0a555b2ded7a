/** Erases everything that Joinery keeps. @module */
import { browser } from 'wxt/browser'
import { dropVault } from './vault-session.ts'

/** Erases vault, choices and notes, and gives the enabled sites back; what the organisation granted stays granted. */
export async function eraseEverything(): Promise<undefined> {
  await dropVault()
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()])
  const { origins = [] } = await browser.permissions.getAll()
  if (origins.length > 0) await browser.permissions.remove({ origins }).catch(() => false)
}
