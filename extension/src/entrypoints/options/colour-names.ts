/** What the colours of icons are called. @module */
import { i18n } from '#i18n'
import type { ShortcutColour } from '../../shortcut-colours.ts'

/** Every colour's name, by the name that is stored. */
export function colourNames(): { readonly [Name in ShortcutColour]: string } {
  return {
    teal: i18n.t('looks.teal'),
    blue: i18n.t('looks.blue'),
    violet: i18n.t('looks.violet'),
    pink: i18n.t('looks.pink'),
    red: i18n.t('looks.red'),
    orange: i18n.t('looks.orange'),
    green: i18n.t('looks.green'),
    grey: i18n.t('looks.grey'),
  }
}
