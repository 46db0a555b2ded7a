/** What a shortcut is called that is made along with its target. @module */
import { i18n } from '#i18n'

const LONGEST = 100

/** Such as "Join Lobby". */
export function suggestedShortcutName(action: string, target: string): string {
  return i18n.t('shortcuts.suggestedName', [action, target]).trim().slice(0, LONGEST)
}
