/** Tries the account's tokens (vendors.md 2.1, `ping`). @module */
import { type Outcome, PluginError } from '@joinery/sdk'
import { objectIn } from './answers.ts'
import { badAnswer, type CallHost, call } from './call.ts'
import type { Account } from './fields.ts'
import type { Credential } from './vendor-errors.ts'

/** Says that TeamViewer takes every token that the account has. */
export async function testConnection(account: Account, host: CallHost): Promise<Outcome> {
  await ping('token', account, host)
  if (account.vendorToken !== undefined) await ping('vendorToken', account, host)
  return {
    type: 'done',
    message:
      account.vendorToken === undefined
        ? { en: 'TeamViewer accepts the script token.', de: 'TeamViewer nimmt den Skript-Token an.' }
        : { en: 'TeamViewer accepts both tokens.', de: 'TeamViewer nimmt beide Token an.' },
  }
}

async function ping(credential: Credential, account: Account, host: CallHost): Promise<void> {
  const reply = await call(account, host, { path: '/ping', credential })
  const { token_valid: isValid } = objectIn(reply.json())
  if (isValid === true) return
  if (isValid !== false) throw badAnswer()
  const text = { en: 'TeamViewer does not accept the token.', de: 'TeamViewer nimmt den Token nicht an.' }
  throw new PluginError('unauthorized', text, { field: credential })
}
