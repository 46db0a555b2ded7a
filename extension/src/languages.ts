/** The languages that Joinery speaks. @module */

/** Each by its own name. */
export const LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  ru: 'Русский',
  he: 'עברית',
} as const

/** A language that Joinery speaks. */
export type Language = keyof typeof LANGUAGES
