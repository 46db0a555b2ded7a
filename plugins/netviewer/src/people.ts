/** Who takes part, and whose token is whose: each token is filed under its owner, so no order can mix them up. @module */
import { PluginError, Secret } from '@joinery/sdk'
import type { Participant, Session } from './fields.ts'

/** Tokens by their owners' keys. */
export type Tokens = ReadonlyMap<string, string>

/**
 * What people are told apart by: the address, in any case; without one the name.
 *
 * @example
 * personKey({ name: 'Ada King', email: 'Ada@Example.com' }) // 'email:ada@example.com'
 */
export function personKey({ name, email }: Participant): string {
  if (email !== undefined) return `email:${email.trim().toLowerCase()}`
  return nameKey(name)
}

/**
 * Whoever else has somebody's address, by another name: the two would share a token.
 *
 * @example
 * addressSharer([{ name: 'Ada King', email: 'info@example.com' }], { name: 'Zoë Ann', email: 'info@example.com' })?.name // 'Ada King'
 */
export function addressSharer(known: readonly Participant[], person: Participant): Participant | undefined {
  const key = personKey(person)
  return known.find((other) => personKey(other) === key && nameKey(other.name) !== nameKey(person.name))
}

function nameKey(name: string): string {
  return `name:${name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()}`
}

/** Where in a list somebody stands for the second time, if anybody does. */
export function duplicateIn(people: readonly Participant[]): number | undefined {
  const keys = people.map(personKey)
  const index = keys.findIndex((key, place) => keys.indexOf(key) < place)
  return index === -1 ? undefined : index
}

/**
 * The stored tokens of a session.
 *
 * @throws PluginError `invalid` (`participantTokens`) where somebody changed them into what is none.
 */
export function tokensOf({ participantTokens }: Pick<Session, 'participantTokens'>): Tokens {
  if (participantTokens === undefined) return new Map()
  const value = parsed(participantTokens.reveal())
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  const entries = isObject ? Object.entries(value) : undefined
  if (entries === undefined || !entries.every(isEntry)) throw damaged()
  return new Map(entries)
}

/** Those of a session who have a token. */
export function invitedTo(session: Pick<Session, 'participants' | 'participantTokens'>): readonly Participant[] {
  const tokens = tokensOf(session)
  return (session.participants ?? []).filter((person) => tokens.has(personKey(person)))
}

/** Tokens as they are stored. */
export function storedTokens(tokens: Tokens): Secret {
  return new Secret(JSON.stringify(Object.fromEntries(tokens)))
}

function isEntry(entry: readonly [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string'
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function damaged(): PluginError {
  const text = {
    en: 'The participants’ stored tokens are damaged. Empty that field to invite everybody anew.',
    de: 'Die gespeicherten Token der Teilnehmer sind beschädigt. Bitte das Feld leeren, um alle neu einzuladen.',
  }
  return new PluginError('invalid', text, { field: 'participantTokens' })
}
