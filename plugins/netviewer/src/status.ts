/** Asks for a session's state, and stores it (vendors.md 3.2). @module */
import type { Cell, Outcome, SaveHost } from '@joinery/sdk'
import { numberOf, readStatus } from './answers.ts'
import { type CallHost, gatewayOf } from './call.ts'
import { type Account, type Session, STATES, sessionFields } from './fields.ts'
import { saved, storedSession } from './keep.ts'
import { occurrencesFrom } from './occurrences.ts'
import { shownMoment } from './plan.ts'

const NEXT_ONES = 3

interface Asking {
  readonly account: Account
  readonly target: Session
  readonly now: number
  readonly host: CallHost & Pick<SaveHost, 'save'>
}

/** Gives a table of what the gateway knows, and of when the session takes place next. */
export async function status({ account, target, now, host }: Asking): Promise<Outcome> {
  const { profile, call } = gatewayOf(account, host)
  const sessionNumber = numberOf(target)
  const reply = await call({ path: 'status', sessionNumber })
  const known = readStatus(reply.json(), profile, sessionNumber)
  const { timeZone, start } = target
  const next =
    start === undefined || known.state === 'ended' || known.state === 'expired'
      ? []
      : occurrencesFrom({ ...target, start }, now, NEXT_ONES)
  const shown = (moment: number | undefined) => (moment === undefined ? '' : shownMoment(moment, timeZone))
  // The answer is shown even where it cannot be stored now.
  if (known.state !== target.state) await saved(host, storedSession({ ...target, state: known.state }))
  const rows: readonly (readonly [Cell, Cell])[] = [
    [sessionFields.sessionNumber.label, sessionNumber],
    [sessionFields.state.label, STATES[known.state]],
    [{ en: 'Participants present', de: 'Anwesende Teilnehmer' }, known.participantsPresent],
    [{ en: 'Started', de: 'Begonnen' }, shown(known.startedAt)],
    [{ en: 'Ended', de: 'Beendet' }, shown(known.endedAt)],
    [{ en: 'Next', de: 'Nächste Termine' }, next.map(shown).join(', ')],
  ]
  return {
    type: 'table',
    title: { en: 'Session', de: 'Sitzung' },
    columns: [
      { en: 'What', de: 'Was' },
      { en: 'Value', de: 'Wert' },
    ],
    rows: rows.filter(([, value]) => value !== ''),
  }
}
