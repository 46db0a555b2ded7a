/** Recurrences follow the wall clock of their zone. The moments are worked out by hand from the zones' published rules. @module */
import { describe, expect, test } from 'vitest'
import { expectRule, occurrencesFrom } from './occurrences.ts'
import { asIfUtc, momentAt, wallClockAt } from './zone.ts'

const BERLIN = 'Europe/Berlin'
const NEW_YORK = 'America/New_York'
const SYDNEY = 'Australia/Sydney'
const iso = (moment: number) => new Date(moment).toISOString().replace(':00.000Z', 'Z')

/** Zone, first start, rule, and every start: Berlin changes on 2026-03-29 and 2026-10-25, New York on 2026-03-08 and 2026-11-01, Sydney on 2026-04-05 and 2026-10-04. */
const table: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    BERLIN,
    '2026-03-22T09:00Z',
    'FREQ=WEEKLY;COUNT=3;BYDAY=SU',
    ['2026-03-22T09:00Z', '2026-03-29T08:00Z', '2026-04-05T08:00Z'],
  ],
  [BERLIN, '2026-10-24T08:00Z', 'FREQ=DAILY;COUNT=3', ['2026-10-24T08:00Z', '2026-10-25T09:00Z', '2026-10-26T09:00Z']],
  // 02:30 does not exist on 2026-03-29: it is as long after the leap as it lies after its beginning.
  [BERLIN, '2026-03-28T01:30Z', 'FREQ=DAILY;COUNT=3', ['2026-03-28T01:30Z', '2026-03-29T01:30Z', '2026-03-30T00:30Z']],
  // 02:30 comes twice on 2026-10-25: the first is meant.
  [BERLIN, '2026-10-24T00:30Z', 'FREQ=DAILY;COUNT=3', ['2026-10-24T00:30Z', '2026-10-25T00:30Z', '2026-10-26T01:30Z']],
  [
    NEW_YORK,
    '2026-03-02T15:00Z',
    'FREQ=WEEKLY;COUNT=4;BYDAY=MO,TH',
    ['2026-03-02T15:00Z', '2026-03-05T15:00Z', '2026-03-09T14:00Z', '2026-03-12T14:00Z'],
  ],
  [
    NEW_YORK,
    '2026-10-31T14:00Z',
    'FREQ=DAILY;UNTIL=20261102T150000Z',
    ['2026-10-31T14:00Z', '2026-11-01T15:00Z', '2026-11-02T15:00Z'],
  ],
  // The end is a moment: an hour of standard time earlier, the last day is not reached.
  [NEW_YORK, '2026-10-31T14:00Z', 'FREQ=DAILY;UNTIL=20261102T140000Z', ['2026-10-31T14:00Z', '2026-11-01T15:00Z']],
  [
    SYDNEY,
    '2026-03-06T22:00Z',
    'FREQ=MONTHLY;COUNT=3;BYDAY=1SA',
    ['2026-03-06T22:00Z', '2026-04-03T22:00Z', '2026-05-01T23:00Z'],
  ],
  [
    SYDNEY,
    '2026-09-30T23:00Z',
    'FREQ=MONTHLY;COUNT=3;BYMONTHDAY=1',
    ['2026-09-30T23:00Z', '2026-10-31T22:00Z', '2026-11-30T22:00Z'],
  ],
  [SYDNEY, '2026-04-03T23:00Z', 'FREQ=DAILY;COUNT=2;INTERVAL=2', ['2026-04-03T23:00Z', '2026-04-06T00:00Z']],
  // A month without a 31st is left out; the last Friday is every month's own.
  [
    BERLIN,
    '2026-01-31T09:00Z',
    'FREQ=MONTHLY;COUNT=3;BYMONTHDAY=31',
    ['2026-01-31T09:00Z', '2026-03-31T08:00Z', '2026-05-31T08:00Z'],
  ],
  [
    BERLIN,
    '2026-01-30T09:00Z',
    'FREQ=MONTHLY;COUNT=3;BYDAY=-1FR',
    ['2026-01-30T09:00Z', '2026-02-27T09:00Z', '2026-03-27T09:00Z'],
  ],
  [
    BERLIN,
    '2026-02-27T09:00Z',
    'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=FR',
    ['2026-02-27T09:00Z', '2026-03-13T09:00Z', '2026-03-27T09:00Z', '2026-04-10T08:00Z'],
  ],
  [BERLIN, '2026-03-28T09:00Z', 'FREQ=DAILY;UNTIL=20260329', ['2026-03-28T09:00Z', '2026-03-29T08:00Z']],
]

