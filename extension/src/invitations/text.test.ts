import { describe, expect, test, vi } from 'vitest'
import type { Invitation } from '../desk/invitation-views.ts'
import { guestNamed, invitationWith, meetingWith } from './invitation-fixture.ts'
import { meetingOf } from './meeting.ts'
import { invitationText } from './text.ts'
import { type Language, speak } from './texts-fixture.ts'
import { whenWords } from './when-words.ts'

vi.mock('#i18n', () => import('./texts-fixture.ts'))

const ada = guestNamed('Ada Example')

// Intl puts thin and unbreakable spaces where typographers want them.
const plain = (text: string) => text.replace(/[\u2009\u202f\u00a0]/g, ' ')
const textFor = (changes: Partial<Invitation>, language: Language, guest = ada) =>
  plain(invitationText(meetingWith(changes), guest, speak(language)))

test('in English', () => {
  expect(textFor({}, 'en')).toMatchInlineSnapshot(`
    "Hello Ada Example,

    You are invited to “Weekly review”.

    Tuesday, October 20, 2026, 9:00 – 10:00 AM
    Central European Summer Time (Europe/Berlin)

    Join with this link:
    https://meet.example/?token=ForAda&lang=en

    The link is yours alone. Please do not pass it on."
  `)
})

test('in German, what repeats', () => {
  expect(textFor({ recurrence: 'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=6' }, 'de')).toMatchInlineSnapshot(`
    "Guten Tag Ada Example,

    Sie sind zu „Weekly review“ eingeladen.

    Dienstag, 20. Oktober 2026, 09:00–10:00 Uhr
    Mitteleuropäische Zeit (Europe/Berlin)
    Wiederholt sich jede Woche am Dienstag und Donnerstag, insgesamt 6-mal.

    Mit diesem Link nehmen Sie teil:
    https://meet.example/?token=ForAda&lang=en

    Der Link ist nur für Sie. Bitte geben Sie ihn nicht weiter."
  `)
})

test('a link for all greets nobody by name, and is not called one’s own', () => {
  const everybody = { name: '', link: 'https://meet.example/?room=lobby', isForAll: true }
  const { start: _, ...invitation } = invitationWith()
  const meeting = meetingOf(invitation, 'Europe/Berlin')
  expect(invitationText(meeting, everybody, speak('en'))).toMatchInlineSnapshot(`
    "Hello,

    You are invited to “Weekly review”.

    Join with this link:
    https://meet.example/?room=lobby"
  `)
})

test.each([
  ['en', { sequence: 1 }, '“Weekly review” has changed.'],
  ['de', { sequence: 1 }, '„Weekly review“ hat sich geändert.'],
  ['en', { sequence: 1, isCancelled: true }, '“Weekly review” does not take place.'],
  ['de', { sequence: 1, isCancelled: true }, '„Weekly review“ findet nicht statt.'],
] as const)('in %s, news %j', (language, changes, words) => {
  expect(textFor(changes, language)).toContain(words)
})

test('what is cancelled has no link', () => {
  expect(textFor({ isCancelled: true }, 'en')).not.toContain('https:')
})

describe('what was not understood is not told', () => {
  test.each([
    ['start', { start: 1e300 }],
    ['start', { start: -1 }],
    ['minutes', { minutes: 0 }],
    ['minutes', { minutes: -60 }],
    ['timeZone', { timeZone: 'Europe/Atlantis' }],
    ['recurrence', { recurrence: 'FREQ=SOMETIMES' }],
  ])('%s: %j', (fault, changes) => {
    const meeting = meetingWith(changes)
    expect(meeting.fault).toBe(fault)
    expect(invitationText(meeting, ada, 'en')).not.toMatch(/2026|9:00/)
  })
})

test('without a zone of its own a meeting is at the user’s time', () => {
  const { timeZone: _, ...invitation } = invitationWith()
  expect(meetingOf(invitation, 'America/New_York').when?.timeZone).toBe('America/New_York')
})

describe('how it repeats, in words', () => {
  const words = (recurrence: string, language: Language) => {
    const { when } = meetingWith({ recurrence })
    return when === undefined ? undefined : whenWords(when, speak(language)).recurrence
  }
  test.each([
    ['FREQ=DAILY', 'Repeats every day.', 'Wiederholt sich jeden Tag.'],
    [
      'FREQ=DAILY;INTERVAL=2;COUNT=5',
      'Repeats every 2 days, 5 times in all.',
      'Wiederholt sich alle 2 Tage, insgesamt 5-mal.',
    ],
    ['FREQ=WEEKLY;COUNT=1', 'Takes place once only.', 'Findet nur einmal statt.'],
    ['FREQ=WEEKLY', 'Repeats every week on Tuesday.', 'Wiederholt sich jede Woche am Dienstag.'],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,MO',
      'Repeats every 2 weeks on Monday and Friday.',
      'Wiederholt sich alle 2 Wochen am Montag und Freitag.',
    ],
    [
      'FREQ=WEEKLY;UNTIL=20261231T235959Z',
      'Repeats every week on Tuesday until January 1, 2027.',
      'Wiederholt sich jede Woche am Dienstag bis zum 1. Januar 2027.',
    ],
    ['FREQ=MONTHLY', 'Repeats every month on day 20.', 'Wiederholt sich jeden Monat am 20. Tag.'],
    [
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      'Repeats every month on its last day.',
      'Wiederholt sich jeden Monat am letzten Tag.',
    ],
    [
      'FREQ=MONTHLY;BYDAY=3TU',
      'Repeats every month on the third Tuesday.',
      'Wiederholt sich jeden Monat am dritten Dienstag.',
    ],
    [
      'FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1;INTERVAL=3',
      'Repeats every 3 months on the last Friday.',
      'Wiederholt sich alle 3 Monate am letzten Freitag.',
    ],
    ['FREQ=YEARLY', 'Repeats every year on October 20.', 'Wiederholt sich jedes Jahr am 20. Oktober.'],
    [
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
      'Repeats every year on February 29.',
      'Wiederholt sich jedes Jahr am 29. Februar.',
    ],
  ])('%s', (recurrence, english, german) => {
    expect(words(recurrence, 'en')).toBe(english)
    expect(words(recurrence, 'de')).toBe(german)
  })

  test.each([
    'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1',
    'FREQ=MONTHLY;BYDAY=MO',
    'FREQ=MONTHLY;BYMONTHDAY=1,15',
    'FREQ=YEARLY;BYWEEKNO=20',
    'FREQ=DAILY;BYMONTH=1',
    'FREQ=YEARLY;BYDAY=1MO;BYMONTH=3',
  ])('%s is left to the calendar', (recurrence) => {
    expect(words(recurrence, 'en')).toBe('Repeats by a rule of its own; the calendar file has all dates.')
  })
})

test('what repeats names its zone by the name that is right in summer and winter', () => {
  const zone = (changes: Partial<Invitation>) => {
    const { when } = meetingWith(changes)
    return when === undefined ? undefined : whenWords(when, 'en').zone
  }
  expect(zone({})).toBe('Central European Summer Time (Europe/Berlin)')
  expect(zone({ recurrence: 'FREQ=DAILY' })).toBe('Central European Time (Europe/Berlin)')
})
