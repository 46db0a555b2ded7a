/** The extension's texts: in the browser's language, or in the one that the user chose. @module */
import { browser } from 'wxt/browser'
import type { GeneratedI18nStructure } from '../.wxt/i18n/structure'
import { type Texts, textIn, translator } from './translate.ts'

/** The keys of texts with so many places for values. */
type KeyWith<Places extends number, IsPlural extends boolean = false> = {
  [Key in keyof GeneratedI18nStructure]: GeneratedI18nStructure[Key] extends { substitutions: Places; plural: IsPlural }
    ? Key
    : never
}[keyof GeneratedI18nStructure]

type Value = string | number

/** As many values as the text has places. The library's own type works the keys out anew at every call: most of type checking. */
interface Translate {
  (key: KeyWith<0>): string
  (key: KeyWith<1>, values: readonly [Value]): string
  (key: KeyWith<2>, values: readonly [Value, Value]): string
  (key: KeyWith<3>, values: readonly [Value, Value, Value]): string
  /** The count chooses the form of a plural, and takes the only place where nothing else is given for it. */
  (key: KeyWith<0 | 1, true>, count: number): string
  (key: KeyWith<1, true>, count: number, values: readonly [Value]): string
  (key: KeyWith<2, true>, count: number, values: readonly [Value, Value]): string
  (key: KeyWith<3, true>, count: number, values: readonly [Value, Value, Value]): string
}

let chosen: Texts | undefined

/** Takes these texts from now on; without any, those of the browser's language. */
export function useTexts(texts: Texts | undefined): void {
  chosen = texts
}

/** Those of the chosen texts whose names match, for a page that cannot load them; `undefined` where none were chosen. */
export function chosenTexts(names: RegExp): Texts | undefined {
  return chosen && Object.fromEntries(Object.entries(chosen).filter(([name]) => names.test(name)))
}

/** The texts by their keys. */
export const i18n = { t: translator(textOf) } as { readonly t: Translate }

function textOf(name: string, substitutions: readonly string[]): string {
  if (chosen !== undefined) return textIn(chosen, name, substitutions)
  // Its type knows the names of the browser's own texts alone.
  const texts = browser.i18n as unknown as { getMessage(name: string, substitutions: readonly string[]): string }
  return texts.getMessage(name, substitutions)
}
