/** Says when a meeting is. @module */
import type { When } from './meeting.ts'
import { recurrenceWords } from './recurrence-words.ts'

/** A meeting's time in words. */
export interface WhenWords {
  /** Date and time, such as “Tuesday, 20 October 2026 at 09:00 – 10:00”. */
  readonly time: string
  /** Whose clock that is, such as “Central European Summer Time (Europe/Berlin)”. */
  readonly zone: string
  /** How it repeats, a sentence. */
  readonly recurrence?: string
}

/** The words in a language, by the clock of the meeting's own zone. */
export function whenWords(when: When, language: string): WhenWords {
  const { start, end, timeZone, recurrence } = when
  const clock = new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'full', timeStyle: 'short' })
  return {
    time: end === undefined ? clock.format(start) : clock.formatRange(start, end),
    zone: zoneWords(when, language),
    ...(recurrence === undefined ? {} : { recurrence: recurrenceWords(recurrence, when, language) }),
  }
}

/** The same, line by line; none where no time is known. */
export function whenLines(when: When | undefined, language: string): readonly string[] {
  if (when === undefined) return []
  const { time, zone, recurrence = [] } = whenWords(when, language)
  return [time, zone, recurrence].flat()
}

// What repeats is in summer time at one time and not at another: its zone is called by the name that is always right.
function zoneWords({ start, timeZone, recurrence }: When, language: string): string {
  const timeZoneName = recurrence === undefined ? 'long' : 'longGeneric'
  const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName }).formatToParts(start)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  return name === timeZone ? name : `${name} (${timeZone})`
}
