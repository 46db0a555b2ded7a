/** Books a session: its token exists nowhere else, so the answer is stored before anything else (vendors.md 3.2). @module */
import type { Outcome, Person, SaveHost, TaskHost } from '@joinery/sdk'
import { readFields } from '@joinery/sdk/host'
import { bookedFields, staysUnread } from './booking-answer.ts'
import { ambiguous, type CallHost, gatewayOf, wired } from './call.ts'
import { type Account, participantFields } from './fields.ts'
import type { BookNowInput, ScheduleInput } from './inputs.ts'
import { asTarget, rawAnswer, saved } from './keep.ts'
import { expectDates, expectPlan, type Plan, sentMoment } from './plan.ts'
import { present } from './present.ts'
import type { Profile } from './profile.ts'
import { ruleFrom } from './repetition.ts'
import { expectTokenPattern } from './token-pattern.ts'
import { newUid } from './uid.ts'
import { expectZone, ownZone } from './zone.ts'

const MAY_HAVE_BOOKED = {
  en: 'No clear answer came. The gateway may have booked the session; it is not asked again by itself. If you book again, there may be two: ask the gateway’s administrator where that matters.',
  de: 'Es kam keine klare Antwort. Das Gateway hat die Sitzung womöglich gebucht; es wird nicht von selbst noch einmal gefragt. Wer noch einmal bucht, hat vielleicht zwei: Wo das stört, bitte die Verwaltung des Gateways fragen.',
} as const

/** What a booking works with. */
export interface Booking<Input> {
  readonly account: Account
  readonly person: Person<'firstName' | 'lastName'>
  readonly input: Input
  readonly now: number
  readonly host: CallHost & Pick<SaveHost, 'save'> & Pick<TaskHost, 'random'>
}

/** Books a session that begins now. */
export async function bookNow(booking: Booking<BookNowInput>): Promise<Outcome> {
  const { subject, durationMinutes } = booking.input
  const noPlan = { start: undefined, end: undefined, recurrence: undefined, timeZone: undefined }
  return await book('adhoc', { ...noPlan, subject, durationMinutes }, booking)
}

/** Books a session for later, once or repeatedly. */
export async function schedule(booking: Booking<ScheduleInput>): Promise<Outcome> {
  const { subject, start, end, durationMinutes, until } = booking.input
  expectDates({ start, end, until })
  const timeZone = expectZone(booking.input.timeZone ?? ownZone())
  const recurrence = ruleFrom(booking.input, start, timeZone)
  const plan = { subject, start, end, durationMinutes, timeZone, recurrence }
  expectPlan(plan, booking.now)
  return await book('planned', plan, booking)
}

type Kind = 'adhoc' | 'planned'

async function book(kind: Kind, given: Plan, { account, person, now, host }: Booking<unknown>): Promise<Outcome> {
  expectTokenPattern(account.tokenPattern)
  const plan = { ...given, subject: given.subject?.trim() || undefined }
  const { profile, call } = gatewayOf(account, host)
  const session = present({ ...plan, state: 'booked', bookedAt: now, uid: newUid(host.random), sequence: 0 })
  const { text } = await call({
    method: 'POST',
    path: 'book',
    json: wired(profile, {
      product: account.product,
      kind,
      ...sentPlan(profile, plan),
      moderator: moderatorOf(profile, person),
    }),
    keepWaiting: true,
    mayHave: MAY_HAVE_BOOKED,
    fieldAt: ([name = '', inner]) => FIELD_AT[name] ?? (name === 'moderator' ? FIELD_AT[inner ?? 'name'] : undefined),
  })
  if (text === '') throw ambiguous(MAY_HAVE_BOOKED)
  // From here to the first `save` nothing is read, checked or shown: the token could be lost by it.
  const unread = { ...session, answer: rawAnswer(text) }
  const isSaved = await saved(host, unread)
  try {
    return asTarget({ ...unread, ...bookedFields(text, account, profile) })
  } catch (error) {
    // An outcome is the host's second chance to store what it could not; an error would throw the token away.
    if (!isSaved) return asTarget(unread)
    throw staysUnread(error)
  }
}

/** Where in our forms a refused value came from. */
export const FIELD_AT: Readonly<Record<string, string>> = {
  subject: 'subject',
  start: 'start',
  end: 'end',
  durationMinutes: 'durationMinutes',
  recurrence: 'repeats',
  parameters: 'timeZone',
  name: 'lastName',
  email: 'email',
}

/** A plan as the gateway gets it. */
export function sentPlan(profile: Profile, { subject, start, end, durationMinutes, recurrence, timeZone }: Plan) {
  const moment = (value: number | undefined) => (value === undefined ? undefined : sentMoment(value, timeZone))
  return {
    subject,
    start: moment(start),
    end: moment(end),
    durationMinutes,
    recurrence,
    // Which zone's clock a repetition follows stands nowhere else: an offset knows no daylight saving.
    parameters: recurrence === undefined ? undefined : wired(profile, { timeZone }),
  }
}

function moderatorOf(profile: Profile, { firstName, lastName, email }: Booking<unknown>['person']) {
  const checked = readFields({ email: participantFields.email }, { email })
  return wired(profile, { name: `${firstName} ${lastName}`, ...checked })
}
