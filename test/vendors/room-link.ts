/** Reads a room link as the vendor does: every byte, the signature, the expiry (vendors.md 1). @module */
import { createHash } from 'node:crypto'
import type { Company } from './companies.ts'

/** Somebody who entered a room. */
export interface Entry {
  readonly host: string
  readonly companyId: string
  readonly roomId: string
  readonly role: 'attendee' | 'presenter' | 'moderator'
  readonly name: string
  readonly username: string
  readonly access: 'login page' | 'direct'
  readonly minutesValid: number
  readonly parameters: Readonly<Record<string, string>>
}

/** What the vendor made of a link. */
export type Verdict = { readonly entry: Entry } | { readonly refusal: string }

const ROLES: Readonly<Record<string, Entry['role']>> = { '0': 'attendee', '2': 'presenter', '3': 'moderator' }
const ORDER = [
  'companyID',
  'role',
  'loginType',
  'roomID',
  'inquiry',
  'language',
  'firstName',
  'lastName',
  'userNo',
  'companyUsername',
  '_ts',
  '_t',
  '_v',
  'phone',
  'companyCustomData',
  'email',
]
const REQUIRED = ['companyID', 'role', 'loginType', 'roomID', 'companyUsername', '_ts', '_t', '_v']
const RFC_3986_VALUE = /^(?:[A-Za-z0-9\-._~]|%[0-9A-F]{2})*$/
const LONGEST_MINUTES = 30

/** Judges the query of a link, at a moment in milliseconds since 1970. */
export function judge(host: string, query: string, companies: readonly Company[], now: number): Verdict {
  const parameters = readQuery(query)
  if (typeof parameters === 'string') return { refusal: parameters }
  const missing = REQUIRED.find((name) => parameters[name] === undefined)
  if (missing !== undefined) return { refusal: `${missing} is missing` }
  const role = ROLES[parameters.role ?? '']
  if (role === undefined) return { refusal: 'role is none' }
  if (parameters.loginType !== '2') return { refusal: 'loginType is not 2' }
  if (parameters._v !== '1.3') return { refusal: 'version is not 1.3' }
  if (parameters.language !== undefined && parameters.inquiry !== 'login')
    return { refusal: 'language without direct access' }
  const company = companies.find(({ id }) => id === parameters.companyID)
  if (company === undefined) return { refusal: 'company is unknown' }
  if (!company.rooms.includes(parameters.roomID ?? '')) return { refusal: 'room is unknown' }
  const who = visitor(parameters, company)
  if ('refusal' in who) return who
  if (!/^[A-Za-z0-9_.-]+$/.test(parameters.companyUsername ?? ''))
    return { refusal: 'companyUsername has other characters' }
  const expected = createHash('md5')
    .update(signedText(parameters, company, who.signed), 'utf8')
    .digest('hex')
  if (parameters._t !== expected) return { refusal: 'signature is wrong' }
  const minutesValid = (Number(parameters._ts) - now / 1000) / 60
  if (minutesValid <= 0) return { refusal: 'link has expired' }
  if (minutesValid > LONGEST_MINUTES + 0.1) return { refusal: 'link is valid for too long' }
  return {
    entry: {
      host,
      companyId: company.id,
      roomId: parameters.roomID ?? '',
      role,
      name: who.name,
      username: parameters.companyUsername ?? '',
      access: parameters.inquiry === 'login' ? 'direct' : 'login page',
      minutesValid: Math.round(minutesValid),
      parameters,
    },
  }
}

function readQuery(query: string): Record<string, string> | string {
  const parameters: Record<string, string> = {}
  let place = -1
  for (const pair of query.split('&')) {
    const [name = '', value, ...more] = pair.split('=')
    if (value === undefined || more.length > 0 || !RFC_3986_VALUE.test(value))
      return `${name} is not encoded as RFC 3986 says`
    const position = ORDER.indexOf(name)
    if (position === -1) return `${name} is unknown`
    if (position <= place) return `${name} stands in the wrong place`
    place = position
    parameters[name] = decodeURIComponent(value)
    if (parameters[name] !== parameters[name]?.normalize('NFC')) return `${name} is not NFC`
  }
  return parameters
}

function visitor(
  parameters: Readonly<Record<string, string>>,
  company: Company,
): { readonly name: string; readonly signed: string } | { readonly refusal: string } {
  const { userNo, firstName, lastName, email } = parameters
  if (userNo === undefined || userNo === '0') {
    if (!firstName || !lastName) return { refusal: 'guest without a name' }
    return { name: `${firstName} ${lastName}`, signed: firstName + lastName }
  }
  if (firstName !== undefined || lastName !== undefined || email !== undefined)
    return { refusal: 'name beside a user number' }
  const name = company.users[userNo]
  return name === undefined ? { refusal: 'user is unknown' } : { name, signed: userNo }
}

function signedText(parameters: Readonly<Record<string, string>>, company: Company, who: string): string {
  const { roomID, role, companyUsername, _ts } = parameters
  return `${company.id}${company.password}${roomID}${who}${role}1.3${companyUsername}${_ts}`
}
