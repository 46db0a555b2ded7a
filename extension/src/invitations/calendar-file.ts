/** The calendar file (`.ics`, RFC 5545) of an invitation. @module */
import ICAL from 'ical.js'
import { tzlib_get_ical_block } from 'timezones-ical-library'
import type { InvitedGuest } from '../desk/invitation-views.ts'
import { oneLine } from './clean-text.ts'
import { linkFor } from './link.ts'
import { encodedAddress } from './mail-address.ts'
import type { Meeting, When } from './meeting.ts'
import { invitationText } from './text.ts'
import { wallTimeAt, zoneName } from './wall-clock.ts'

/** A meeting that calendars can show. */
export type DatedMeeting = Meeting & { readonly when: When }

// Lines have 75 octets; the library does not count the space that a folded one begins with.
ICAL.foldLength = 74

const MAKER = '-//Joinery//Joinery//EN'

/**
 * The file for one guest; it holds that guest's link and no other. What repeats follows the clock of its zone, whose
 * rules the file brings along.
 *
 * @throws RangeError for a repetition in a zone that calendars do not know.
 * @param now when the file is made, in milliseconds since 1970.
 */
export function calendarFile(meeting: DatedMeeting, guest: InvitedGuest, language: string, now: number): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', MAKER)
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  calendar.addPropertyWithValue('method', meeting.isCancelled ? 'CANCEL' : 'PUBLISH')
  const zone = meeting.when.recurrence === undefined ? undefined : zoneOf(meeting.when.timeZone)
  if (zone !== undefined) calendar.addSubcomponent(zone)
  calendar.addSubcomponent(eventOf(meeting, guest, language, now, zone))
  return `${calendar}\r\n`
}

function eventOf(
  meeting: DatedMeeting,
  guest: InvitedGuest,
  language: string,
  now: number,
  zone: ICAL.Component | undefined,
): ICAL.Component {
  const { uid, sequence, title, when, isCancelled } = meeting
  const event = new ICAL.Component('vevent')
  event.addPropertyWithValue('uid', oneLine(uid))
  event.addPropertyWithValue('sequence', sequence)
  event.addPropertyWithValue('dtstamp', inUtc(now))
  addTime(event, 'dtstart', when.start, when, zone)
  if (when.end !== undefined) addTime(event, 'dtend', when.end, when, zone)
  if (when.recurrence !== undefined) {
    event.addPropertyWithValue('rrule', ICAL.Recur.fromString(when.recurrence.rule))
  }
  event.addPropertyWithValue('summary', title)
  event.addPropertyWithValue('description', invitationText(meeting, guest, language))
  event.addPropertyWithValue('status', isCancelled ? 'CANCELLED' : 'CONFIRMED')
  if (!isCancelled) {
    event.addPropertyWithValue('location', linkFor(guest.link))
    event.addPropertyWithValue('url', linkFor(guest.link))
  }
  addPerson(event, 'organizer', meeting.organizer)
  // Who is to take it off the calendar; a published meeting names nobody (RFC 5546, 3.2.1 and 3.2.5).
  if (isCancelled) addPerson(event, 'attendee', guest)
  return event
}

// A single meeting is an instant and needs no zone.
function addTime(
  event: ICAL.Component,
  name: string,
  milliseconds: number,
  { timeZone }: When,
  zone: ICAL.Component | undefined,
): void {
  if (zone === undefined) return void event.addPropertyWithValue(name, inUtc(milliseconds))
  const time = ICAL.Time.fromData({ ...wallTimeAt(milliseconds, timeZone), isDate: false })
  event.addPropertyWithValue(name, time).setParameter('tzid', String(zone.getFirstPropertyValue('tzid')))
}

function addPerson(event: ICAL.Component, role: string, person: { name: string; email?: string } | undefined): void {
  const address = encodedAddress(person?.email)
  if (person === undefined || address === undefined) return
  const property = event.addPropertyWithValue(role, `mailto:${address}`)
  const name = oneLine(person.name)
  if (name !== '') property.setParameter('cn', name)
}

function inUtc(milliseconds: number): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(milliseconds), true)
}

// The library may know the zone by a newer name than we asked for, and none that is written in another case.
function zoneOf(timeZone: string): ICAL.Component {
  const block = [timeZone, zoneName(timeZone)].map(rulesOf).find((rules) => rules !== '')
  if (block === undefined) throw new RangeError('Calendars do not know this time zone (timeZone).')
  return ICAL.Component.fromString(block)
}

function rulesOf(timeZone: string): string {
  const [block = ''] = [tzlib_get_ical_block(timeZone)].flat()
  return block
}
