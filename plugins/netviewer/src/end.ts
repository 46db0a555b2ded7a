/** Ends a session: it has happened on 204 alone; who was invited gets a cancellation where it had not begun (vendors.md 3.2). @module */
import { isPluginError, type Outcome, type SaveHost, type TaskHost, textIn } from '@joinery/sdk'
import { numberOf } from './answers.ts'
import { type CallHost, gatewayOf } from './call.ts'
import type { Account, Session } from './fields.ts'
import { invitation } from './invitation.ts'
import { saved, storedSession } from './keep.ts'
import { occurrencesFrom } from './occurrences.ts'
import { invitedTo } from './people.ts'
import { newUid } from './uid.ts'

const MAY_HAVE_ENDED = {
  en: 'No clear answer came. The session may be ended; ask for its state, or end it again.',
  de: 'Es kam keine klare Antwort. Die Sitzung ist womöglich beendet; bitte ihren Zustand erfragen oder sie noch einmal beenden.',
} as const

const ENDED = { en: 'The session is ended.', de: 'Die Sitzung ist beendet.' } as const
const UNTOLD = {
  en: 'The cancellation for those invited could not be made, so tell them yourself.',
  de: 'Die Absage für die Eingeladenen ließ sich nicht erstellen, bitte selbst Bescheid geben.',
} as const

interface Ending {
  readonly account: Account
  readonly target: Session
  readonly now: number
  readonly host: CallHost & Pick<SaveHost, 'save'> & Pick<TaskHost, 'random'>
}

/** Ends it for good. */
export async function end({ account, target, now, host }: Ending): Promise<Outcome> {
  const { call } = gatewayOf(account, host)
  await call({
    method: 'DELETE',
    path: 'end',
    sessionNumber: numberOf(target),
    success: 204,
    // Called off in between, it would leave open whether it has happened.
    keepWaiting: true,
    mayHave: MAY_HAVE_ENDED,
  })
  const uid = target.uid ?? newUid(host.random)
  const ended = { ...target, state: 'ended', uid, sequence: target.sequence + 1 } as const
  // Should this fail, asking for the state tells; a cancellation that is not sent would be missed by people.
  await saved(host, storedSession(ended))
  return cancellation(ended, target, account, now)
}

/** What those invited get; that it cannot be made must not hide that the session is ended. */
function cancellation(ended: Session, before: Session, account: Account, now: number): Outcome {
  try {
    const invited = invitedTo(ended)
    if (invited.length > 0 && isStillToCome(before, now))
      return invitation(ended, account, invited, { cancelled: true })
    return { type: 'done', message: ENDED }
  } catch (error) {
    if (!isPluginError(error)) throw error
    const said = (language: 'en' | 'de') => `${ENDED[language]} ${UNTOLD[language]} ${textIn(error.text, language)}`
    return { type: 'done', message: { en: said('en'), de: said('de') } }
  }
}

function isStillToCome(session: Session, now: number): boolean {
  const { state, start } = session
  if (state === 'ended' || state === 'expired') return false
  return start === undefined ? state === 'booked' : occurrencesFrom({ ...session, start }, now, 1).length > 0
}
