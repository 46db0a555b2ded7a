/** Which way the language of our texts is written. @module */
import { i18n } from '#i18n'

/** From left to right, but for Hebrew. */
export function direction(): 'ltr' | 'rtl' {
  return i18n.t('language') === 'he' ? 'rtl' : 'ltr'
}
