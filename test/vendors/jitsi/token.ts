/** Judges a token as Prosody does with mod_auth_token and token_verification, and before it the page of JaaS. @module */
import { createHmac, verify } from 'node:crypto'
import type { Address } from './client.ts'
import type { Deployment } from './deployment.ts'

/** Somebody who entered a room. */
export interface Entry {
  readonly host: string
  readonly tenant: string | undefined
  /** As its XMPP address has it. */
  readonly room: string
  /** What mod_token_affiliation makes of them; without a token nobody is told apart. */
  readonly role: 'moderator' | 'member' | 'guest'
  /** `context.user` of the token. */
  readonly user: Readonly<Record<string, string>>
  readonly features: Readonly<Record<string, string>> | undefined
  readonly secondsValid: number | undefined
}

/** What the server made of a visit. */
export type Verdict = { readonly entry: Entry } | { readonly refusal: string }

const BASE64_URL = /^[A-Za-z0-9_-]+$/
const CLAIMS = ['aud', 'iss', 'sub', 'room', 'nbf', 'exp', 'context']
const USER = ['id', 'name', 'email', 'avatar', 'moderator']
/** "The Jitsi JSON Web Token (JWT)", supported keys, without those for telephones. */
const FEATURES = ['livestreaming', 'recording', 'transcription', 'file-upload', 'list-visitors']

interface Context {
  readonly user?: Readonly<Record<string, unknown>>
  readonly features?: Readonly<Record<string, unknown>>
}

interface Body {
  readonly aud: unknown
  readonly iss: unknown
  readonly sub: unknown
  readonly room: unknown
  readonly nbf: unknown
  readonly exp: unknown
  readonly context?: Context
}

/** Judges a visit at a moment in milliseconds since 1970. */
export function judge(deployment: Deployment, address: Address, now: number): Verdict {
  const { token, tenant, room } = address
  if (room === '') return { refusal: 'there is no room' }
  const nobody = { host: deployment.host, tenant, room, role: 'guest', user: {} } as const
  if (token === undefined) {
    const isLetIn = deployment.authentication === 'none' || deployment.allowEmptyToken
    return isLetIn
      ? { entry: { ...nobody, features: undefined, secondsValid: undefined } }
      : { refusal: 'token required' }
  }
  if (deployment.authentication === 'none') return { refusal: 'a token where none is asked for' }
  const parts = token.split('.')
  if (parts.length !== 3 || !parts.every((part) => BASE64_URL.test(part))) return { refusal: 'bad token format' }
  const [head = '', payload = '', signature = ''] = parts
  const header = objectIn(head)
  const body = objectIn(payload) as Body | undefined
  if (header === undefined || body === undefined) return { refusal: 'bad token format' }
  const refusal =
    wrongHeader(deployment, header) ??
    wrongSignature(deployment, header, `${head}.${payload}`, signature) ??
    wrongClaims(deployment, body, now) ??
    (deployment.isJaas ? wrongAtJaas(header, body) : undefined) ??
    wrongContext(body.context) ??
    wrongRoom(deployment, body, address)
  if (refusal !== undefined) return { refusal }
  const user = body.context?.user as Readonly<Record<string, string>>
  return {
    entry: {
      ...nobody,
      role: user.moderator === 'true' ? 'moderator' : 'member',
      user,
      features: body.context?.features as Entry['features'],
      secondsValid: Number(body.exp) - Math.floor(now / 1000),
    },
  }
}

function objectIn(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    // Strict UTF-8, and no other encoding of the same bytes.
    const bytes = Buffer.from(part, 'base64url')
    if (bytes.toString('base64url') !== part) return undefined
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined
  } catch {
    return undefined
  }
}

