/** The link that starts Netviewer: the program's address with the token set once (vendors.md 3.1). @module */
import { encode, PluginError } from '@joinery/sdk'
import type { Account } from './fields.ts'
import { isToken } from './token-pattern.ts'

/**
 * The link for a token, which stands in it as it is; what else the address says is kept.
 *
 * @throws PluginError `invalid` for what has not the form of a token, naming the field that holds it.
 */
export function programLink({ programUrl, tokenPattern }: Account, token: string, field: string): string {
  if (!isToken(token, tokenPattern)) throw noToken(field)
  const [page = ''] = programUrl.split('?', 1)
  const kept = programUrl
    .slice(page.length + 1)
    .split('&')
    .filter((pair) => pair !== '' && !isTokenParameter(pair))
  return `${page}?${[...kept, `token=${encode(token)}`].join('&')}`
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
