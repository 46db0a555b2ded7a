import { expect, test } from 'vitest'
import { nextSlot } from './pace.ts'

const pace = { requests: 3, seconds: 10 }

test.each([
  ['nothing was sent', [], 100_000],
  ['fewer were sent than the pace allows', [99_000, 99_500], 100_000],
  ['as many were sent, so the oldest must have passed', [95_000, 99_000, 99_500], 105_000],
  ['more were sent than allowed', [94_000, 95_000, 99_000, 99_500], 105_000],
  ['old ones do not count', [80_000, 85_000, 90_000, 99_000], 100_000],
  ['their order does not matter', [99_500, 95_000, 99_000], 105_000],
])('%s', (_name, sentAt, expected) => {
  expect(nextSlot(pace, sentAt, 100_000)).toBe(expected)
})