test.each(table)('%s from %s by %s', (timeZone, start, recurrence, moments) => {
  const schedule = { start: Date.parse(start), recurrence, timeZone }
  expect(occurrencesFrom(schedule, 0, 100).map(iso)).toEqual(moments)
  const [, second = ''] = moments
  expect(occurrencesFrom(schedule, Date.parse(second), 1).map(iso)).toEqual([second])
  expect(occurrencesFrom(schedule, Date.parse(moments.at(-1) ?? '') + 1, 100)).toEqual([])
})

test('without a rule it takes place once', () => {
  expect(occurrencesFrom({ start: 7 }, 7, 5)).toEqual([7])
  expect(occurrencesFrom({ start: 7 }, 8, 5)).toEqual([])
  expect(occurrencesFrom({ start: 7 }, 7, 0)).toEqual([])
})

describe('a rule is refused', () => {
  // 2026-03-02 is a Monday, the first of its month.
  const start = Date.parse('2026-03-02T09:00Z')
  test.each([
    ['that has no end', 'FREQ=DAILY'],
    ['that has two ends', 'FREQ=DAILY;COUNT=2;UNTIL=20270101T000000Z'],
    ['that comes never', 'FREQ=DAILY;COUNT=0'],
    ['that comes too often', 'FREQ=DAILY;COUNT=1001'],
    ['by the hour', 'FREQ=HOURLY;COUNT=2'],
    ['by the year', 'FREQ=YEARLY;COUNT=2'],
    ['that begins on another weekday', 'FREQ=WEEKLY;COUNT=2;BYDAY=TU'],
    ['that begins on another date', 'FREQ=MONTHLY;COUNT=2;BYMONTHDAY=3'],
    ['that never comes', 'FREQ=MONTHLY;INTERVAL=12;COUNT=2;BYMONTHDAY=31'],
    ['of a week that not every month has', 'FREQ=MONTHLY;COUNT=2;BYDAY=5MO'],
    ['of another week', 'FREQ=MONTHLY;COUNT=2;BYDAY=2MO'],
    ['of a week in weeks', 'FREQ=WEEKLY;COUNT=2;BYDAY=MO,2TU'],
    ['with what is not known', 'FREQ=DAILY;COUNT=2;BYHOUR=7'],
    ['that says a thing twice', 'FREQ=DAILY;COUNT=2;COUNT=3'],
    ['of no such day', 'FREQ=WEEKLY;COUNT=2;BYDAY=XX'],
    ['of no number', 'FREQ=DAILY;COUNT=two'],
    ['of no date', 'FREQ=DAILY;UNTIL=TOMORROW'],
    ['of nothing', ''],
    ['in two lines', 'FREQ=DAILY;COUNT=2\r\nSUMMARY:x'],
  ])('%s: %s', (_name, recurrence) => {
    const refusal = expect.objectContaining({ name: 'PluginError', code: 'invalid', field: 'recurrence' })
    expect(() => expectRule({ start, recurrence, timeZone: BERLIN })).toThrow(refusal)
    expect(() => occurrencesFrom({ start, recurrence, timeZone: BERLIN }, 0, 9)).toThrow(refusal)
  })
})

/** Where the three zones change their clocks. */
const seasons: readonly (readonly [number, number])[] = [
  [Date.UTC(2026, 2, 1), Date.UTC(2026, 3, 10)],
  [Date.UTC(2026, 9, 1), Date.UTC(2026, 10, 5)],
]

test.each([
  [BERLIN, 1],
  [NEW_YORK, 1],
  [SYDNEY, 1],
  ['Asia/Kolkata', 0],
  ['UTC', 0],
])('in %s every hour comes back from its wall clock, but for %i that comes twice', (zone, twice) => {
  let again = 0
  for (const [from, to] of seasons) {
    for (let moment = from; moment < to; moment += 3_600_000) {
      const wall = wallClockAt(moment, zone)
      const back = momentAt(wall, zone)
      if (back !== moment) again += 1
      expect(asIfUtc(wallClockAt(back, zone))).toBe(asIfUtc(wall))
    }
  }
  expect(again).toBe(twice)
})
