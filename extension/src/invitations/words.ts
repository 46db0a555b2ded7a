/** The extension's words in the guest's language, which need not be the user's. @module */
import { i18n } from '#i18n'

/** The languages that there may be texts in. */
export const LANGUAGES = ['en', 'de', 'es', 'fr', 'ru', 'he'] as const

/** What gives a text by its key. */
export type Words = Pick<typeof i18n, 't'>

/** Texts by key, as browsers keep them. */
export type Messages = Readonly<Record<string, { readonly message: string }>>

// How the forms of a counted text are kept in one message.
const FORMS = ' | '
// A value's place, or a dollar sign that is none.
const MARK = /\$([1-9$])/g
const learned = new Map<string, Words>()

/** The words of a language; the user's own where they were not learned. */
export function wordsIn(language: string): Words {
  return learned.get(language) ?? learned.get(language.split('-', 1)[0] ?? '') ?? i18n
}

/** Takes the words of a language, as the extension's file for it holds them. */
export function learn(language: string, messages: Messages): void {
  learned.set(language, wordsOf(messages))
}

/** What a language is called by those who speak it. */
export function languageName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
}

function wordsOf(messages: Messages): Words {
  const t = (key: string, ...given: readonly (number | readonly string[])[]): string => {
    const count = given.find((value) => typeof value === 'number')
    const values = given.find((value) => typeof value !== 'number') ?? (count === undefined ? [] : [String(count)])
    const { message = '' } = messages[key.replaceAll('.', '_')] ?? {}
    const form = count === undefined ? message : formFor(count, message.split(FORMS))
    return form.replace(MARK, (_, mark) => (mark === '$' ? '$' : (values[mark - 1] ?? '')))
  }
  return { t: t as Words['t'] }
}

function formFor(count: number, forms: readonly string[]): string {
  const last = forms.length - 1
  const place = forms.length === 2 ? Number(count !== 1) : Math.min(count, last)
  return forms[place] ?? ''
}
