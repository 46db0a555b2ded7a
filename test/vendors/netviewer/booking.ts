/** What a client books or changes, with all checks of the profile (vendors.md 3.2). @module */
import {
  type Parameters,
  type Person,
  readChoice,
  readDuration,
  readParameters,
  readPerson,
  readText,
  readTime,
} from './checks.ts'
import type { Moment } from './moments.ts'
import type { Field } from './profile.ts'
import { type Member, type MemberRules, type Members, type Reader, ROOT } from './reader.ts'
import { type Rule, readRule } from './recurrence.ts'
import { type Circumstances, checkTiming } from './timing.ts'

/** When a session may take place. */
export interface Timing {
  readonly kind: 'adhoc' | 'planned'
  readonly start?: Moment
  readonly end?: Moment
  readonly durationMinutes?: number
  readonly recurrence?: Rule
  /** Of which a series follows the wall clock; it stands among the parameters. */
  readonly timeZone?: string
}

/** A session as it was booked. */
export interface Booking extends Timing {
  readonly product: 'meet' | 'support'
  readonly subject?: string
  readonly moderator: Person
  readonly parameters?: Parameters
}

type Changeable = Pick<Booking, 'subject' | 'start' | 'end' | 'durationMinutes' | 'recurrence' | 'parameters'>

const CHANGEABLE = {
  subject: 'optional',
  start: 'optional',
  end: 'optional',
  durationMinutes: 'optional',
  recurrence: 'optional',
  parameters: 'optional',
} as const satisfies MemberRules
const BOOKING = { product: 'required', kind: 'required', moderator: 'required', ...CHANGEABLE } as const

/** Reads a booking; undefined if anything is wrong with it. */
export function readBooking(reader: Reader, body: object, circumstances: Circumstances): Booking | undefined {
  const members = reader.members(body, ROOT, BOOKING)
  const product = readChoice(reader, members.product, ['meet', 'support'])
  const kind = readChoice(reader, members.kind, ['adhoc', 'planned'])
  const moderator = readPerson(reader, members.moderator)
  const rest = readChangeable(reader, members)
  if (product === undefined || kind === undefined || moderator === undefined) return undefined
  if (reader.complaints.length > 0) return undefined
  const booking = zoned(reader, { product, kind, moderator, ...rest })
  checkTiming(reader, booking, circumstances, 'new')
  return reader.complaints.length === 0 ? booking : undefined
}

/** Reads what is to be changed, into a whole booking; `null` removes a member, as in RFC 7396. */
export function readChange(
  reader: Reader,
  body: object,
  booking: Booking,
  circumstances: Circumstances,
): Booking | undefined {
  const members = reader.members(body, ROOT, CHANGEABLE)
  if (Object.keys(body).length === 0) reader.complain(ROOT, 'Nothing is to be changed.')
  const given = Object.entries(members) as [Field, Member][]
  const removed = given.filter(([, { value }]) => value === null).map(([field]) => field)
  const kept = Object.fromEntries(given.filter(([field]) => !removed.includes(field)))
  const changes = readChangeable(reader, kept)
  if (reader.complaints.length > 0) return undefined
  const stays = Object.entries(booking).filter(([name]) => !removed.some((field) => field === name))
  const changed = zoned(reader, { ...(Object.fromEntries(stays) as unknown as Booking), ...changes })
  checkTiming(reader, changed, circumstances, 'old')
  return reader.complaints.length === 0 ? changed : undefined
}

function zoned(reader: Reader, { timeZone: _, ...booking }: Booking): Booking {
  const name = booking.parameters?.[reader.nameOf('timeZone')]
  return typeof name === 'string' ? { ...booking, timeZone: name } : booking
}

function readChangeable(reader: Reader, members: Members): Changeable {
  return present({
    subject: readText(reader, members.subject),
    start: readTime(reader, members.start),
    end: readTime(reader, members.end),
    durationMinutes: readDuration(reader, members.durationMinutes),
    recurrence: readRecurrence(reader, members.recurrence),
    parameters: readParameters(reader, members.parameters),
  })
}

function readRecurrence(reader: Reader, member: Member | undefined): Rule | undefined {
  if (member === undefined) return undefined
  if (typeof member.value !== 'string') return reader.complain(member.at, 'This is no text.')
  const reading = readRule(member.value)
  return 'rule' in reading ? reading.rule : reader.complain(member.at, reading.complaint)
}

function present<Values extends object>(values: Values): { [Name in keyof Values]?: Exclude<Values[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Values]?: Exclude<Values[Name], undefined>
  }
}
