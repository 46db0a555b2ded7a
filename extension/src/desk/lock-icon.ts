/** Shows in the browser's toolbar whether the vault is locked. @module */
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'

const SIZES = [16, 32, 48] as const

/** Draws the icon and says the state in its title. */
export async function showLockState(isUnlocked: boolean): Promise<void> {
  const folder = isUnlocked ? '/icon' : '/icon/locked'
  const path = Object.fromEntries(SIZES.map((size) => [size, `${folder}/${size}.png`]))
  const title = isUnlocked ? i18n.t('icon.unlocked') : i18n.t('icon.locked')
  await Promise.all([browser.action.setIcon({ path }), browser.action.setTitle({ title })])
}
