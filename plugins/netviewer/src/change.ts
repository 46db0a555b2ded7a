/** Changes a session that was planned; who was invited gets an update (vendors.md 3.2). @module */
import { isPluginError, type Outcome, PluginError, type SaveHost, type TaskHost } from '@joinery/sdk'
import { numberOf, readStatus } from './answers.ts'
import { FIELD_AT, sentPlan } from './book.ts'
import { ambiguous, type CallHost, gatewayOf, wired } from './call.ts'
import type { Account, Session } from './fields.ts'
import type { ChangeInput } from './inputs.ts'
import { invitation } from './invitation.ts'
import { asTarget, saved, storedSession } from './keep.ts'
import { expectRule } from './occurrences.ts'
import { invitedTo } from './people.ts'
import { expectDates, expectPlan, type Plan } from './plan.ts'
import { ruleFrom } from './repetition.ts'
import { newUid } from './uid.ts'
import { expectZone, ownZone } from './zone.ts'

const MAY_HAVE_CHANGED = {
  en: 'No clear answer came. The gateway may have changed the session; here it is as it was, and nobody was told. Changing it again does no harm.',
  de: 'Es kam keine klare Antwort. Das Gateway hat die Sitzung womöglich geändert; hier ist sie, wie sie war, und niemand hat davon erfahren. Sie noch einmal zu ändern schadet nicht.',
} as const

/** What a change works with. */
export interface Changing<Input> {
  readonly account: Account
  readonly target: Session
  readonly input: Input
  readonly now: number
  readonly host: CallHost & Pick<SaveHost, 'save'> & Pick<TaskHost, 'random'>
}

/** Changes what is given. */
export async function change({ account, target, input, now, host }: Changing<ChangeInput>): Promise<Outcome> {
  const { profile, call } = gatewayOf(account, host)
  const sessionNumber = numberOf(target)
  const plan = changedPlan(target, input, now)
  const json = sentChanges(sentPlan(profile, planOf(target)), sentPlan(profile, plan))
  if (Object.keys(json).length === 0) throw nothingChanged()
  const uid = target.uid ?? newUid(host.random)
  // When tokens are valid was said of the times before.
  const { validFrom, validUntil } = isSameTime(json) ? target : { validFrom: undefined, validUntil: undefined }
  const changed = { ...target, ...plan, validFrom, validUntil, uid, sequence: target.sequence + 1 }
  const invited = invitedTo(changed)
  // Made before anything is sent: what stands in its way is told while nothing has changed yet.
  const outcome = invited.length === 0 ? undefined : invitation(changed, account, invited)
  const reply = await call({
    method: 'PATCH',
    path: 'change',
    sessionNumber,
    json: wired(profile, json),
    // Called off in between, it would leave open whether it has happened.
    keepWaiting: true,
    mayHave: MAY_HAVE_CHANGED,
    fieldAt: ([name = '']) => FIELD_AT[name],
  })
  const { state } = clear(() => readStatus(reply.json(), profile, sessionNumber))
  const session = storedSession({ ...changed, state })
  const isKept = await saved(host, session)
  return isKept && outcome !== undefined ? outcome : asTarget(session)
}

function planOf({ subject, start, end, durationMinutes, recurrence, timeZone }: Session): Plan {
  return { subject, start, end, durationMinutes, recurrence, timeZone }
}

function changedPlan(target: Session, input: ChangeInput, now: number): Plan {
  const { subject, start, end, durationMinutes, until } = input
  expectDates({ start, end, until })
  const before = planOf(target)
  const timeZone = expectZone(input.timeZone ?? before.timeZone ?? ownZone())
  const isTimed = [start, end, durationMinutes, input.timeZone].some((value) => value !== undefined) || input.repeats
  if (!isTimed) return { ...before, subject: subject?.trim() || before.subject }
  const begins = start ?? before.start
  const plan = {
    subject: subject?.trim() || before.subject,
    start: begins,
    end: end ?? movedEnd(before, begins),
    durationMinutes: durationMinutes ?? before.durationMinutes,
    // An ad-hoc session has no clock to follow.
    timeZone: begins === undefined ? before.timeZone : timeZone,
    recurrence: before.recurrence,
  }
  if (begins === undefined && !input.repeats) return plan
  const recurrence = input.repeats && begins !== undefined ? ruleFrom(input, begins, timeZone) : keptRule(plan)
  expectPlan({ ...plan, recurrence }, now)
  return { ...plan, recurrence }
}

/** A session that is put off takes as long as before. */
function movedEnd({ start, end }: Plan, begins: number | undefined): number | undefined {
  return start === undefined || end === undefined || begins === undefined ? end : begins + (end - start)
}

function keptRule({ start, recurrence, timeZone }: Plan): string | undefined {
  try {
    if (start !== undefined) expectRule({ start, recurrence, timeZone })
    return recurrence
  } catch (error) {
    if (!isPluginError(error)) throw error
    const text = {
      en: 'The new start is on none of the days on which the session repeats: change the repetition too.',
      de: 'Der neue Beginn liegt an keinem der Tage, an denen sich die Sitzung wiederholt: Bitte auch die Wiederholung ändern.',
    }
    throw new PluginError('invalid', text, { field: 'start' })
  }
}

/** What differs. */
function sentChanges(before: ReturnType<typeof sentPlan>, after: ReturnType<typeof sentPlan>): Partial<typeof after> {
  const names = (Object.keys(after) as (keyof typeof after)[]).filter(
    (name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]),
  )
  return Object.fromEntries(names.map((name) => [name, after[name]]))
}

function isSameTime(changes: object): boolean {
  return Object.keys(changes).every((name) => name === 'subject')
}

/** After an answer that is not understood nobody knows whether it has happened. */
function clear<Result>(read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    throw ambiguous(MAY_HAVE_CHANGED, error)
  }
}

function nothingChanged(): PluginError {
  const text = { en: 'Nothing would change.', de: 'Es würde sich nichts ändern.' }
  return new PluginError('missing', text, { field: 'subject' })
}
