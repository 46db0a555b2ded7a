/** The link that starts Netviewer: the program's address with the token set once (vendors.md 3.1). @module */
import { PluginError, url } from '@joinery/sdk'
import type { Account } from './fields.ts'
import { isToken } from './token-pattern.ts'

/**
 * The link for a token, which stands in it as it is; what else the address says is kept.
 *
 * @throws PluginError `invalid` for what has not the form of a token, naming the field that holds it.
 */
export function programLink({ programUrl, tokenPattern }: Account, token: string, field: string): string {
  if (!isToken(token, tokenPattern)) throw noToken(field)
  return url(withoutToken(programUrl), { token })
}

function withoutToken(address: string): string {
  const queryAt = address.indexOf('?')
  if (queryAt === -1) return address
  const query = address.slice(queryAt + 1)
  const kept = query.split('&').filter((pair) => !isTokenParameter(pair))
  return address.slice(0, queryAt) + (kept.join('') === '' ? '' : `?${kept.join('&')}`)
}

// Servers read `%74oken` and `token[]` as the same parameter.
function isTokenParameter(pair: string): boolean {
  const [name = ''] = pair.split('=', 1)
  return /^token(\[|$)/.test(decoded(name).trim())
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll('+', ' '))
  } catch {
    return name
  }
}

function noToken(field: string): PluginError {
  const text = {
    en: 'This is no token of the form that the account is set to.',
    de: 'Das ist kein Token der Form, die im Konto eingestellt ist.',
  }
  return new PluginError('invalid', text, { field })
}
