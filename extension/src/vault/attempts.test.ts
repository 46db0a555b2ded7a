import { expect, test } from 'vitest'
import { type Attempts, afterFailure, attemptsFrom, noAttempts, waitAfter } from './attempts.ts'

function failed(times: number, now: number): Attempts {
  return Array.from({ length: times }).reduce<Attempts>((attempts) => afterFailure(attempts, now), noAttempts)
}

test('slips of the finger cost nothing; guessing costs more each time, up to a quarter of an hour', () => {
  const waits = [0, 1, 2, 3, 4, 5, 10, 13, 14, 1000].map((times) => waitAfter(failed(times, 5), 5) / 1000)
  expect(waits).toEqual([0, 0, 0, 1, 2, 4, 128, 900, 900, 900])
})

test('the wait ends', () => {
  expect(waitAfter(failed(5, 10_000), 11_000)).toBe(3000)
  expect(waitAfter(failed(5, 10_000), 14_000)).toBe(0)
})

test('a clock that was set back lets nobody in sooner and locks nobody out for longer', () => {
  expect(waitAfter(failed(5, 10_000), 0)).toBe(4000)
})

test.each([
  [undefined],
  [null],
  ['x'],
  [{}],
  [{ failures: '3', at: 1 }],
  [{ failures: 1.5, at: 1 }],
  [{ failures: 3, at: Number.NaN }],
])('stored state %j counts as none', (stored) => {
  expect(attemptsFrom(stored)).toEqual(noAttempts)
})
