/** Days until and since the end of a certificate: those of the user's calendar. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { endsToWarnOf, standingOf } from './validity.ts'

const DAY = 86_400_000
const NOW = new Date(2026, 10, 22, 12).getTime()
const day = (date: number, hour = 12) => new Date(2026, 10, date, hour).getTime()

afterEach(() => vi.unstubAllEnvs())

test.each([
  ['at once', NOW, 'ending', 0],
  ['in a moment', NOW + 1, 'ending', 0],
  ['late on the same day', day(22, 23), 'ending', 0],
  ['early on the next', day(23, 1), 'ending', 1],
  ['late on the next', day(23, 23), 'ending', 1],
  ['late on the 29th day', day(51, 23), 'ending', 29],
  ['early on the 30th day', day(52, 0), 'valid', 30],
  ['after more than a year', day(422), 'valid', 400],
  ['a moment ago', NOW - 1, 'ended', 0],
  ['early on the same day', day(22, 0), 'ended', 0],
  ['late on the day before', day(21, 23), 'ended', 1],
  ['early on the day before', day(21, 0), 'ended', 1],
  ['three days ago', day(19, 13), 'ended', 3],
] as const)('an end %s', (_name, ends, state, days) => {
  expect(standingOf({ ends }, NOW)).toEqual({ state, days })
})

test('what begins later has not begun', () => {
  expect(standingOf({ starts: day(22, 13), ends: day(30) }, NOW)).toEqual({ state: 'not-yet', days: 0 })
  expect(standingOf({ starts: day(23, 1), ends: day(30) }, NOW)).toEqual({ state: 'not-yet', days: 1 })
  expect(standingOf({ starts: NOW, ends: day(122) }, NOW)).toEqual({ state: 'valid', days: 100 })
})

// Europe changes its clocks on 2026-03-29 (a day of 23 hours) and 2026-10-25 (one of 25), Sydney on 2026-04-05.
describe('midnight is that of the user’s clock', () => {
  test.each([
    ['Europe/Berlin', '2026-03-28T23:30+01:00', '2026-03-29T00:30+01:00', 1],
    ['Europe/Berlin', '2026-03-28T12:00+01:00', '2026-03-30T00:00+02:00', 2],
    ['Europe/Berlin', '2026-10-25T00:00+02:00', '2026-10-25T23:59+01:00', 0],
    ['Europe/Berlin', '2026-10-24T23:59+02:00', '2026-10-26T00:00+01:00', 2],
    ['Australia/Sydney', '2026-04-05T00:10+11:00', '2026-04-05T23:50+10:00', 0],
    // In UTC it is another day already, or still.
    ['America/New_York', '2026-06-01T19:00-04:00', '2026-06-01T21:00-04:00', 0],
    ['Pacific/Kiritimati', '2026-06-01T23:00+14:00', '2026-06-02T01:00+14:00', 1],
  ])('in %s, from %s to %s', (zone, now, ends, days) => {
    vi.stubEnv('TZ', zone)
    expect(standingOf({ ends: Date.parse(ends) }, Date.parse(now))).toEqual({ state: 'ending', days })
    expect(standingOf({ ends: Date.parse(now) - 1 }, Date.parse(ends)).state).toBe('ended')
  })
})

test('warned of is what ends soon or has ended, the earliest first', () => {
  const ends = [NOW + 29 * DAY, NOW + 31 * DAY, NOW - DAY, NOW + 1]
  expect(endsToWarnOf(ends, NOW)).toEqual([NOW - DAY, NOW + 1, NOW + 29 * DAY])
  expect(endsToWarnOf([], NOW)).toEqual([])
})
