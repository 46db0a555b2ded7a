/** Puts the user's language into a page's document. @module */
import { browser } from 'wxt/browser'
import { userLanguage } from '../desk/problem.ts'

/** Sets language, direction and title, so that browsers and screen readers treat the page rightly. */
export function prepareDocument(title: string): void {
  const { documentElement } = document
  documentElement.lang = userLanguage()
  documentElement.dir = browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr'
  document.title = title
}
