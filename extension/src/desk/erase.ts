/** Erases everything that Joinery keeps. @module */
import { browser } from 'wxt/browser'
import { warnOfCertificates } from './certificate-warning.ts'
import { dropVault } from './vault-session.ts'

/** Erases vault, choices and notes, and gives the enabled sites back; what the organisation granted stays granted. */
export async function eraseEverything(): Promise<undefined> {
  await dropVault()
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()])
  await warnOfCertificates()
  const { origins = [] } = await browser.permissions.getAll()
  // One by one: what a policy granted cannot be given back, and must not keep the others.
  await Promise.all(origins.map((origin) => browser.permissions.remove({ origins: [origin] }).catch(() => false)))
}
