/** Shows in the browser's toolbar whether the vault is locked, and whether a certificate ends soon. @module */
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { endsToWarnOf } from '../certificates/validity.ts'
import { warningOf } from './certificate-words.ts'
import { readPreferences } from './preferences.ts'

const SIZES = [16, 32, 48] as const
const WARNING_COLOUR = '#b3261e'

/** Draws the icon and says the state in its title. */
export async function showLockState(isUnlocked: boolean): Promise<void> {
  const folder = isUnlocked ? '/icon' : '/icon/locked'
  const path = Object.fromEntries(SIZES.map((size) => [size, `${folder}/${size}.png`]))
  const { certificateEnds = [] } = await readPreferences()
  const now = Date.now()
  const warning = warningOf(endsToWarnOf(certificateEnds, now), now)
  const state = isUnlocked ? i18n.t('icon.unlocked') : i18n.t('icon.locked')
  const title = warning === undefined ? state : `${state} · ${warning}`
  await Promise.all([
    browser.action.setIcon({ path }),
    browser.action.setTitle({ title }),
    browser.action.setBadgeBackgroundColor({ color: WARNING_COLOUR }),
    browser.action.setBadgeText({ text: warning === undefined ? '' : '!' }),
  ])
}
