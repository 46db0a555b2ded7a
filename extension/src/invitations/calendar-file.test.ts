import fc from 'fast-check'
import { tzlib_get_ical_block } from 'timezones-ical-library'
import { describe, expect, test, vi } from 'vitest'
import type { Invitation } from '../desk/invitation-views.ts'
import { calendarFile } from './calendar-file.ts'
import { oneLine } from './clean-text.ts'
import { anyText, guestNamed, invitationWith, meetingWith } from './invitation-fixture.ts'
import { eventIn, linesOf, occurrencesByName, occurrencesByRules, textIn } from './read-calendar-fixture.ts'
import { speak } from './texts-fixture.ts'

vi.mock('#i18n', () => import('./texts-fixture.ts'))

const NOW = Date.UTC(2026, 9, 1, 12)
const ada = guestNamed('Ada Example')

function fileFor(changes: Partial<Invitation> = {}, guest = ada): string {
  const { when, ...meeting } = meetingWith(changes)
  if (when === undefined) throw new Error(`It has no time: ${meeting.fault}`)
  return calendarFile({ ...meeting, when }, guest, speak('en'), NOW)
}

test('a single meeting is an instant, with title, text, place and the guest’s link', () => {
  const event = eventIn(fileFor())
  expect(event).toMatchObject({
    uid: 'meeting-1@example.com',
    sequence: 0,
    method: 'PUBLISH',
    status: 'CONFIRMED',
    summary: 'Weekly review',
    location: ada.link,
    url: ada.link,
    organizer: { params: { CN: 'Joe Smith' }, val: 'mailto:joe@smith.com' },
  })
  expect(event.start.toISOString()).toBe('2026-10-20T07:00:00.000Z')
  expect(event.end?.toISOString()).toBe('2026-10-20T08:00:00.000Z')
  expect(event.dtstamp.toISOString()).toBe('2026-10-01T12:00:00.000Z')
  expect(event.description).toContain(ada.link)
  expect(event.attendee).toBeUndefined()
  const lines = linesOf(fileFor())
  expect(lines).toEqual(expect.arrayContaining(['DTSTART:20261020T070000Z', `URL:${ada.link}`]))
  expect(lines).not.toContain('BEGIN:VTIMEZONE')
})

test('a change keeps the UID and raises the SEQUENCE; a cancellation says so to the guest, without a link', () => {
  expect(eventIn(fileFor({ sequence: 1 }))).toMatchObject({ uid: 'meeting-1@example.com', sequence: 1 })
  const file = fileFor({ sequence: 2, isCancelled: true })
  expect(eventIn(file)).toMatchObject({
    uid: 'meeting-1@example.com',
    sequence: 2,
    method: 'CANCEL',
    status: 'CANCELLED',
    attendee: { params: { CN: 'Ada Example' }, val: 'mailto:ada@example.com' },
  })
  expect(file).not.toContain('token')
})

test('without a length there is no end; without the user’s address no organiser', () => {
  const { minutes: _, organizer: __, ...rest } = invitationWith()
  const { when, ...meeting } = meetingWith()
  expect(rest.start).toBe(when?.start)
  const lines = linesOf(
    calendarFile(
      { ...meeting, organizer: undefined, when: { start: when?.start ?? 0, timeZone: 'UTC' } },
      ada,
      'en',
      NOW,
    ),
  )
  expect(lines.filter((line) => /^(DTEND|DURATION|ORGANIZER)/.test(line))).toEqual([])
})

