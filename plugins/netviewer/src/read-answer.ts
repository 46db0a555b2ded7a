/** Reads answers that were stored and not understood, once the account's settings are right; no call is made. @module */
import { type Outcome, PluginError } from '@joinery/sdk'
import { bookedFields, staysUnread } from './booking-answer.ts'
import type { Account, Session } from './fields.ts'
import { asTarget, type Stored, storedSession } from './keep.ts'
import { settled, staysPending } from './participants-answer.ts'
import { type Profile, profileOf } from './profile.ts'

/** Gives the session with what its stored answers say. */
export function readAnswer(session: Session, account: Account, { discard }: { readonly discard: boolean }): Outcome {
  const { answer, participantsAnswer, moderatorToken } = session
  const isUnread = answer !== undefined && moderatorToken === undefined
  if (!isUnread && participantsAnswer === undefined) throw nothingUnread()
  const profile = profileOf(account)
  const booked = isUnread ? bookedOrUnread(answer.reveal(), account, profile) : {}
  return asTarget({ ...storedSession(participantsRead({ ...session, ...booked }, account, profile, discard)) })
}

function bookedOrUnread(text: string, account: Account, profile: Profile): Stored {
  try {
    return bookedFields(text, account, profile)
  } catch (error) {
    throw staysUnread(error)
  }
}

function participantsRead(session: Session, account: Account, profile: Profile, mayDiscard: boolean): Session {
  try {
    return settled(session, account, profile)
  } catch (error) {
    if (mayDiscard) return { ...session, participantsAnswer: undefined }
    throw staysPending(error)
  }
}

function nothingUnread(): PluginError {
  const text = {
    en: 'The session has no stored answer that was not read.',
    de: 'Die Sitzung hat keine gespeicherte Antwort, die nicht gelesen wäre.',
  }
  return new PluginError('conflict', text, { field: 'answer' })
}
