import { expect, test } from 'vitest'
import { byDay, dayBegins } from './by-day.ts'

const at = (...parts: [number, number, number, number, number]) => ({ at: new Date(...parts).getTime() })

test('lines are grouped by the days of the user’s clock, in their order', () => {
  const [late, early, before] = [at(2026, 10, 28, 23, 59), at(2026, 10, 28, 0, 0), at(2026, 10, 27, 23, 59)]
  expect(byDay([late, early, before])).toEqual([
    { begins: new Date(2026, 10, 28).getTime(), lines: [late, early] },
    { begins: new Date(2026, 10, 27).getTime(), lines: [before] },
  ])
})

test.each([
  ['2026-11-28', 0, new Date(2026, 10, 28).getTime()],
  ['2026-11-30', 1, new Date(2026, 11, 1).getTime()],
  ['', 0, undefined],
  ['2026-', 0, undefined],
])('the day “%s” and %i more begins at %s', (written, later, begins) => {
  expect(dayBegins(written, later)).toBe(begins)
})
