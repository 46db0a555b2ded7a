/**
 * Addresses that a server takes: the query, and a checksum over it (docs.bigbluebutton.org, development/api, "API
 * Security Model", Usage).
 *
 * @module
 */
import { type Parameters, PluginError, url } from '@joinery/sdk'
import { sha1, sha256, sha384, sha512 } from '@joinery/sdk/hash'
import type { Account } from './fields.ts'

/** The calls that are made here. */
export type Call = 'create' | 'join' | 'isMeetingRunning' | 'end' | 'getRecordings'

const HASHES = { sha1, sha256, sha384, sha512 } as const
const SECRET_MISSING = { en: 'The shared secret is missing.', de: 'Das gemeinsame Geheimnis fehlt.' } as const
const SERVER_WITH_QUERY = {
  en: 'The address of the server has no “?” in it.',
  de: 'Die Adresse des Servers enthält kein „?“.',
} as const

/**
 * The address of a call with its checksum: the hash of the call's name, the query as it stands there, and the secret.
 *
 * Of the secret nothing but that hash goes into the address. It is hashed last, and the name of no call begins another
 * one's, so that the text of one call cannot be cut up into that of another.
 *
 * @throws PluginError `missing` for a secret of white space alone, `invalid` for a server's address with a query.
 */
export function signedUrl(account: Account, call: Call, parameters: Parameters): string {
  const query = url('', parameters).slice(1)
  const checksum = checksumOf(account, call + query)
  return `${apiOf(account)}/${call}?${query}&checksum=${checksum}`
}

/** The checksum of a call's name and query, in hex digits. */
export function checksumOf({ algorithm, secret }: Pick<Account, 'algorithm' | 'secret'>, text: string): string {
  // People copy it with the end of its line.
  const key = secret.reveal().trim()
  if (key === '') throw new PluginError('missing', SECRET_MISSING, { field: 'secret' })
  return HASHES[algorithm](text + key)
}

/**
 * Where the calls go: below the address that `bbb-conf --secret` shows, which load balancers give with `/api` at its end,
 * and people without its path.
 */
function apiOf({ server }: Account): string {
  if (server.includes('?')) throw new PluginError('invalid', SERVER_WITH_QUERY, { field: 'server' })
  const given = server.replace(/\/+$/, '')
  if (new URL(server).pathname === '/') return `${given}/bigbluebutton/api`
  return given.endsWith('/api') ? given : `${given}/api`
}
