/** What a token says: who may enter which room until when, and as what. @module */
import { type Person, PluginError } from '@joinery/sdk'
import type { Account } from './account-fields.ts'
import { nameOf } from './name.ts'
import type { Room } from './room-fields.ts'
import { type Server, serverAt } from './server.ts'

/** As what somebody enters. */
export type Role = 'moderator' | 'guest'

/** Whose token for which room; `now` in milliseconds since 1970. */
export interface TokenArguments {
  readonly account: Account
  readonly target: Room
  readonly person: Person
  readonly now: number
}

/** A token's claims; times in seconds since 1970. */
export interface Claims {
  readonly aud: string
  readonly iss: string
  readonly sub: string
  readonly room: string
  readonly nbf: number
  readonly exp: number
  readonly context: {
    readonly user: { readonly [fact: string]: string }
    readonly features?: { readonly [feature: string]: 'true' }
  }
}

/** What AppIDs of JaaS begin with (jitsi-meet, react/features/base/jwt/functions.ts, `validateJwt`). */
const JAAS = 'vpaas-magic-cookie'
/** How far a server's clock may be behind ours: `nbf` in its future is refused. */
const SKEW_SECONDS = 60

/**
 * The claims of a token for the user, as moderator, or for a contact, as guest.
 *
 * - `iss` the app id, `aud`, `exp`, `sub` the tenant or else the domain, in small letters: lib-jitsi-meet, doc/tokens.md,
 *   "Token structure". At JaaS `iss` is `chat`, `aud` is `jitsi`, `sub` the AppID: 8x8, "The Jitsi JSON Web Token (JWT)".
 * - `room` is this room alone, though `*` would do, normalised as the client does before it enters (`getBackendSafeRoomName`
 *   in uri.ts): the server makes small letters of ASCII only, so that others never match (issue 16206 of jitsi-meet).
 * - `context.user` for display, and `moderator`, as the texts `true` and `false`. JaaS documents texts; Prosody's
 *   mod_token_affiliation takes text and boolean; tokens.md, "Token Identifiers", says that what is no text fails, since
 *   mod_presence_identity writes it into XML.
 * - `context.features`, texts too. JaaS refuses a token without them (`validateJwt`) and gives them to moderators only; on
 *   other servers their absence allows what the server allows.
 *
 * @throws PluginError `missing` or `invalid` with the setting at fault.
 */
export function claimsOf({ account, target, person, now }: TokenArguments, role: Role): Claims {
  const server = serverAt(account.server)
  const { appId, audience, subject, tokenMinutes, guestMinutes } = account
  const minutes = role === 'moderator' ? tokenMinutes : guestMinutes
  if (appId === undefined) throw absent('appId')
  if (audience === undefined) throw absent('audience')
  if (minutes === undefined) throw absent(role === 'moderator' ? 'tokenMinutes' : 'guestMinutes')
  const isJaas = isAtJaas(account)
  if (isJaas) checkJaas(account, server)
  const seconds = Math.floor(now / 1000)
  return {
    aud: audience,
    iss: appId,
    sub: subject ?? server.tenant ?? server.host,
    room: target.room.normalize('NFKC').toLowerCase(),
    nbf: seconds - SKEW_SECONDS,
    exp: seconds + minutes * 60,
    context: { user: userIn(account, person, role), ...featuresIn(account, role, isJaas) },
  }
}

function userIn({ avatar }: Account, person: Person, role: Role) {
  const isMine = role === 'moderator'
  const facts = {
    id: (isMine ? person.username : undefined) ?? person.email,
    name: nameOf(person),
    email: person.email,
    avatar: isMine ? avatar : undefined,
    moderator: String(isMine),
  }
  // An absent fact is left out: a null fails on the server (tokens.md, the notes).
  return Object.fromEntries(Object.entries(facts).filter((fact): fact is [string, string] => fact[1] !== undefined))
}

function featuresIn({ features }: Account, role: Role, isJaas: boolean): Pick<Claims['context'], 'features'> {
  if (features === undefined && !isJaas) return {}
  const names = role === 'moderator' && features !== undefined ? features.split(',') : []
  return { features: Object.fromEntries(names.map((name) => [name.trim(), 'true'])) }
}

function isAtJaas({ algorithm, keyId }: Account): boolean {
  return algorithm === 'RS256' && keyId?.startsWith(JAAS) === true
}

/** What JaaS's own page checks before it connects (`validateJwt`), told here at the setting. */
function checkJaas({ keyId = '', appId, audience, subject }: Account, { tenant }: Server): void {
  const field = !keyId.startsWith(`${tenant}/`)
    ? 'keyId'
    : appId !== 'chat'
      ? 'appId'
      : audience !== 'jitsi'
        ? 'audience'
        : subject !== undefined && subject !== tenant
          ? 'subject'
          : undefined
  if (field === undefined) return
  const text = {
    en: 'At JaaS the server’s address ends with the AppID, the key ID begins with it, the app ID is chat, the audience jitsi, and the subject empty.',
    de: 'Bei JaaS endet die Adresse des Servers mit der AppID, die Schlüssel-ID beginnt mit ihr, die App-ID ist chat, der Empfänger jitsi und der Gegenstand leer.',
  }
  throw new PluginError('invalid', text, { field })
}

function absent(field: string): PluginError {
  const text = { en: 'The account is not set up for tokens.', de: 'Das Konto ist nicht für Token eingerichtet.' }
  return new PluginError('missing', text, { field })
}
