/** Folds texts for search: case, accents and layout do not count. @module */

// Letters that have no decomposition into a base letter and an accent.
const ALIKE: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
}
const ALIKE_LETTER = /[øłđðþæœς]/g
const COMBINING_MARK = /[\u0300-\u036f]/g
const LAYOUT = /[\s\p{Cc}]+/gu
const PLAIN = /^[!-@[-~]*$/

/** A text as search compares it; by way of capitals, since `ß` has `SS` for one. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text
  return oneLine(text)
    .normalize('NFKD')
    .replace(COMBINING_MARK, '')
    .toUpperCase()
    .toLowerCase()
    .replace(ALIKE_LETTER, (letter) => ALIKE[letter] ?? letter)
}

/** A text on one line, without control characters. */
export function oneLine(text: string): string {
  return text.replace(LAYOUT, ' ').trim()
}
