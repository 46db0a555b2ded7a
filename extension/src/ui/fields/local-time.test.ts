import { expect, test } from 'vitest'
import { fromLocalText, toLocalText } from './local-time.ts'

test('a moment keeps its minute on the way to the input and back', () => {
  for (const text of ['2026-01-02T03:04', '2026-12-31T23:59', '0999-06-01T00:00']) {
    expect(toLocalText(fromLocalText(text))).toBe(text)
  }
})

test('what is no moment is an empty input, and the other way round', () => {
  expect(toLocalText('')).toBe('')
  expect(toLocalText(undefined)).toBe('')
  expect(toLocalText(Number.NaN)).toBe('')
  expect(fromLocalText('')).toBe('')
  expect(fromLocalText('yesterday')).toBe('')
})
