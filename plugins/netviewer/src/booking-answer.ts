/** The answer to a booking, and what a session gets of it (vendors.md 3.2). @module */
import { isPluginError, PluginError, Secret, textIn } from '@joinery/sdk'
import { answerInText } from './answers.ts'
import { badAnswer } from './call.ts'
import type { Account } from './fields.ts'
import type { Stored } from './keep.ts'
import { present } from './present.ts'
import type { Profile } from './profile.ts'
import { holdsToken, isToken } from './token-pattern.ts'

const SESSION_NUMBER = /^[^\s\p{Cc}]{1,100}$/u

/**
 * Number, moderator's token and validity.
 *
 * @throws PluginError `bad-answer`, or `invalid` (`tokenPattern`) for a token of another form than the account says.
 */
export function bookedFields(text: string, { tokenPattern }: Pick<Account, 'tokenPattern'>, profile: Profile): Stored {
  const answer = answerInText(text, profile)
  const sessionNumber = answer.text('sessionNumber')
  const token = answer.text('moderatorToken')
  if (!isToken(token, tokenPattern)) throw otherForm()
  // The number stands in invitations; with the token in it, it would let everybody enter as moderator.
  if (!SESSION_NUMBER.test(sessionNumber) || holdsToken(sessionNumber, token)) throw badAnswer()
  return present({
    sessionNumber,
    moderatorToken: new Secret(token),
    validFrom: answer.moment('validFrom'),
    validUntil: answer.moment('validUntil'),
  })
}

/** The error for a session that is booked and whose answer stays unread for now. */
export function staysUnread(error: unknown): PluginError {
  if (!isPluginError(error)) throw error
  const { code, text, field } = error
  const said = {
    en: `The session is booked and the gateway’s answer is stored, but it could not be read; put the account’s settings right, then read the stored answer. ${textIn(text, 'en')}`,
    de: `Die Sitzung ist gebucht und die Antwort des Gateways gespeichert, aber nicht lesbar; bitte die Einstellungen des Kontos berichtigen und dann die gespeicherte Antwort lesen. ${textIn(text, 'de')}`,
  }
  return new PluginError(code, said, { field })
}

/** The error for a token of another form. */
export function otherForm(): PluginError {
  const text = {
    en: 'The gateway’s token has another form than the account says.',
    de: 'Der Token des Gateways hat eine andere Form, als im Konto steht.',
  }
  return new PluginError('invalid', text, { field: 'tokenPattern' })
}
