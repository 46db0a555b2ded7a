/** Days until and since the end of a certificate. */
import { expect, test } from 'vitest'
import { endsToWarnOf, standingOf } from './validity.ts'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 22, 12)

test.each([
  [0, 'ending', 0],
  [1, 'ending', 0],
  [DAY - 1, 'ending', 0],
  [DAY, 'ending', 1],
  [30 * DAY - 1, 'ending', 29],
  [30 * DAY, 'valid', 30],
  [400 * DAY, 'valid', 400],
  [-1, 'ended', 0],
  [-DAY, 'ended', 1],
  [-3 * DAY - 1, 'ended', 3],
] as const)('an end in %i milliseconds is %s, %i days', (distance, state, days) => {
  expect(standingOf({ ends: NOW + distance }, NOW)).toEqual({ state, days })
})

test('what begins later has not begun', () => {
  expect(standingOf({ starts: NOW + 1, ends: NOW + DAY }, NOW)).toEqual({ state: 'not-yet', days: 1 })
  expect(standingOf({ starts: NOW, ends: NOW + 100 * DAY }, NOW)).toEqual({ state: 'valid', days: 100 })
})

test('warned of is what ends soon or has ended, the earliest first', () => {
  const ends = [NOW + 29 * DAY, NOW + 31 * DAY, NOW - DAY, NOW + 1]
  expect(endsToWarnOf(ends, NOW)).toEqual([NOW - DAY, NOW + 1, NOW + 29 * DAY])
  expect(endsToWarnOf([], NOW)).toEqual([])
})
