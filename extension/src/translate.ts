/** Finds a text by its key, puts values into it, and chooses among the forms of a plural. @module */
import { pluralForm } from './plural.ts'

/** The texts of one language, as they stand in `_locales`. */
export type Texts = { readonly [name: string]: { readonly message: string } | undefined }

/** What gives a text by its name, with what takes the places of `$1` to `$9`. */
export type TextSource = (name: string, substitutions: readonly string[]) => string

// How the forms of a plural are kept in one message.
const BETWEEN_FORMS = ' | '
const PLACE = /\$([1-9$])/g

/** The text of that name; `$$` is a dollar sign. */
export function textIn(texts: Texts, name: string, substitutions: readonly string[]): string {
  const message = texts[name]?.message ?? ''
  return message.replace(PLACE, (_, place: string) => (place === '$' ? '$' : (substitutions[Number(place) - 1] ?? '')))
}

/**
 * A function that gives texts by their keys. A number chooses the form of a plural, and takes the place of `$1` where
 * nothing else is given for it.
 */
export function translator(
  textOf: TextSource,
): (key: string, ...given: readonly (number | readonly (string | number)[])[]) => string {
  return (key, ...given) => {
    const count = given.find((argument) => typeof argument === 'number')
    const values = given.find((argument) => typeof argument === 'object') ?? (count === undefined ? [] : [count])
    const text = textOf(key.replaceAll('.', '_'), values.map(String))
    if (text === '') console.warn(`There is no text “${key}”.`)
    return count === undefined ? text : pluralForm(text.split(BETWEEN_FORMS), count, textOf('language', []))
  }
}