// By hand, from the days of change: Berlin 25 Oct 2026 and 28 Mar 2027, New York 1 Nov 2026 and 14 Mar 2027, Sydney
// 4 Oct 2026 and 4 Apr 2027.
describe('what repeats follows the clock of its zone', () => {
  test.each([
    [
      'Europe/Berlin',
      'every Tuesday at 9:00, into winter',
      '2026-10-20T07:00:00Z',
      'FREQ=WEEKLY;COUNT=3',
      ['2026-10-20T07:00', '2026-10-27T08:00', '2026-11-03T08:00'],
    ],
    [
      'Europe/Berlin',
      'every day at 9:00, into summer',
      '2027-03-27T08:00:00Z',
      'FREQ=DAILY;COUNT=3',
      ['2027-03-27T08:00', '2027-03-28T07:00', '2027-03-29T07:00'],
    ],
    [
      'Europe/Berlin',
      'every day at 20:00 until a date, its evening included',
      '2026-10-24T18:00:00Z',
      'FREQ=DAILY;UNTIL=20261026',
      ['2026-10-24T18:00', '2026-10-25T19:00', '2026-10-26T19:00'],
    ],
    [
      'Europe/Berlin',
      'at 0:30, when the day in UTC is another',
      '2026-10-18T22:30:00Z',
      'FREQ=WEEKLY;BYDAY=MO;COUNT=2',
      ['2026-10-18T22:30', '2026-10-25T23:30'],
    ],
    [
      'America/New_York',
      'every Wednesday at 10:00, into winter',
      '2026-10-28T14:00:00Z',
      'FREQ=WEEKLY;BYDAY=WE;COUNT=2',
      ['2026-10-28T14:00', '2026-11-04T15:00'],
    ],
    [
      'America/New_York',
      'the second Monday at 9:00, into summer',
      '2027-03-08T14:00:00Z',
      'FREQ=MONTHLY;BYDAY=2MO;COUNT=2',
      ['2027-03-08T14:00', '2027-04-12T13:00'],
    ],
    [
      'Australia/Sydney',
      'every Thursday at 16:30, into summer',
      '2026-10-01T06:30:00Z',
      'FREQ=WEEKLY;COUNT=2',
      ['2026-10-01T06:30', '2026-10-08T05:30'],
    ],
    [
      'Australia/Sydney',
      'on the 31st at 16:30, where there is one, into winter',
      '2027-03-31T05:30:00Z',
      'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2',
      ['2027-03-31T05:30', '2027-05-31T06:30'],
    ],
    [
      'UTC',
      'where nothing changes',
      '2026-10-20T07:00:00Z',
      'FREQ=WEEKLY;INTERVAL=2;COUNT=2',
      ['2026-10-20T07:00', '2026-11-03T07:00'],
    ],
  ])('%s: %s', (timeZone, _name, start, recurrence, expected) => {
    const file = fileFor({ timeZone, start: Date.parse(start), recurrence })
    const times = expected.map((time) => `${time}:00.000Z`)
    expect(occurrencesByRules(file, times.length + 1)).toEqual(times)
    expect(occurrencesByName(file, Date.UTC(2028, 0))).toEqual(times)
    linesOf(file)
  })

  test('also where the zone is written in another case', () => {
    const file = fileFor({ timeZone: 'europe/berlin', recurrence: 'FREQ=DAILY;COUNT=1' })
    expect(linesOf(file)).toEqual(
      expect.arrayContaining(['TZID:Europe/Berlin', 'DTSTART;TZID=Europe/Berlin:20261020T090000']),
    )
  })

  test('and is refused where calendars know no such zone', () => {
    expect(() => fileFor({ timeZone: '+01:00', recurrence: 'FREQ=DAILY;COUNT=1' })).toThrow(/time zone/)
  })

  test('every zone that the platform knows has its rules in the file', () => {
    const unknown = Intl.supportedValuesOf('timeZone').filter(
      (zone) => !String([tzlib_get_ical_block(zone)].flat()[0]).startsWith('BEGIN:VTIMEZONE'),
    )
    expect(unknown).toEqual([])
    const file = fileFor({ timeZone: 'Asia/Calcutta', recurrence: 'FREQ=DAILY;COUNT=1' })
    expect(linesOf(file)).toEqual(
      expect.arrayContaining(['TZID:Asia/Kolkata', 'DTSTART;TZID=Asia/Kolkata:20261020T123000']),
    )
  })
})

test('no title and no name is more than that: they come back as they were, and nothing comes along', () => {
  const plain = linesOf(fileFor({ isCancelled: true, sequence: 1 })).map(nameOfLine)
  fc.assert(
    fc.property(anyText, anyText, anyText, (title, name, organizer) => {
      const file = fileFor(
        { title, isCancelled: true, sequence: 1, organizer: { name: organizer, email: 'joe@smith.com' } },
        guestNamed(name),
      )
      const lines = linesOf(file)
      expect(lines.map(nameOfLine)).toEqual(plain)
      expect(textIn(file, 'SUMMARY')).toBe(oneLine(title))
      expect(eventIn(file).uid).toBe('meeting-1@example.com')
    }),
    { numRuns: 300 },
  )
})

test('links and UIDs with line ends stay in their line', () => {
  const link = 'https://meet.example/?token=a\r\nATTENDEE:mailto:eve@example.com'
  const file = fileFor({ uid: 'a\r\nX-EVIL:1' }, { ...ada, link })
  expect(linesOf(file).filter((line) => /^(X-EVIL|ATTENDEE)/.test(line))).toEqual([])
  expect(eventIn(file).uid).toBe('a X-EVIL:1')
})

function nameOfLine(line: string): string {
  return /^[A-Z-]+/.exec(line)?.[0] ?? line
}
