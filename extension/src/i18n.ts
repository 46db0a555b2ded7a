/** The extension's texts: in the browser's language, or in the one that the user chose. @module */
import type { createI18n } from '@wxt-dev/i18n'
import { browser } from 'wxt/browser'
import type { GeneratedI18nStructure } from '../.wxt/i18n/structure'
import { type Texts, textIn, translator } from './translate.ts'

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
export const i18n = { t: translator(textOf) } as ReturnType<typeof createI18n<GeneratedI18nStructure>>

function textOf(name: string, substitutions: readonly string[]): string {
  if (chosen !== undefined) return textIn(chosen, name, substitutions)
  // Its type knows the names of the browser's own texts alone.
  const texts = browser.i18n as unknown as { getMessage(name: string, substitutions: readonly string[]): string }
  return texts.getMessage(name, substitutions)
}
