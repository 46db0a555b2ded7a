import { afterEach, expect, test } from 'vitest'
import { useWords, wordFor } from './words.ts'

afterEach(() => useWords({}))

test('a text is looked up whole', () => {
  useWords({ Room: 'Sala' })
  expect(wordFor('Room')).toBe('Sala')
  expect(wordFor('Rooms')).toBeUndefined()
  expect(wordFor('constructor')).toBeUndefined()
})

test('what differs from time to time is put into its place, and is a text itself where it is one', () => {
  useWords({
    Room: 'Sala',
    '{1} is missing.': 'Falta: {1}.',
    'Line {1} (of {2}): {3} is wrong?': '¿{3} en la línea {1} de {2}?',
  })
  expect(wordFor('Room is missing.')).toBe('Falta: Sala.')
  expect(wordFor('Line 3 (of 12): $& is wrong?')).toBe('¿$& en la línea 3 de 12?')
  expect(wordFor('Line 3')).toBeUndefined()
  useWords({ Room: 'Sala', 'digits only.': 'solo cifras.', '{1} is missing.': 'Falta: {1}.', '{1}: {2}': '{1}: {2}' })
  expect(wordFor('Room: digits only.')).toBe('Sala: solo cifras.')
})

test('a text that is far too long is not searched', () => {
  useWords({ '{1}a{2}a{3}a{4}b': '{1}' })
  expect(wordFor('a'.repeat(1_000_000))).toBeUndefined()
})
