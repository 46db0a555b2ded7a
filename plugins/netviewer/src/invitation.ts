/** The invitation for participants: a link for each, and no token of anybody else in it (vendors.md 3.1). @module */
import { type Guest, type InviteOutcome, PluginError } from '@joinery/sdk'
import type { Account, Participant, Session } from './fields.ts'
import { personKey, tokensOf } from './people.ts'
import { minutesOf } from './plan.ts'
import { present } from './present.ts'
import { programLink } from './program-link.ts'
import { holdsToken } from './token-pattern.ts'

/** What an invitation says of a session. */
export type Invited = Pick<
  Session,
  | 'subject'
  | 'sessionNumber'
  | 'start'
  | 'bookedAt'
  | 'end'
  | 'durationMinutes'
  | 'recurrence'
  | 'timeZone'
  | 'uid'
  | 'sequence'
  | 'moderatorToken'
  | 'participantTokens'
>

/**
 * The invitation of these people, each of whom has a token.
 *
 * @throws PluginError `unsafe` where somebody else's token would stand in it.
 */
export function invitation(
  session: Invited,
  account: Account,
  people: readonly Participant[],
  more: Pick<InviteOutcome, 'cancelled'> = {},
): InviteOutcome {
  const { subject, sessionNumber = '', start, bookedAt, recurrence, timeZone, uid, sequence } = session
  const tokens = tokensOf(session)
  const guests = people.flatMap(({ name, email }): readonly Guest[] => {
    const token = tokens.get(personKey({ name, email }))
    if (token === undefined) return []
    const link = programLink(account, token, 'participantTokens')
    return [{ name, ...(email === undefined ? {} : { email }), link }]
  })
  const outcome = {
    type: 'invite',
    title: subject ?? `Netviewer ${sessionNumber}`.trim(),
    ...present({ start: start ?? bookedAt, minutes: minutesOf(session), recurrence, timeZone, uid }),
    sequence,
    ...more,
    links: {},
    guests,
  } as const
  expectOwnTokens(outcome, session)
  return outcome
}

/** Whatever the gateway, the settings or a name held: what a guest gets has the guest's token and nobody else's. */
function expectOwnTokens(outcome: InviteOutcome, session: Invited): void {
  const { guests = [], ...shared } = outcome
  const moderator = session.moderatorToken?.reveal()
  const tokens: readonly (readonly [key: string, token: string])[] = [
    ...(moderator === undefined ? [] : [['', moderator] as const]),
    ...tokensOf(session),
  ]
  const isForeign = ([, token]: readonly [string, string]) => holds(shared, token)
  const isMixed = guests.some(({ name, email, link }) => {
    const key = personKey({ name, email })
    return tokens.some(([owner, token]) => owner !== key && holds({ name, email, link }, token))
  })
  if (tokens.some(isForeign) || isMixed) throw foreignToken()
}

function holds(value: object, token: string): boolean {
  return Object.values(value).some((part) =>
    typeof part === 'object' && part !== null ? holds(part, token) : holdsToken(String(part), token),
  )
}

function foreignToken(): PluginError {
  return new PluginError('unsafe', {
    en: 'The invitation would hold somebody else’s token: look at the subject, the names and the address of the program. Nobody was given it.',
    de: 'In der Einladung stünde der Token von jemand anderem: Bitte Betreff, Namen und Adresse des Programms ansehen. Niemand hat sie bekommen.',
  })
}
