/** An entry: who enters which room until when, as the protocol words it. @module */
import { type Parameters, type Person, PluginError, type Values } from '@joinery/sdk'
import type { accountFields, roomFields } from './fields.ts'
import { refuseRecutting } from './recutting.ts'

/** The version of the protocol, and a part of what is signed. */
export const VERSION = '1.3'

/** An account's settings. */
export type Account = Values<typeof accountFields>
/** A room's settings. */
export type Room = Values<typeof roomFields>
/** The protocol's number for attendee, presenter, moderator. */
export type Role = Account['role']

/** Who enters: a guest by name, or a holder of an account at the vendor. */
export type Visitor =
  | { readonly firstName: string; readonly lastName: string; readonly email: string | undefined }
  | { readonly userNo: string }

/** Everything that a link says, before it is signed. */
export interface Entry {
  readonly companyId: string
  readonly room: Room
  readonly role: Role
  readonly visitor: Visitor
  readonly companyUsername: string
  readonly phone: string | undefined
  /** The expiry on the vendor's clock, in seconds since 1970. */
  readonly timestamp: string
}

/** What a visitor's username may consist of (vendors.md 1.2, question 7). */
const USERNAME = /^[A-Za-z0-9_.-]+$/

interface EntryArguments {
  readonly account: Account
  readonly target: Room
  readonly person: Person
  readonly now: number
}

/**
 * The user's own entry, with the account's role and number.
 *
 * @throws PluginError `missing`, `invalid` or `unsafe` with the fact at fault.
 */
export function entryForMe({ account, target, person, now }: EntryArguments): Entry {
  const { userNo } = account
  const visitor = userNo === undefined || userNo === '0' ? guest(person) : { userNo }
  return entry(account, target, account.role, visitor, person, now)
}

/**
 * A contact's entry as attendee.
 *
 * @throws PluginError `missing`, `invalid` or `unsafe` with the fact at fault.
 */
export function entryForContact({ account, target, person, now }: EntryArguments): Entry {
  return entry(account, target, '0', guest(person), person, now)
}

/** When an entry's link stops working, in milliseconds since 1970 on the user's clock. */
export function expiryOf({ timestamp }: Entry, { skewMinutes }: Account): number {
  return (Number(timestamp) - skewMinutes * 60) * 1000
}

/** What the signature covers, by the names that the link gives it; the password is no part of it (vendors.md 1.1). */
export function signedValues({ companyId, room, role, visitor, companyUsername, timestamp }: Entry) {
  const who =
    'userNo' in visitor ? { userNo: visitor.userNo } : { firstName: visitor.firstName, lastName: visitor.lastName }
  return { companyID: companyId, roomID: room.roomId, ...who, role, _v: VERSION, companyUsername, _ts: timestamp }
}

/** The end of the text that is hashed, from the visitor on: the part that a visitor's names could be cut up in. */
export function signedTail({ role, visitor, companyUsername, timestamp }: Entry): string {
  const who = 'userNo' in visitor ? visitor.userNo : visitor.firstName + visitor.lastName
  return who + role + VERSION + companyUsername + timestamp
}

/** The link's parameters in the vendor's order (vendors.md 1.1). */
export function parametersOf(entry: Entry, signature: string): Parameters {
  const { companyId, room, role, visitor, companyUsername, phone, timestamp } = entry
  const name = 'userNo' in visitor ? undefined : visitor
  return {
    companyID: companyId,
    role,
    loginType: 2,
    roomID: room.roomId,
    inquiry: room.directAccess ? 'login' : undefined,
    language: room.directAccess ? room.language?.toUpperCase() : undefined,
    firstName: name?.firstName,
    lastName: name?.lastName,
    userNo: 'userNo' in visitor ? visitor.userNo : undefined,
    companyUsername,
    _ts: timestamp,
    _t: signature,
    _v: VERSION,
    phone,
    companyCustomData: room.customData?.normalize('NFC'),
    email: name?.email,
  }
}

function guest(person: Person): Visitor {
  return {
    firstName: needed(person, 'firstName').normalize('NFC'),
    lastName: needed(person, 'lastName').normalize('NFC'),
    email: person.email?.normalize('NFC'),
  }
}

// Not in the action's `needs`, since a holder of an account at the vendor enters without a name.
function needed(person: Person, fact: 'firstName' | 'lastName'): string {
  const value = person[fact]
  if (value !== undefined) return value
  const text = {
    en: 'The vendor needs a first and a last name.',
    de: 'Der Anbieter braucht einen Vor- und einen Nachnamen.',
  }
  throw new PluginError('missing', text, { field: fact })
}

function entry(account: Account, room: Room, role: Role, visitor: Visitor, person: Person, now: number): Entry {
  const seconds = Math.floor(now / 1000) + (room.minutes + account.skewMinutes) * 60
  const made: Entry = {
    companyId: account.companyId,
    room,
    role,
    visitor,
    companyUsername: companyUsername(person, account.protectUsernames),
    phone: person.phone?.normalize('NFC'),
    timestamp: String(seconds),
  }
  refuseRecutting(made)
  return made
}

function companyUsername(person: Person, protect: boolean): string {
  const field = person.username === undefined ? 'email' : 'username'
  const given = person.username ?? person.email
  if (given === undefined) {
    const text = {
      en: 'A user name or an e-mail address is needed.',
      de: 'Ein Benutzername oder eine E-Mail-Adresse wird gebraucht.',
    }
    throw new PluginError('missing', text, { field: 'username' })
  }
  const name = given.normalize('NFC').replaceAll('@', '_')
  if (!USERNAME.test(name)) {
    const text = {
      en: 'The vendor allows only letters A to Z, digits and _ . - in a user name (@ becomes _). Nothing is left out silently, since user names must stay unique.',
      de: 'Der Anbieter erlaubt in Benutzernamen nur die Buchstaben A bis Z, Ziffern und _ . - (aus @ wird _). Es wird nichts stillschweigend weggelassen, denn Benutzernamen müssen eindeutig bleiben.',
    }
    throw new PluginError('invalid', text, { field })
  }
  return protect ? `${name}_` : name
}
