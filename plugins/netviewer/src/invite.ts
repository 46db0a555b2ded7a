/** Invites people to a session: each gets a token of their own, stored before it is handed out (vendors.md 3.2). @module */
import { isPluginError, type Outcome, type PluginError, type SaveHost, type TaskHost } from '@joinery/sdk'
import { readFields } from '@joinery/sdk/host'
import { numberOf } from './answers.ts'
import { ambiguous, type CallHost, type Gateway, gatewayOf, wired } from './call.ts'
import { type Account, type Participant, participantFields, type Session } from './fields.ts'
import type { FieldAt } from './gateway-errors.ts'
import { invitation } from './invitation.ts'
import { expectNobodyTwice, expectOpen, expectOwnAddresses, expectRoom, type PersonField } from './invite-checks.ts'
import { asTarget, expectSaved, saved, storedSession } from './keep.ts'
import {
  isLost,
  type ParticipantsAnswer,
  pendingAnswer,
  settled,
  settledBy,
  staysPending,
  staysReadable,
} from './participants-answer.ts'
import { personKey, tokensOf } from './people.ts'
import { expectTokenPattern } from './token-pattern.ts'
import { newUid } from './uid.ts'

const MAY_HAVE_INVITED = {
  en: 'No clear answer came. The gateway may have added the participants; it is not asked again by itself. Nobody was given a link. If you invite again, they may be listed there twice.',
  de: 'Es kam keine klare Antwort. Das Gateway hat die Teilnehmer womöglich eingetragen; es wird nicht von selbst noch einmal gefragt. Niemand hat einen Link bekommen. Wer noch einmal einlädt, hat sie dort vielleicht doppelt.',
} as const

/** What an invitation works with. */
export interface Inviting {
  readonly account: Account
  readonly target: Session
  /** Milliseconds since 1970. */
  readonly now: number
  readonly host: CallHost & Pick<SaveHost, 'save'> & Pick<TaskHost, 'random'>
}

/** Invites the contact in the record. */
export async function inviteContact(
  inviting: Inviting,
  contact: { readonly firstName: string | undefined; readonly lastName: string; readonly email: string },
): Promise<Outcome> {
  const { email } = readFields({ email: participantFields.email }, contact) as { readonly email: string }
  const name = [contact.firstName, contact.lastName].filter((part) => part !== undefined).join(' ')
  return await invite([{ name, email }], inviting, (_index, part) => (part === 'email' ? 'email' : 'lastName'))
}

/** Invites several people. */
export async function inviteSeveral(inviting: Inviting, people: readonly Participant[]): Promise<Outcome> {
  const trimmed = people.map(({ name, email }) => ({ name: name.trim(), email }))
  return await invite(trimmed, inviting, (index, part) => `participants.${index}.${part}`)
}

async function invite(people: readonly Participant[], inviting: Inviting, fieldOf: PersonField): Promise<Outcome> {
  const { account, target, now, host } = inviting
  expectNobodyTwice(people, fieldOf)
  expectOpen(target, now)
  expectTokenPattern(account.tokenPattern)
  const gateway = gatewayOf(account, host)
  const left = settledOrPending(target, account, gateway)
  if (isPluginError(left)) throw left
  const before = { ...left, uid: target.uid ?? newUid(host.random) }
  expectOwnAddresses(people, before, fieldOf)
  const known = tokensOf(before)
  const places = people
    .map((person, place) => ({ person, place }))
    .filter(({ person }) => !known.has(personKey(person)))
  const asked = places.map(({ person }) => person)
  expectRoom(before, asked)
  if (asked.length === 0) {
    // Those invited before keep their tokens, and are not asked for again.
    await saved(host, storedSession(before))
    return invitation(before, account, people)
  }
  await expectSaved(host, storedSession(before))
  const text = await ask(asked, before, gateway, (index, part) => fieldOf(places[index]?.place ?? 0, part))
  return await kept({ asked, text }, before, inviting, gateway, people)
}

/** Stores the answer and what it says, and gives the invitation, or the session where it could not be stored. */
async function kept(
  answer: ParticipantsAnswer,
  before: Session,
  { account, host }: Inviting,
  gateway: Gateway,
  people: readonly Participant[],
): Promise<Outcome> {
  const pending = { ...before, participantsAnswer: pendingAnswer(answer) }
  // Up to the first `save` nothing is read, checked or shown, for tokens could be lost by it; but of an answer that is
  // stored in part, what it says is all that keeps them.
  const early = staysReadable(answer) ? undefined : settledOrPending(before, account, gateway, answer)
  const isReadEarly = early !== undefined && !isPluginError(early)
  const isPendingKept = !isReadEarly && (await saved(host, storedSession(pending)))
  const read = early ?? settledOrPending(before, account, gateway, answer)
  // An outcome is the host's second chance to store what it could not; an error would throw the tokens away.
  if (isPluginError(read) && !isPendingKept) return asTarget(storedSession(pending))
  if (isPluginError(read)) throw early === undefined ? read : isLost(read)
  const isKept = await saved(host, storedSession(read))
  if (!isKept && !isPendingKept) return asTarget(storedSession(read))
  return invitation(read, account, people)
}

/** The session with an answer read, its pending one unless told, or why it cannot be. */
function settledOrPending(
  session: Session,
  account: Account,
  { profile }: Gateway,
  answer?: ParticipantsAnswer,
): Session | PluginError {
  try {
    return answer === undefined ? settled(session, account, profile) : settledBy(answer, session, account, profile)
  } catch (error) {
    return staysPending(error)
  }
}

async function ask(
  asked: readonly Participant[],
  session: Session,
  { profile, call }: Gateway,
  fieldOf: PersonField,
): Promise<string> {
  const fieldAt: FieldAt = ([list, index, part]) =>
    list === 'participants' && Number(index) < asked.length
      ? fieldOf(Number(index), part === 'email' ? part : 'name')
      : undefined
  const { text } = await call({
    method: 'POST',
    path: 'addParticipants',
    sessionNumber: numberOf(session),
    json: wired(profile, { participants: asked.map(({ name, email }) => wired(profile, { name, email })) }),
    keepWaiting: true,
    mayHave: MAY_HAVE_INVITED,
    fieldAt,
  })
  if (text === '') throw ambiguous(MAY_HAVE_INVITED)
  return text
}
