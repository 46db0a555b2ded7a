/** Reads calendar files in tests, with parsers that had no part in making them. @module */
import ICAL from 'ical.js'
import { expandRecurringEvent, sync, type VEvent } from 'node-ical'

/** The one event of a file. */
export function eventIn(file: string): VEvent {
  const events = Object.values(sync.parseICS(file)).filter((part) => part?.type === 'VEVENT')
  const [event] = events
  if (event === undefined || events.length !== 1) throw new Error(`There are ${events.length} events`)
  return event as VEvent
}

/** When it takes place, by what `node-ical` knows of the zone that the file names. */
export function occurrencesByName(file: string, until: number): readonly string[] {
  const event = eventIn(file)
  const found = expandRecurringEvent(event, { from: new Date(0), to: new Date(until) })
  return found.map(({ start }) => new Date(start).toISOString())
}

/** When it takes place, by the zone's rules as they stand in the file and nothing else. */
export function occurrencesByRules(file: string, count: number): readonly string[] {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') ?? undefined)
  const event = calendar.getFirstSubcomponent('vevent')
  const recur = event?.getFirstPropertyValue('rrule')
  const start = event?.getFirstPropertyValue('dtstart')
  if (!(recur instanceof ICAL.Recur) || !(start instanceof ICAL.Time)) throw new Error('It does not repeat')
  start.zone = zone
  const iterator = recur.iterator(start)
  return Array.from({ length: count }, () => {
    const next: ICAL.Time | null = iterator.next()
    return next === null ? undefined : new Date(next.toUnixTime() * 1000).toISOString()
  }).filter((time) => time !== undefined)
}

/** A file's lines with folded ones joined, and its octets checked on the way. */
export function linesOf(file: string): readonly string[] {
  if (!file.endsWith('\r\n')) throw new Error('The last line has no end')
  const written = file.slice(0, -2).split('\r\n')
  for (const line of written) {
    if (/[\r\n]/.test(line)) throw new Error(`A line end stands alone: ${JSON.stringify(line)}`)
    if (Buffer.byteLength(line) > 75) throw new Error(`${Buffer.byteLength(line)} octets: ${line}`)
  }
  return file.slice(0, -2).replaceAll('\r\n ', '').split('\r\n')
}

/** A text of the event, unescaped after RFC 5545, 3.3.11: from left to right, each character once. */
export function textIn(file: string, name: string): string {
  const lines = linesOf(file).filter((line) => line.startsWith(`${name}:`))
  const [line] = lines
  if (line === undefined || lines.length !== 1) throw new Error(`There are ${lines.length} of ${name}`)
  return line.slice(name.length + 1).replace(/\\(.)/g, (_, escaped) => (/n/i.test(escaped) ? '\n' : escaped))
}
