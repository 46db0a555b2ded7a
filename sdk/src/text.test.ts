/** Texts in the language asked for. @module */
import { expect, test } from 'vitest'
import { textIn } from './text.ts'

test.each([
  [{ en: 'Room', de: 'Raum' }, 'de', 'Raum'],
  [{ en: 'Room', de: 'Raum' }, 'de-AT', 'Raum'],
  [{ en: 'Room', de: 'Raum', 'de-AT': 'Zimmer' }, 'de-AT', 'Zimmer'],
  [{ en: 'Room', de: 'Raum' }, 'fr', 'Room'],
  [{ en: 'Room', de: 'Raum' }, '', 'Room'],
  ['Meet', 'de', 'Meet'],
] as const)('%j in %s is %s', (text, language, expected) => {
  expect(textIn(text, language)).toBe(expected)
})
