/** Why a shortcut cannot run now, in words. @module */

import { factLabel } from '@joinery/sdk/host'
import { i18n } from '#i18n'
import type { PopupEntry } from '../../desk/popup-views.ts'
import { inUserLanguage, userLanguage } from '../../desk/problem.ts'

/** The sentence, or `undefined` where nothing stands in the way. */
export function obstacleOf(shortcut: PopupEntry, hasRecord: boolean): string | undefined {
  if (shortcut.for === 'contact' && !hasRecord) return i18n.t('popup.noRecord')
  if (shortcut.lacking.length === 0) return undefined
  const names = shortcut.lacking.map((fact) => inUserLanguage(factLabel(fact)))
  const list = new Intl.ListFormat(userLanguage(), { type: 'unit' }).format(names)
  return shortcut.for === 'me' ? i18n.t('popup.meLacks', [list]) : i18n.t('popup.recordLacks', [list])
}
