/** The answer with participants' tokens: to each of those asked for, one that is theirs alone (vendors.md 3.2). @module */
import { isPluginError, PluginError, type Secret, textIn } from '@joinery/sdk'
import { answerInText } from './answers.ts'
import { otherForm } from './booking-answer.ts'
import { badAnswer } from './call.ts'
import type { Account, Participant, Session } from './fields.ts'
import { isStoredWhole, rawAnswer } from './keep.ts'
import { personKey, storedTokens, tokensOf } from './people.ts'
import type { Profile } from './profile.ts'
import { holdsToken, isToken } from './token-pattern.ts'

/** An answer as it came, with whom it is about. */
export interface ParticipantsAnswer {
  readonly asked: readonly Participant[]
  readonly text: string
}

/** An answer as it is stored; one that is too long is cut. */
export function pendingAnswer(answer: ParticipantsAnswer): Secret {
  return rawAnswer(linesOf(answer))
}

/** Whether it can be read from what is stored of it. */
export function staysReadable(answer: ParticipantsAnswer): boolean {
  return isStoredWhole(linesOf(answer))
}

/** The first line says who, the rest is the answer. */
function linesOf({ asked, text }: ParticipantsAnswer): string {
  return `${JSON.stringify(asked)}\n${text}`
}

/**
 * The session with the tokens of its pending answer, or as it is where none is pending.
 *
 * @throws PluginError `bad-answer`, `invalid` (`tokenPattern`), or `unsafe` for a token that two have.
 */
export function settled(session: Session, account: Account, profile: Profile): Session {
  if (session.participantsAnswer === undefined) return session
  return settledBy(partsOf(session.participantsAnswer.reveal()), session, account, profile)
}

/**
 * The session with the tokens of an answer; none is pending then.
 *
 * @throws PluginError as `settled` does.
 */
export function settledBy(
  { asked, text }: ParticipantsAnswer,
  session: Session,
  { tokenPattern }: Account,
  profile: Profile,
): Session {
  const tokens = new Map(tokensOf(session))
  for (const [key, token] of askedTokens(asked, text, profile)) {
    if (!isToken(token, tokenPattern)) throw otherForm()
    expectOwn(token, [session.moderatorToken?.reveal(), ...tokens.values()])
    tokens.set(key, token)
  }
  const { participants = [] } = session
  const known = new Set(participants.map(personKey))
  return {
    ...session,
    participants: [...participants, ...asked.filter((person) => !known.has(personKey(person)))],
    participantTokens: storedTokens(tokens),
    participantsAnswer: undefined,
  }
}

/** The error for people who are entered there, while the answer with their tokens stays unread for now. */
export function staysPending(error: unknown): PluginError {
  if (!isPluginError(error)) throw error
  const { code, text, field } = error
  const said = {
    en: `The gateway’s answer to an invitation is stored, but it could not be used; nobody was given a link. Put the account’s settings right, then read the stored answer, or throw it away there. ${textIn(text, 'en')}`,
    de: `Die Antwort des Gateways auf eine Einladung ist gespeichert, aber nicht verwendbar; niemand hat einen Link bekommen. Bitte die Einstellungen des Kontos berichtigen und dann die gespeicherte Antwort lesen oder dort wegwerfen. ${textIn(text, 'de')}`,
  }
  return new PluginError(code, said, { field })
}

/** The error for such people where not even the answer could be kept whole. */
export function isLost(error: PluginError): PluginError {
  const text = {
    en: 'The gateway’s answer to an invitation could not be used, and is too long to be stored whole; nobody was given a link. Throw it away (“Read the stored answer”), put the account’s settings right, and invite again.',
    de: 'Die Antwort des Gateways auf eine Einladung ist nicht verwendbar und zu lang, um ganz gespeichert zu werden; niemand hat einen Link bekommen. Bitte sie wegwerfen („Gespeicherte Antwort lesen“), die Einstellungen des Kontos berichtigen und noch einmal einladen.',
  }
  return new PluginError(error.code, text, { field: error.field, cause: error })
}

/** A participant with another's token would enter as that other; with the moderator's, as moderator. */
function expectOwn(token: string, others: readonly (string | undefined)[]): void {
  const isShared = others.some((other) => other !== undefined && (holdsToken(token, other) || holdsToken(other, token)))
  if (!isShared) return
  throw new PluginError('unsafe', {
    en: 'The gateway gave a participant a token that somebody else has, or the moderator. It is handed to nobody.',
    de: 'Das Gateway hat einem Teilnehmer einen Token gegeben, den schon jemand anderes oder der Moderator hat. Er wird niemandem gegeben.',
  })
}

/** The token of each of those asked for, by their keys. */
function askedTokens(asked: readonly Participant[], text: string, profile: Profile): ReadonlyMap<string, string> {
  const wanted = new Set(asked.map(personKey))
  const tokens = new Map<string, string>()
  for (const entry of answerInText(text, profile).list('participants')) {
    const name = entry.has('name') ? entry.text('name') : ''
    const email = entry.has('email') ? entry.text('email') : undefined
    const key = [personKey({ name, email }), keyByName(asked, name, email)].find((one) => wanted.has(one))
    // Others may have been there before.
    if (key === undefined) continue
    if (tokens.has(key)) throw badAnswer()
    tokens.set(key, entry.text('token'))
  }
  if (tokens.size < wanted.size) throw badAnswer()
  return tokens
}

/** An answer without addresses names people by their names; of two with the same one, nobody is meant. */
function keyByName(asked: readonly Participant[], name: string, email: string | undefined): string {
  const nameKey = personKey({ name, email: undefined })
  const [only, ...others] = asked.filter((person) => personKey({ name: person.name, email: undefined }) === nameKey)
  return email !== undefined || only === undefined || others.length > 0 ? '' : personKey(only)
}

function partsOf(stored: string): ParticipantsAnswer {
  const lineEnd = stored.indexOf('\n')
  try {
    const asked = JSON.parse(stored.slice(0, lineEnd)) as unknown
    if (Array.isArray(asked) && asked.every(isParticipant))
      return { asked: asked.map(participantOf), text: stored.slice(lineEnd + 1) }
  } catch {
    // Whoever changed it by hand has lost who was asked for.
  }
  throw badAnswer()
}

function isParticipant(value: unknown): value is { readonly name: string; readonly email?: string } {
  const { name, email } = Object(value) as { readonly name?: unknown; readonly email?: unknown }
  return typeof name === 'string' && (email === undefined || typeof email === 'string')
}

function participantOf({ name, email }: { readonly name: string; readonly email?: string }): Participant {
  return { name, email }
}
