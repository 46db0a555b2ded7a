/** Plugins' texts in languages that the plugins do not speak themselves. @module */

/** Translations by their English texts. */
export type Words = { readonly [english: string]: string | undefined }

let words: Words = {}

/** Takes these from now on. */
export function useWords(read: Words): void {
  words = read
}

/** The translation of an English text, where there is one. */
export function wordFor(english: string): string | undefined {
  return Object.hasOwn(words, english) ? words[english] : undefined
}
