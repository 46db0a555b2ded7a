/** The extension's own texts in unit tests, in the language that a test chooses. @module */
import { fileURLToPath } from 'node:url'
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build'

const LANGUAGES = ['en', 'de'] as const

/** A language that there are texts in. */
export type Language = (typeof LANGUAGES)[number]

/** The texts as the extension's files hold them. */
export const messages = Object.fromEntries(
  await Promise.all(
    LANGUAGES.map(async (language) => {
      const file = fileURLToPath(new URL(`../locales/${language}.yml`, import.meta.url))
      return [language, generateChromeMessages(await parseMessagesFile(file))] as const
    }),
  ),
)
let chosen: Language = 'en'

/** Chooses the language of all texts from now on. */
export function speak(language: Language): Language {
  chosen = language
  return language
}

// What the library asks of a browser.
Object.assign(globalThis, {
  chrome: {
    runtime: { id: 'test' },
    i18n: {
      getMessage: (name: string, values: readonly string[] = []) =>
        (messages[chosen]?.[name]?.message ?? '').replace(/\$(\d)/g, (_, digit) => values[Number(digit) - 1] ?? ''),
    },
  },
})

const { createI18n } = await import('@wxt-dev/i18n')

/** Stands for `#i18n`. */
export const i18n = createI18n()
