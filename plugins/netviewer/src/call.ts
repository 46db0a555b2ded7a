/** One call of the gateway: address, and what became of it (vendors.md 3.2). @module */
import {
  type FetchHost,
  isPluginError,
  PluginError,
  type Reply,
  type Request,
  type TaskHost,
  type Text,
  textIn,
} from '@joinery/sdk'
import type { Account } from './fields.ts'
import { CERTIFICATE_HINT, type FieldAt, gatewayError, isAmbiguous } from './gateway-errors.ts'
import { type FieldName, type PathName, type Profile, profileOf } from './profile.ts'

/** What calls need of the host. */
export type CallHost = FetchHost & Pick<TaskHost, 'now'>

/** A call. */
export interface Call extends Pick<Request, 'method' | 'keepWaiting'> {
  readonly path: PathName
  readonly sessionNumber?: string
  readonly json?: unknown
  /** The only status, or the answers, that are success; any 2xx unless told. */
  readonly success?: number | ((reply: Reply) => boolean)
  /** What may have happened where no clear answer came; for calls that change something. */
  readonly mayHave?: Text
  /** Which field of ours a place in the request came from, for refusals that name one. */
  readonly fieldAt?: FieldAt
}

/** A gateway that can be called. */
export interface Gateway {
  readonly profile: Profile
  /**
   * Makes a call, once: nothing here is ever repeated.
   *
   * @throws PluginError for anything but success; `ambiguous` where something may have happened all the same.
   */
  call(request: Call): Promise<Reply>
}

/** What both 404 pages and forms to sign in are not. */
const ACCEPT = 'application/json, application/problem+json'
/** Failures that leave open whether the call was processed; `fetch` tells a refused connection from a broken one nowhere. */
const OPEN_ENDED: ReadonlySet<string> = new Set(['timeout', 'unreachable', 'bad-answer'])

/**
 * The account's gateway.
 *
 * @throws PluginError `missing` (`gatewayUrl`) where the account names none, `invalid` for settings of the profile.
 */
export function gatewayOf(account: Account, host: CallHost): Gateway {
  const { gatewayUrl } = account
  if (gatewayUrl === undefined) throw noGateway()
  const profile = profileOf(account)
  return { profile, call: (request) => call(gatewayUrl, profile, host, request) }
}

async function call(gatewayUrl: string, profile: Profile, host: CallHost, request: Call): Promise<Reply> {
  const { path, sessionNumber, success, mayHave, fieldAt, ...rest } = request
  const url = gatewayUrl.replace(/\/$/, '') + profile.path(path, sessionNumber)
  const reply = await host.fetch(url, { ...rest, headers: { accept: ACCEPT } }).catch((error: unknown) => {
    throw withHint(error, mayHave)
  })
  if (isSuccess(reply, success)) return reply
  if (mayHave !== undefined && isAmbiguous(reply)) throw ambiguous(mayHave)
  if (reply.status < 300) throw badAnswer()
  throw gatewayError(reply, { profile, now: host.now(), ...(fieldAt === undefined ? {} : { fieldAt }) })
}

function isSuccess(reply: Reply, success: Call['success']): boolean {
  if (typeof success === 'function') return success(reply)
  return success === undefined ? reply.status >= 200 && reply.status < 300 : reply.status === success
}

/** No clear answer came; the text says what may have happened. */
export function ambiguous(mayHave: Text, cause?: unknown): PluginError {
  return new PluginError('ambiguous', mayHave, { cause })
}

/** The answer is not what the profile says. */
export function badAnswer(): PluginError {
  return new PluginError('bad-answer', {
    en: 'The gateway gave an answer that is not understood. Compare its paths and field names with the account’s settings.',
    de: 'Die Antwort des Gateways ist nicht verständlich. Bitte Pfade und Feldnamen mit den Einstellungen des Kontos vergleichen.',
  })
}

/**
 * JSON with the names of the profile put in place of ours; what is `undefined` is left out.
 *
 * @example
 * wired(profile, { name: 'Ada King', email: undefined }) // { name: 'Ada King' }
 */
export function wired(
  profile: Profile,
  values: { readonly [Name in FieldName]?: unknown },
): { readonly [name: string]: unknown } {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([name, value]) => [profile.wire(name as FieldName), value]))
}

function withHint(error: unknown, mayHave: Text | undefined): unknown {
  if (!isPluginError(error) || !OPEN_ENDED.has(error.code)) return error
  // Browsers tell a script nothing of a refused certificate: it looks like any broken connection.
  const said = error.code === 'unreachable' ? [CERTIFICATE_HINT] : []
  if (mayHave !== undefined) return ambiguous(joined([mayHave, ...said]), error)
  return new PluginError(error.code, joined([error.text, ...said]), { cause: error })
}

function joined(texts: readonly Text[]): Text {
  const inLanguage = (language: string) => texts.map((text) => textIn(text, language)).join(' ')
  return { en: inLanguage('en'), de: inLanguage('de') }
}

function noGateway(): PluginError {
  const text = {
    en: 'This needs the address of the gateway: enter it in the account.',
    de: 'Dafür wird die Adresse des Gateways gebraucht: Bitte im Konto eintragen.',
  }
  return new PluginError('missing', text, { field: 'gatewayUrl' })
}
