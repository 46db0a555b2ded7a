import { expect, test } from 'vitest'
import { movePin, placePin, togglePin } from './pins.ts'

test('a pin is put at the end, and taken away', () => {
  expect(togglePin(['a'], 'b')).toEqual(['a', 'b'])
  expect(togglePin(['a', 'b'], 'a')).toEqual(['b'])
})

test('a pin is moved among the others, and not beyond them', () => {
  expect(movePin(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
  expect(movePin(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
  expect(movePin(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
  expect(movePin(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
  expect(movePin(['a', 'b'], 'x', 1)).toEqual(['a', 'b'])
})

test('a pin is put at a place', () => {
  expect(placePin(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a'])
  expect(placePin(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b'])
})
