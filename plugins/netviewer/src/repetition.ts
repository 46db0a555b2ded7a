/** What forms ask of a repetition, and the RRULE that comes of it (RFC 5545, 3.3.10). @module */
import { type Fields, PluginError, type Values } from '@joinery/sdk'
import ICAL from 'ical.js'
import { MOST_OCCURRENCES, occurrencesFrom, placeInMonth, WEEKDAYS, weekdayOf } from './occurrences.ts'
import { wallClockAt } from './zone.ts'

const weekday = (label: { readonly en: string; readonly de: string }) =>
  ({ type: 'boolean', label, when: { repeats: true, frequency: 'weekly' } }) as const

/** How a session repeats. */
export const repetitionFields = {
  repeats: { type: 'boolean', label: { en: 'It repeats', de: 'Sie wiederholt sich' } },
  frequency: {
    type: 'choice',
    label: { en: 'How often', de: 'Wie oft' },
    options: {
      daily: { en: 'daily', de: 'täglich' },
      weekly: { en: 'weekly', de: 'wöchentlich' },
      monthlyByDate: { en: 'monthly, on the same date', de: 'monatlich am selben Datum' },
      monthlyByWeekday: { en: 'monthly, on the same weekday', de: 'monatlich am selben Wochentag' },
    },
    default: 'weekly',
    when: { repeats: true },
  },
  interval: {
    type: 'number',
    label: { en: 'Every … days, weeks or months', de: 'Alle … Tage, Wochen oder Monate' },
    min: 1,
    max: 99,
    integer: true,
    default: 1,
    when: { repeats: true },
  },
  monday: weekday({ en: 'Monday', de: 'Montag' }),
  tuesday: weekday({ en: 'Tuesday', de: 'Dienstag' }),
  wednesday: weekday({ en: 'Wednesday', de: 'Mittwoch' }),
  thursday: weekday({ en: 'Thursday', de: 'Donnerstag' }),
  friday: weekday({ en: 'Friday', de: 'Freitag' }),
  saturday: weekday({ en: 'Saturday', de: 'Samstag' }),
  sunday: weekday({ en: 'Sunday', de: 'Sonntag' }),
  ends: {
    type: 'choice',
    label: { en: 'It ends', de: 'Sie endet' },
    options: {
      count: { en: 'after so many times', de: 'nach so vielen Malen' },
      until: { en: 'on a date', de: 'an einem Datum' },
    },
    default: 'count',
    when: { repeats: true },
  },
  count: {
    type: 'number',
    label: { en: 'How many times', de: 'Wie viele Male' },
    min: 1,
    max: MOST_OCCURRENCES,
    integer: true,
    default: 10,
    when: { repeats: true, ends: 'count' },
  },
  until: {
    type: 'datetime',
    label: { en: 'Last possible start', de: 'Letzter möglicher Beginn' },
    when: { repeats: true, ends: 'until' },
  },
} as const satisfies Fields

/** What was said of a repetition. */
export type Repetition = Values<typeof repetitionFields>

/** The weekdays' fields, from Sunday on as RRULEs and calendars count. */
const DAY_FIELDS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

/**
 * The RRULE for what was said, or `undefined` where it does not repeat.
 *
 * @throws PluginError `missing` or `invalid` with the field at fault.
 */
export function ruleFrom(repetition: Repetition, start: number, timeZone: string): string | undefined {
  if (repetition.repeats !== true) return undefined
  const { frequency = 'weekly', interval = 1 } = repetition
  const wall = wallClockAt(start, timeZone)
  const rule = new ICAL.Recur({
    freq: frequency === 'daily' ? 'DAILY' : frequency === 'weekly' ? 'WEEKLY' : 'MONTHLY',
    ...(interval === 1 ? {} : { interval }),
    ...endOf(repetition, start),
  })
  if (frequency === 'weekly') rule.setComponent('BYDAY', daysOf(repetition, weekdayOf(wall)))
  if (frequency === 'monthlyByDate') rule.setComponent('BYMONTHDAY', [wall.day])
  if (frequency === 'monthlyByWeekday') rule.setComponent('BYDAY', [`${placeInMonth(wall)}${weekdayOf(wall)}`])
  const recurrence = rule.toString()
  const isLong = occurrencesFrom({ start, recurrence, timeZone }, 0, MOST_OCCURRENCES + 1).length > MOST_OCCURRENCES
  if (isLong) throw tooOften()
  return recurrence
}

function endOf({ ends = 'count', count = 10, until }: Repetition, start: number) {
  if (ends === 'count') return { count }
  if (until === undefined) throw unended()
  if (until < start) throw endsEarly()
  return { until: ICAL.Time.fromJSDate(new Date(until), true) }
}

/** The ticked days; none means that of the start. */
function daysOf(repetition: Repetition, startDay: (typeof WEEKDAYS)[number]): string[] {
  const ticked = WEEKDAYS.filter((_day, index) => repetition[DAY_FIELDS[index] ?? 'sunday'] === true)
  if (ticked.length === 0) return [startDay]
  // What a start beside the rule would mean is not defined (RFC 5545, 3.8.5.3).
  if (!ticked.includes(startDay)) throw startsOnAnother(DAY_FIELDS[WEEKDAYS.indexOf(startDay)] ?? 'sunday')
  return ticked
}

function startsOnAnother(field: (typeof DAY_FIELDS)[number]): PluginError {
  const { en, de } = repetitionFields[field].label
  const text = {
    en: `The session begins on a ${en}: tick that day too, or choose another start.`,
    de: `Die Sitzung beginnt an einem ${de}: Bitte auch diesen Tag ankreuzen oder einen anderen Beginn wählen.`,
  }
  return new PluginError('invalid', text, { field })
}

function unended(): PluginError {
  const text = {
    en: 'A repetition needs an end: say how many times, or until when.',
    de: 'Eine Wiederholung braucht ein Ende: Bitte angeben, wie viele Male oder bis wann.',
  }
  return new PluginError('missing', text, { field: 'until' })
}

function endsEarly(): PluginError {
  const text = {
    en: 'The repetition ends before the session begins for the first time.',
    de: 'Die Wiederholung endet, bevor die Sitzung zum ersten Mal beginnt.',
  }
  return new PluginError('invalid', text, { field: 'until' })
}

function tooOften(): PluginError {
  const text = {
    en: `The session would take place more than ${MOST_OCCURRENCES} times; let it end earlier.`,
    de: `Die Sitzung fände mehr als ${MOST_OCCURRENCES} Mal statt; bitte früher enden lassen.`,
  }
  return new PluginError('invalid', text, { field: 'until' })
}
