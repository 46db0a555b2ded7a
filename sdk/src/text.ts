/** Words for people, in one language or several. @module */

/**
 * A text in English, or in several languages by their two-letter codes, English always among them.
 *
 * @example
 * const name: Text = { en: 'Room', de: 'Raum' }
 */
export type Text = string | { readonly en: string; readonly [language: string]: string }

/**
 * Picks the text for a language: the exact tag, then its first part, then English.
 *
 * @example
 * textIn({ en: 'Room', de: 'Raum' }, 'de-AT') // 'Raum'
 */
export function textIn(text: Text, language: string): string {
  if (typeof text === 'string') return text
  return text[language] ?? text[language.split('-', 1)[0] ?? 'en'] ?? text.en
}
