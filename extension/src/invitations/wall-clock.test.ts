import { expect, test } from 'vitest'
import { instantOf, isTimeZone, wallTimeAt } from './wall-clock.ts'

const wall = (text: string) => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/\D/).map(Number)
  return { year, month, day, hour, minute, second: 0 }
}

// The days of change: https://data.iana.org/time-zones/tzdb/ (EU, US and AN rules).
test.each([
  ['Europe/Berlin', '2026-03-29 01:59', '2026-03-29T00:59Z', 'the minute before spring'],
  ['Europe/Berlin', '2026-03-29 03:00', '2026-03-29T01:00Z', 'the minute of spring'],
  ['Europe/Berlin', '2026-03-29 10:00', '2026-03-29T08:00Z', 'later on that day'],
  ['Europe/Berlin', '2026-03-28 10:00', '2026-03-28T09:00Z', 'the day before'],
  ['Europe/Berlin', '2026-10-25 02:30', '2026-10-25T00:30Z', 'a time shown twice: the first'],
  ['Europe/Berlin', '2026-10-25 03:00', '2026-10-25T02:00Z', 'after it'],
  ['America/New_York', '2026-11-01 09:00', '2026-11-01T14:00Z', 'the day of autumn'],
  ['America/New_York', '2026-03-08 09:00', '2026-03-08T13:00Z', 'the day of spring'],
  ['Australia/Sydney', '2026-10-04 09:00', '2026-10-03T22:00Z', 'spring in the south'],
  ['Australia/Sydney', '2026-04-05 09:00', '2026-04-04T23:00Z', 'autumn in the south'],
  ['Asia/Kathmandu', '2026-06-01 12:00', '2026-06-01T06:15Z', 'a quarter of an hour off'],
  ['Pacific/Kiritimati', '2026-06-01 12:00', '2026-05-31T22:00Z', 'the furthest east'],
])('%s: %s is %s (%s)', (zone, shown, instant) => {
  expect(new Date(instantOf(wall(shown), zone))).toEqual(new Date(instant))
  expect(wallTimeAt(Date.parse(instant), zone)).toEqual(wall(shown))
})

test('a time that is skipped counts by the clock before', () => {
  expect(new Date(instantOf(wall('2026-03-29 02:30'), 'Europe/Berlin'))).toEqual(new Date('2026-03-29T01:30Z'))
})

test('zones are known by their names', () => {
  expect(['Europe/Berlin', 'UTC', 'Europe/Atlantis', '', 'Europe/Berlin\r\nX:1'].map(isTimeZone)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})
