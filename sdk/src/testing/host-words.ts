/** Translations that a host keeps for the texts of the plugins that come with it. @module */

/** By language, then by the English text, in which `{1}` to `{9}` stand for what differs from time to time. */
export interface HostWords {
  readonly [language: string]: { readonly [english: string]: string }
}

const PLACE = /\\\{\d\\\}/g
const SPECIAL = /[.*+?^${}()|[\]\\]/g

/** The languages into which the host puts an English text. */
export function languagesByHost(words: HostWords): (english: string) => readonly string[] {
  const languages = Object.entries(words).map(([language, translations]) => ({
    language,
    whole: new Set(Object.keys(translations)),
    patterns: Object.keys(translations)
      .filter((english) => english.includes('{1}'))
      .map(patternOf),
  }))
  return (english) =>
    languages
      .filter(({ whole, patterns }) => whole.has(english) || patterns.some((pattern) => pattern.test(english)))
      .map(({ language }) => language)
}

function patternOf(english: string): RegExp {
  return new RegExp(`^${english.replace(SPECIAL, '\\$&').replace(PLACE, '.*?')}$`, 's')
}
