/** Opens the settings where something can be put right. @module */
import { i18n } from '#i18n'
import { browser } from 'wxt/browser'
import type { DeskView, Problem } from '../../desk/views.ts'
import { ask } from '../../ui/ask.ts'

/** Where in the settings a problem of a shortcut can be put right: the hash of a form, at the field. */
export function placeOf(
  { form, field = '' }: Problem,
  shortcutId: string,
  shortcuts: DeskView['shortcuts'],
): string | undefined {
  const shortcut = shortcuts.find(({ id }) => id === shortcutId)
  if (form === 'me') return `#me/${field}`
  if (form === 'account' && shortcut !== undefined) return `#accounts/${shortcut.accountId}/${field}`
  if (form === 'target' && shortcut?.targetId !== undefined) return `#targets/${shortcut.targetId}/${field}`
  return undefined
}

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

/** The words of the button that opens the settings; `undefined` where they cannot help. */
export function remedyFor({ form }: Problem): string | undefined {
  if (form === 'me') return i18n.t('popup.fixMe')
  if (form === 'account') return i18n.t('popup.fixAccount')
  if (form === 'target') return i18n.t('popup.fixTarget')
  return undefined
}
