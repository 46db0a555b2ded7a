/** Ends a session: it has happened on 204, or where the gateway says that it had before; who was invited gets a cancellation where it had not begun (vendors.md 3.2). @module */
import { isPluginError, type Outcome, type Reply, type SaveHost, type TaskHost, textIn } from '@joinery/sdk'
import { numberOf, readStatus } from './answers.ts'
import { type CallHost, type Gateway, gatewayOf } from './call.ts'
import type { Account, Session } from './fields.ts'
import { invitation } from './invitation.ts'
import { saved, storedSession } from './keep.ts'
import { occurrencesFrom } from './occurrences.ts'
import { isOver } from './over.ts'
import { invitedTo } from './people.ts'
import { isProblem } from './problem.ts'
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
  await endThere(gatewayOf(account, host), numberOf(target))
  const uid = target.uid ?? newUid(host.random)
  const ended = { ...target, state: 'ended', uid, sequence: target.sequence + 1 } as const
  // Should this fail, asking for the state tells; a cancellation that is not sent would be missed by people.
  await saved(host, storedSession(ended))
  return cancellation(ended, target, account, now)
}

/** @throws PluginError where it has not ended, or nobody knows. */
async function endThere(gateway: Gateway, sessionNumber: string): Promise<void> {
  try {
    await gateway.call({
      method: 'DELETE',
      path: 'end',
      sessionNumber,
      success: 204,
      // Called off in between, it would leave open whether it has happened.
      keepWaiting: true,
      mayHave: MAY_HAVE_ENDED,
    })
  } catch (error) {
    // It may have ended before, by a call whose answer was lost; those invited have not been told then.
    const isRefused = isPluginError(error) && (error.code === 'conflict' || error.code === 'not-found')
    if (!isRefused || !(await hasEnded(gateway, sessionNumber))) throw error
  }
}

async function hasEnded({ profile, call }: Gateway, sessionNumber: string): Promise<boolean> {
  try {
    const success = (reply: Reply) => reply.status === 200 || isGone(reply)
    const reply = await call({ path: 'status', sessionNumber, success, keepWaiting: true })
    return isGone(reply) || readStatus(reply.json(), profile, sessionNumber).state === 'ended'
  } catch (error) {
    // Why it could not be ended says more.
    if (isPluginError(error)) return false
    throw error
  }
}

/** A problem is the gateway's own word; any other page may come from a wrong address. */
function isGone(reply: Reply): boolean {
  return [404, 410].includes(reply.status) && isProblem(reply)
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

/** By its times alone: the stored state says `ended` where it was ended before, and nobody may have been told. */
function isStillToCome(session: Session, now: number): boolean {
  const { start } = session
  // Nobody knows when those invited to an ad-hoc session come; up to its end they may.
  return start === undefined ? !isOver(session, now) : occurrencesFrom({ ...session, start }, now, 1).length > 0
}
