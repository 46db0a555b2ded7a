/** Registers an Android app by its signing key; the body is our best reading of the document (vendors.md 2.1). @module */
import type { Outcome } from '@joinery/sdk'
import { objectIn, textAt } from './answers.ts'
import { type CallHost, call } from './call.ts'
import type { Account } from './fields.ts'

const MAY_HAVE_REGISTERED = {
  en: 'No clear answer came. TeamViewer may have registered the app; it is not asked again by itself.',
  de: 'Es kam keine klare Antwort. TeamViewer hat die App womöglich registriert; es wird nicht von selbst noch einmal gefragt.',
} as const

/** Gives the id under which TeamViewer knows the app's key. */
export async function appRegistration(account: Account, signingKey: string, host: CallHost): Promise<Outcome> {
  const reply = await call(account, host, {
    method: 'POST',
    path: '/oem/appregistrations',
    json: { api_key: signingKey.replace(/[:\s]/g, '').toUpperCase() },
    mayHave: MAY_HAVE_REGISTERED,
  })
  const id = textAt(objectIn(reply.json()), 'key_id')
  return {
    type: 'done',
    message: {
      en: `The app is registered; its key ID is ${id}. (This call is not verified against the live service.)`,
      de: `Die App ist registriert; die ID ihres Schlüssels ist ${id}. (Dieser Aufruf ist nicht am echten Dienst geprüft.)`,
    },
  }
}
