/** Opens the settings where something can be put right. @module */

import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import type { Problem } from '../../desk/views.ts'
import { ask } from '../../ui/ask.ts'
import { placeOf } from './settings-place.ts'

/** Opens the settings at the field of a problem. */
export async function openSettingsFor(problem: Problem, shortcutId: string): Promise<void> {
  const desk = await ask('desk.read', {})
  await openSettings(placeOf(problem, shortcutId, desk?.shortcuts ?? []))
}

/** Opens the settings in a tab, and closes the popup. */
export async function openSettings(hash?: string): Promise<void> {
  if (hash === undefined) await browser.runtime.openOptionsPage()
  else await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}${hash}` })
  window.close()
}

/** Opens the welcome page in a tab, and closes the popup. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })
  window.close()
}

/** The words of the button that opens the settings; `undefined` where they cannot help. */
export function remedyFor({ form }: Problem): string | undefined {
  if (form === 'me') return i18n.t('popup.fixMe')
  if (form === 'account') return i18n.t('popup.fixAccount')
  if (form === 'target') return i18n.t('popup.fixTarget')
  return undefined
}
