/** Says why an invitation was not handed out. @module */
import { i18n } from '#i18n'

/** A calendar file is made here; everything else goes over the clipboard. */
export function failureWords(way: 'calendar' | 'mail' | 'text' | 'link'): string {
  return way === 'calendar' ? i18n.t('invitation.notMade') : i18n.t('invitation.notCopied')
}
