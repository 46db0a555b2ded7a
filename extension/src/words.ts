/** Plugins' texts in languages that the plugins do not speak themselves. @module */

/** Translations by their English texts; `{1}` to `{9}` stand for what differs from time to time. */
export type Words = { readonly [english: string]: string | undefined }

interface Pattern {
  readonly english: RegExp
  readonly translation: string
}

const PLACE = /\{(\d)\}/g
const SPECIAL = /[.*+?^$()|[\]\\]/g
// Nobody's text is longer; what a vendor's server says in it may be.
const MOST_CHARACTERS = 5000

let words: Words = {}
let patterns: readonly Pattern[] = []

/** Takes these from now on. */
export function useWords(read: Words): void {
  words = read
  // The longer ones say more of what they match.
  const entries = Object.entries(read).toSorted(([one], [other]) => other.length - one.length)
  patterns = entries.flatMap(([english, translation = '']) =>
    english.includes('{1}') ? [{ english: patternOf(english), translation }] : [],
  )
}

/** The translation of an English text, where there is one. */
export function wordFor(english: string): string | undefined {
  if (Object.hasOwn(words, english)) return words[english]
  if (english.length > MOST_CHARACTERS) return undefined
  for (const { english: pattern, translation } of patterns) {
    const parts = pattern.exec(english)
    // A part may be a text itself, such as the name of a field.
    if (parts !== null) return translation.replace(PLACE, (_, place: string) => inWords(parts[Number(place)]))
  }
  return undefined
}

function inWords(part = ''): string {
  return wordFor(part) ?? part
}

function patternOf(english: string): RegExp {
  return new RegExp(`^${english.replace(SPECIAL, '\\$&').replace(PLACE, '(.*?)')}$`, 's')
}
