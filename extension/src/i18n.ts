/** The extension's texts: in the browser's language, or in the one that the user chose. @module */
import type { createI18n } from '@wxt-dev/i18n'
import { browser } from 'wxt/browser'
import type { GeneratedI18nStructure } from '../.wxt/i18n/structure'
import { pluralForm } from './plural.ts'

/** The texts of one language, as they stand in `_locales`. */
export type Texts = { readonly [name: string]: { readonly message: string } | undefined }

let chosen: Texts | undefined

/** Takes these texts from now on; without any, those of the browser's language. */
export function useTexts(texts: Texts | undefined): void {
  chosen = texts
}

/** Those of the chosen texts whose names match, for a page that cannot load them; `undefined` where none were chosen. */
export function chosenTexts(names: RegExp): Texts | undefined {
  return chosen && Object.fromEntries(Object.entries(chosen).filter(([name]) => names.test(name)))
}

/**
 * The texts by their keys; substitutions take the places of `$1` to `$9`. A number chooses among the forms of a plural,
 * and takes the place of `$1` where no substitutions are given.
 */
export const i18n = { t: translate } as ReturnType<typeof createI18n<GeneratedI18nStructure>>

function translate(key: string, ...given: readonly (number | readonly (string | number)[])[]): string {
  const count = given.find((argument) => typeof argument === 'number')
  const substitutions = given.find((argument) => typeof argument === 'object') ?? (count === undefined ? [] : [count])
  const text = textOf(key, substitutions.map(String))
  if (text === '') console.warn(`There is no text “${key}”.`)
  return count === undefined ? text : pluralForm(text.split(' | '), count, textOf('language', []))
}

function textOf(key: string, substitutions: string[]): string {
  const name = key.replaceAll('.', '_')
  if (chosen === undefined) return browser.i18n.getMessage(name as '@@ui_locale', substitutions)
  const message = chosen[name]?.message ?? ''
  return message.replace(/\$(\d)/g, (_, place: string) => substitutions[Number(place) - 1] ?? '')
}