function wrongHeader({ algorithm, keys }: Deployment, header: Readonly<Record<string, unknown>>): string | undefined {
  const names = Object.keys(header).toSorted().join()
  if (header.typ !== 'JWT') return 'Invalid typ'
  if (header.alg !== algorithm) return 'Invalid or incorrect alg'
  if (algorithm === 'HS256') return names === 'alg,typ' ? undefined : 'the header says more than it must'
  if (typeof header.kid !== 'string') return "'kid' claim is missing"
  if (!keys.has(header.kid)) return 'could not obtain public key'
  return names === 'alg,kid,typ' ? undefined : 'the header says more than it must'
}

function wrongSignature(
  { algorithm, appSecret, keys }: Deployment,
  { kid }: Readonly<Record<string, unknown>>,
  signed: string,
  signature: string,
): string | undefined {
  const bytes = Buffer.from(signature, 'base64url')
  if (algorithm === 'HS256') {
    return createHmac('sha256', appSecret).update(signed).digest().equals(bytes) ? undefined : 'Invalid signature'
  }
  const key = keys.get(String(kid))
  return key !== undefined && verify('RSA-SHA256', Buffer.from(signed), key, bytes) ? undefined : 'Invalid signature'
}

function wrongClaims({ acceptedIssuers, acceptedAudiences }: Deployment, body: Body, now: number): string | undefined {
  const seconds = Math.floor(now / 1000)
  const unknown = Object.keys(body).find((name) => !CLAIMS.includes(name))
  if (unknown !== undefined) return `the claim ${unknown} is none`
  if (!Number.isSafeInteger(body.exp)) return 'exp must be number'
  if (!Number.isSafeInteger(body.nbf)) return 'nbf must be number'
  if (seconds >= Number(body.exp)) return 'Not acceptable by exp'
  if (seconds < Number(body.nbf)) return 'Not acceptable by nbf'
  if (!isAccepted(body.iss, acceptedIssuers)) return "invalid 'iss' claim"
  if (!isAccepted(body.aud, acceptedAudiences)) return "invalid 'aud' claim"
  if (typeof body.room !== 'string') return "'room' claim is missing"
  return typeof body.sub === 'string' ? undefined : "'sub' claim is missing"
}

function isAccepted(claim: unknown, accepted: readonly string[]): boolean {
  return typeof claim === 'string' && (accepted.includes('*') || accepted.includes(claim))
}

function wrongAtJaas({ kid }: Readonly<Record<string, unknown>>, { sub, aud, iss, context }: Body): string | undefined {
  const [tenant] = String(kid).split('/')
  if (!String(sub).startsWith('vpaas-magic-cookie')) return 'the tenant is none of JaaS'
  if (tenant !== sub) return 'kid and sub differ'
  if (aud !== 'jitsi') return 'aud is not jitsi'
  if (iss !== 'chat') return 'iss is not chat'
  return context?.features === undefined ? 'features are missing' : undefined
}

function wrongContext(context: Context | undefined): string | undefined {
  if (context?.user === undefined) return 'context.user is missing'
  const { user, features = {} } = context
  const unknown = Object.keys(user).find((name) => !USER.includes(name))
  if (unknown !== undefined) return `context.user.${unknown} is none`
  const broken = Object.keys(user).find((name) => typeof user[name] !== 'string' || user[name] === '')
  if (broken !== undefined) return `context.user.${broken} is no text`
  if (user.moderator !== 'true' && user.moderator !== 'false') return 'context.user.moderator is neither true nor false'
  const feature = Object.keys(features).find((name) => !FEATURES.includes(name) || features[name] !== 'true')
  return feature === undefined ? undefined : `context.features.${feature} is none`
}

/** Prosody makes small letters of ASCII only and encodes what is beyond; the tenant or the domain is compared with `sub`. */
function wrongRoom({ domain }: Deployment, { room, sub }: Body, address: Address): string | undefined {
  const lowered = String(room).replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  const isRoom = room === '*' || encodeURIComponent(lowered).toLowerCase() === address.room
  if (!isRoom) return 'Room and token mismatched'
  return sub === '*' || sub === (address.tenant ?? domain) ? undefined : 'Tenant and token mismatched'
}
