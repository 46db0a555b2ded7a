/** A server's address taken apart: where its rooms are, and whose they are. @module */
import { PluginError } from '@joinery/sdk'

/** What a server's address says. */
export interface Server {
  /** What stands before a room's name, with the slash. */
  readonly base: string
  /** The host's name, without its port. */
  readonly host: string
  /** The tenant of rooms below a path, in small letters. */
  readonly tenant: string | undefined
}

/** One segment, of characters that are the same encoded or not: tenants with others are known not to work. */
const TENANT_PATH = /^\/([\w.~-]+)?\/?$/

/**
 * Takes a server's address apart: rooms stand at `/room`, or at `/tenant/room` (lib-jitsi-meet, doc/tokens.md, "Token
 * structure", at `sub`; jitsi-meet, react/features/base/util/uri.ts, `parseURIString`).
 *
 * @throws PluginError `invalid` for a query, or a path of more than the tenant.
 * @example
 * serverAt('https://meet.example.com/Acme') // { base: 'https://meet.example.com/Acme/', host: 'meet.example.com', tenant: 'acme' }
 */
export function serverAt(address: string): Server {
  const { origin, hostname, pathname, search } = new URL(address)
  const path = TENANT_PATH.exec(pathname)
  if (path === null || search !== '') throw invalid()
  const [, tenant] = path
  return {
    base: tenant === undefined ? `${origin}/` : `${origin}/${tenant}/`,
    host: hostname,
    tenant: tenant?.toLowerCase(),
  }
}

function invalid(): PluginError {
  const text = {
    en: 'The address of a server ends with its name, or with one tenant after it.',
    de: 'Die Adresse eines Servers endet mit seinem Namen oder mit einem Mandanten danach.',
  }
  return new PluginError('invalid', text, { field: 'server' })
}
