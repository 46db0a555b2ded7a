/** The extension's words in the guest's language, which need not be the user's. @module */
import { i18n } from '#i18n'
import { type Texts, textIn, translator } from '../translate.ts'

/** What gives a text by its key. */
export type Words = Pick<typeof i18n, 't'>

const learned = new Map<string, Words>()

/** The words of a language; the user's own where they were not learned. */
export function wordsIn(language: string): Words {
  return learned.get(language) ?? learned.get(language.split('-', 1)[0] ?? '') ?? i18n
}

/** Takes the words of a language, as the extension's file for it holds them. */
export function learn(language: string, texts: Texts): void {
  learned.set(language, { t: translator((name, values) => textIn(texts, name, values)) as Words['t'] })
}

/** What a language is called by those who speak it. */
export function languageName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
}
