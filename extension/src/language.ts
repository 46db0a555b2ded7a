/** The language that the user chose, where it is not the browser's. @module */
import { browser } from 'wxt/browser'
import { i18n, useTexts } from './i18n.ts'
import { LANGUAGES, type Language } from './languages.ts'
import type { Texts } from './translate.ts'
import { useWords, type Words } from './words.ts'

const KEY = 'language'
/** The languages into which plugins' own texts are put by us; plugins speak the others themselves. */
const WITH_WORDS: readonly string[] = ['es', 'fr', 'ru', 'he']

/** Loads the texts in which everything is said from now on; to be awaited before anything is. */
export async function loadLanguage(): Promise<void> {
  const chosen = await chosenLanguage()
  useTexts(chosen === undefined ? undefined : ((await read(`/_locales/${chosen}/messages.json`)) as Texts))
  const language = i18n.t('language')
  useWords(WITH_WORDS.includes(language) ? ((await read(`/words/${language}.json`)) as Words) : {})
}

/** The user's choice; `undefined` where it is the browser's language. */
export async function chosenLanguage(): Promise<Language | undefined> {
  const stored = (await browser.storage.local.get(KEY))[KEY]
  return typeof stored === 'string' && Object.hasOwn(LANGUAGES, stored) ? (stored as Language) : undefined
}

/** Keeps the user's choice; without one it is the browser's language again. */
export async function chooseLanguage(language: Language | undefined): Promise<void> {
  if (language === undefined) await browser.storage.local.remove(KEY)
  else await browser.storage.local.set({ [KEY]: language })
}

/** Hears of a choice in any window. */
export function followLanguage(onChange: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (KEY in changes) onChange()
  })
}

async function read(path: string): Promise<unknown> {
  const answer = await fetch(browser.runtime.getURL(path as '/'))
  return await answer.json()
}
