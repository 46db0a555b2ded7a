import { describe, expect, test } from 'vitest'
import { momentOf, readMoment, type Zone } from './moments.ts'
import { occurrencesOf } from './occurrences.ts'
import { readRule } from './recurrence.ts'

function expand(text: string, start: string, zone: Zone): readonly string[] {
  const reading = readRule(text)
  if ('complaint' in reading) throw new Error(reading.complaint)
  return occurrencesOf(reading.rule, Date.parse(start), zone).map((moment) => new Date(moment).toISOString())
}

const NEW_YORK = 'America/New_York'
const days = (moments: readonly string[]) => moments.map((moment) => moment.slice(5, 10)).join(' ')

// RFC 5545, 3.8.5.3: the examples with the frequencies of the profile; 9:00 in New York, as local dates.
test.each([
  ['FREQ=DAILY;COUNT=10', '1997-09-02', '09-02 09-03 09-04 09-05 09-06 09-07 09-08 09-09 09-10 09-11'],
  ['FREQ=DAILY;INTERVAL=10;COUNT=5', '1997-09-02', '09-02 09-12 09-22 10-02 10-12'],
  ['FREQ=WEEKLY;COUNT=10', '1997-09-02', '09-02 09-09 09-16 09-23 09-30 10-07 10-14 10-21 10-28 11-04'],
  [
    'FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH',
    '1997-09-02',
    '09-02 09-04 09-09 09-11 09-16 09-18 09-23 09-25 09-30 10-02',
  ],
  [
    'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH',
    '1997-09-02',
    '09-02 09-04 09-09 09-11 09-16 09-18 09-23 09-25 09-30 10-02',
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH',
    '1997-09-02',
    '09-02 09-04 09-16 09-18 09-30 10-02 10-14 10-16',
  ],
  ['FREQ=MONTHLY;COUNT=10;BYDAY=1FR', '1997-09-05', '09-05 10-03 11-07 12-05 01-02 02-06 03-06 04-03 05-01 06-05'],
  [
    'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
    '1997-09-07',
    '09-07 09-28 11-02 11-30 01-04 01-25 03-01 03-29 05-03 05-31',
  ],
  ['FREQ=MONTHLY;COUNT=6;BYDAY=-2MO', '1997-09-22', '09-22 10-20 11-17 12-22 01-19 02-16'],
  ['FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=6', '1997-09-28', '09-28 10-29 11-28 12-29 01-29 02-26'],
  [
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15',
    '1997-09-02',
    '09-02 09-15 10-02 10-15 11-02 11-15 12-02 12-15 01-02 01-15',
  ],
  [
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
    '1997-09-30',
    '09-30 10-01 10-31 11-01 11-30 12-01 12-31 01-01 01-31 02-01',
  ],
  [
    'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
    '1997-09-10',
    '09-10 09-11 09-12 09-13 09-14 09-15 03-10 03-11 03-12 03-13',
  ],
  ['FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', '1997-09-04', '09-04 10-07 11-06'],
  ['FREQ=MONTHLY;COUNT=7;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2', '1997-09-29', '09-29 10-30 11-27 12-30 01-29 02-26 03-30'],
  ['FREQ=MONTHLY;COUNT=4;BYDAY=FR;BYMONTHDAY=13', '1998-02-13', '02-13 03-13 11-13 08-13'],
  ['FREQ=MONTHLY;COUNT=3;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13', '1997-09-13', '09-13 10-11 11-08'],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', '1997-08-05', '08-05 08-10 08-19 08-24'],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', '1997-08-05', '08-05 08-17 08-19 08-31'],
  // An invalid date is left out, not moved.
  ['FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5', '2007-01-15', '01-15 01-30 02-15 03-15 03-30'],
])('%s from %s', (rule, date, expected) => {
  expect(days(expand(rule, `${date}T09:00:00-04:00`, -240))).toBe(expected)
})

test('a rule that matches no day has no occurrence, and the search for one ends', () => {
  expect(expand('FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=30;COUNT=2', '2026-02-10T09:00:00Z', 0)).toEqual([])
})

test('UNTIL includes its own moment', () => {
  expect(days(expand('FREQ=DAILY;UNTIL=20260303T090000Z', '2026-03-01T09:00:00Z', 0))).toBe('03-01 03-02 03-03')
  expect(days(expand('FREQ=DAILY;UNTIL=20260303T085959Z', '2026-03-01T09:00:00Z', 0))).toBe('03-01 03-02')
})

describe('across a change of the clock, the time of day stays', () => {
  test.each<[Zone, string, readonly string[]]>([
    ['Europe/Berlin', '2026-03-28T09:00:00+01:00', ['03-28T08:00', '03-29T07:00', '03-30T07:00']],
    ['Europe/Berlin', '2026-10-24T09:00:00+02:00', ['10-24T07:00', '10-25T08:00', '10-26T08:00']],
    [NEW_YORK, '2026-03-07T09:00:00-05:00', ['03-07T14:00', '03-08T13:00', '03-09T13:00']],
    [NEW_YORK, '2026-10-31T09:00:00-04:00', ['10-31T13:00', '11-01T14:00', '11-02T14:00']],
    ['Australia/Sydney', '2026-10-03T09:00:00+10:00', ['10-02T23:00', '10-03T22:00', '10-04T22:00']],
    ['Australia/Sydney', '2026-04-04T09:00:00+11:00', ['04-03T22:00', '04-04T23:00', '04-05T23:00']],
    // With an offset alone there is no zone to follow.
    [60, '2026-03-28T09:00:00+01:00', ['03-28T08:00', '03-29T08:00', '03-30T08:00']],
  ])('in %s from %s', (zone, start, expected) => {
    expect(expand('FREQ=DAILY;COUNT=3', start, zone).map((moment) => moment.slice(5, 16))).toEqual(expected)
  })

  // RFC 5545, 3.3.5: a skipped time is read with the offset before, a doubled one is the first.
  test.each([
    ['2026-03-29T02:30:00Z', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T02:30:00Z', '2026-10-25T00:30:00.000Z'],
    ['2026-03-29T03:00:00Z', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29T01:59:00Z', '2026-03-29T00:59:00.000Z'],
    ['2026-10-25T03:00:00Z', '2026-10-25T02:00:00.000Z'],
  ])('the wall clock of Berlin shows %s at %s', (wallClock, moment) => {
    expect(new Date(momentOf('Europe/Berlin', Date.parse(wallClock))).toISOString()).toBe(moment)
  })
})

test.each([
  ['2026-11-23T10:00:00Z', 0],
  ['2026-11-23T10:00:00.5Z', 0],
  ['2026-11-23T10:00:00+01:00', 60],
  ['2028-02-29T23:59:59-09:30', -570],
])('%s is a moment', (text, offsetMinutes) => {
  expect(readMoment(text)).toEqual({ milliseconds: Date.parse(text), offsetMinutes })
})

test.each([
  '2026-11-23',
  '2026-11-23T10:00:00',
  '2026-11-23T10:00Z',
  '2026-11-23 10:00:00Z',
  '2026-11-23t10:00:00z',
  '2026-11-23T10:00:00+0100',
  '2026-11-23T10:00:00+1:00',
  '2026-11-23T10:00:00+15:00',
  '2026-11-23T10:00:00+01:60',
  '2026-11-23T24:00:00Z',
  '2026-11-23T10:60:00Z',
  '2026-11-31T10:00:00Z',
  '2026-02-29T10:00:00+01:00',
  '20261123T100000Z',
  '2026-11-23T10:00:00Z ',
])('%s is no moment', (text) => {
  expect(readMoment(text)).toBeUndefined()
})
