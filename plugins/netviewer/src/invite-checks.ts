/** What is checked before anybody is invited: nothing is sent for an invitation that could not be handed out. @module */
import { PluginError } from '@joinery/sdk'
import { MOST_PARTICIPANTS, type Participant, type Session } from './fields.ts'
import { overBy } from './over.ts'
import { addressSharer, duplicateIn } from './people.ts'

/** Which field of a form one of the people came from. */
export type PersonField = (index: number, part: 'name' | 'email') => string

/** @throws PluginError for a name that is missing, and for somebody who stands in the list twice. */
export function expectNobodyTwice(people: readonly Participant[], fieldOf: PersonField): void {
  const index = duplicateIn(people)
  const unnamed = people.findIndex(({ name }) => name === '')
  if (unnamed !== -1) {
    const text = { en: 'The name is missing.', de: 'Der Name fehlt.' }
    throw new PluginError('missing', text, { field: fieldOf(unnamed, 'name') })
  }
  if (index === undefined) return
  const text = { en: 'This person is in the list twice.', de: 'Diese Person steht zweimal in der Liste.' }
  throw new PluginError('invalid', text, {
    field: fieldOf(index, people[index]?.email === undefined ? 'name' : 'email'),
  })
}

/**
 * Addresses tell people apart, here and at the gateway: of two with the same one, the second would get the first's token.
 *
 * @throws PluginError `invalid` for the address of another participant, naming both.
 */
export function expectOwnAddresses(
  people: readonly Participant[],
  { participants = [] }: Session,
  fieldOf: PersonField,
): void {
  for (const [index, person] of people.entries()) {
    const other = addressSharer(participants, person)
    if (other === undefined) continue
    const text = {
      en: `In this session the address belongs to “${other.name}”, and not to “${person.name}”. If they are the same person, enter that name; otherwise each needs an address of their own.`,
      de: `In dieser Sitzung gehört die Adresse zu „${other.name}“ und nicht zu „${person.name}“. Wenn es dieselbe Person ist, bitte jenen Namen eintragen; sonst braucht jede eine eigene Adresse.`,
    }
    throw new PluginError('invalid', text, { field: fieldOf(index, 'email') })
  }
}

/** @throws PluginError `conflict` with the field that says that the session is over. */
export function expectOpen(session: Session, now: number): void {
  if (session.state === 'ended' || session.state === 'expired') {
    const text = {
      en: 'The session is over: nobody can be invited to it any more.',
      de: 'Die Sitzung ist vorbei: Es kann niemand mehr eingeladen werden.',
    }
    throw new PluginError('conflict', text, { field: 'state' })
  }
  const field = overBy(session, now)
  if (field === undefined) return
  const text = {
    en: 'The session’s time is over: book another one, or ask for its state.',
    de: 'Die Zeit der Sitzung ist vorbei: Bitte eine andere buchen oder ihren Zustand erfragen.',
  }
  throw new PluginError('conflict', text, { field })
}

/** @throws PluginError `invalid` (`participants`) where not all of them would fit. */
export function expectRoom({ participants = [] }: Session, asked: readonly Participant[]): void {
  if (participants.length + asked.length <= MOST_PARTICIPANTS) return
  const text = {
    en: `A session takes at most ${MOST_PARTICIPANTS} participants here; book another one.`,
    de: `Eine Sitzung fasst hier höchstens ${MOST_PARTICIPANTS} Teilnehmer; bitte eine weitere buchen.`,
  }
  throw new PluginError('invalid', text, { field: 'participants' })
}
