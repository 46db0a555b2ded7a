/** Reads the texts of all languages, for guests who do not speak the user's. @module */
import { browser } from 'wxt/browser'
import { learn } from '../invitations/words.ts'
import { LANGUAGES } from '../languages.ts'
import type { Texts } from '../translate.ts'

let learning: Promise<readonly string[]> | undefined

/** Learns what the extension has texts in, once, and tells which languages these are. */
export function learnLanguages(): Promise<readonly string[]> {
  learning ??= Promise.all(
    Object.keys(LANGUAGES).map(async (language) => ((await read(language)) ? [language] : [])),
  ).then((found) => found.flat())
  return learning
}

async function read(language: string): Promise<boolean> {
  try {
    // The browser itself gives them in one language alone.
    const answer = await fetch(new URL(`/_locales/${language}/messages.json`, browser.runtime.getURL('/')))
    learn(language, (await answer.json()) as Texts)
    return true
  } catch {
    return false
  }
}
