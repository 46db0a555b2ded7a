/** Puts the user's language into a page's document. @module */
import { userLanguage } from '../desk/problem.ts'
import { loadLanguage } from '../language.ts'
import { direction } from '../language-direction.ts'

/** Loads the texts, and sets language, direction and title, so that browsers and screen readers treat the page rightly. */
export async function prepareDocument(title: () => string): Promise<void> {
  await loadLanguage()
  const { documentElement } = document
  documentElement.lang = userLanguage()
  documentElement.dir = direction()
  document.title = title()
}
