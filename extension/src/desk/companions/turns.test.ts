import { expect, test } from 'vitest'
import { hasTurn } from './turns.ts'

test('all extensions together have sixty turns a minute, one has ten, and a clock that is set back begins anew', () => {
  const heard = (count: number, now: number, name: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => hasTurn(name(index), now)).filter(Boolean).length
  expect(heard(100, 0, (index) => `stranger ${index}`)).toBe(60)
  expect(heard(100, 59_999, () => 'latecomer')).toBe(0)
  expect(heard(100, 60_000, () => 'latecomer')).toBe(10)
  expect(heard(100, 1, () => 'latecomer')).toBe(10)
})
