import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRecurrence } from './recurrence.ts'

const rule = (text: string, zone = 'Europe/Berlin') => readRecurrence(text, zone)?.rule

test.each([
  ['FREQ=DAILY', 'FREQ=DAILY'],
  ['RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=5', 'FREQ=WEEKLY;COUNT=5;BYDAY=MO,WE'],
  ['freq=monthly;byday=2tu;interval=3', 'FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
])('%s is understood', (text, expected) => {
  expect(rule(text)).toBe(expected)
})

// RFC 5545, 3.3.10: with a time zone at the start, UNTIL is in UTC.
test.each([
  ['20261231T225959Z', 'Europe/Berlin', '20261231T225959Z'],
  ['20261231', 'Europe/Berlin', '20261231T225959Z'],
  ['20261231', 'Australia/Sydney', '20261231T125959Z'],
  ['20260701T120000', 'America/New_York', '20260701T160000Z'],
])('UNTIL=%s in %s is %s', (until, zone, expected) => {
  expect(rule(`FREQ=DAILY;UNTIL=${until}`, zone)).toBe(`FREQ=DAILY;UNTIL=${expected}`)
})

describe('what is no rule for a meeting is refused', () => {
  test.each([
    '',
    'FREQ=HOURLY',
    'FREQ=SOMETIMES',
    'COUNT=5',
    'FREQ=DAILY;COUNT=0',
    'FREQ=DAILY;COUNT=-1',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;COUNT=2;UNTIL=20261231',
    'FREQ=DAILY;UNTIL=20261331',
    'FREQ=DAILY;UNTIL=20260230',
    'FREQ=DAILY;UNTIL=tomorrow',
    'FREQ=DAILY;FREQ=WEEKLY',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;BYHOUR=9',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=DAILY;X-OTHER=1',
    'FREQ=DAILY\r\nATTENDEE:mailto:eve@example.com',
    'FREQ=DAILY;COUNT=5:BEGIN',
  ])('%j', (text) => {
    expect(readRecurrence(text, 'Europe/Berlin')).toBeUndefined()
  })
})

test('no text makes a rule of more than one line, and none breaks the reader', () => {
  const part = fc.tuple(
    fc.constantFrom('FREQ', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYSETPOS', 'INTERVAL', 'WKST'),
    fc.oneof(fc.constantFrom('DAILY', 'WEEKLY', 'MO', '-1FR', '20261231', '5'), fc.string()),
  )
  const texts = fc.array(part, { maxLength: 5 }).map((parts) => parts.map((pair) => pair.join('=')).join(';'))
  fc.assert(
    fc.property(fc.oneof(texts, fc.string()), (text) => {
      expect(rule(text) ?? '').toMatch(/^[A-Z0-9=;,+-]*$/)
    }),
    { numRuns: 2000 },
  )
})
