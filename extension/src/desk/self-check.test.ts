import { expect, test, vi } from 'vitest'
import { isPlausible } from './self-check.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))

const now = Date.UTC(2027, 2, 1)

test.each([
  ['the time of now', now, now, true],
  ['some seconds of correction', now, now + 5000, true],
  ['a clock that was set while the page was open', now, now - 3_600_000, false],
  ['a clock whose battery is empty', Date.UTC(2000, 0, 1), Date.UTC(2000, 0, 1), false],
  ['a clock of another century', Date.UTC(2126, 0, 1), Date.UTC(2126, 0, 1), false],
])('%s', (_what, time, counted, isRight) => {
  expect(isPlausible(time, counted)).toBe(isRight)
})
