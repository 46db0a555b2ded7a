/** One call of TeamViewer's interface: address, token, and what became of it (vendors.md 2.1). @module */
import {
  type FetchHost,
  isPluginError,
  PluginError,
  type Reply,
  type Request,
  type TaskHost,
  type Text,
} from '@joinery/sdk'
import type { Account } from './fields.ts'
import { type Credential, isAmbiguous, vendorError } from './vendor-errors.ts'

/** What calls need of the host. */
export type CallHost = FetchHost & Pick<TaskHost, 'now'>

/** A call. */
export interface Call extends Pick<Request, 'method' | 'json' | 'keepWaiting'> {
  /** After `/api/v1`. */
  readonly path: string
  /** The script token unless told. */
  readonly credential?: Credential
  /** The only status that is success; any 2xx unless told. */
  readonly success?: number
  /** What may have happened where no clear answer came; for calls that change something. */
  readonly mayHave?: Text
}

// What a header takes: visible characters of Latin-1.
const TOKEN = /^[\x21-\x7e\xa1-\xff]+$/
/** Failures that leave open whether the call was processed; `fetch` tells a refused connection from a broken one nowhere. */
const OPEN_ENDED: ReadonlySet<string> = new Set(['timeout', 'unreachable', 'bad-answer'])

/**
 * Makes a call, once: nothing here is ever repeated.
 *
 * @throws PluginError for anything but success; `ambiguous` where something may have happened all the same.
 */
export async function call(account: Account, host: CallHost, request: Call): Promise<Reply> {
  const { path, credential = 'token', success, mayHave, ...rest } = request
  const headers = { accept: 'application/json', authorization: `Bearer ${tokenOf(account, credential)}` }
  const url = `${account.apiUrl.replace(/\/$/, '')}/api/v1${path}`
  const reply = await host.fetch(url, { ...rest, headers }).catch((error: unknown) => {
    throw mayHave !== undefined && isPluginError(error) && OPEN_ENDED.has(error.code)
      ? ambiguous(mayHave, error)
      : error
  })
  const isSuccess = success === undefined ? reply.status >= 200 && reply.status < 300 : reply.status === success
  if (isSuccess) return reply
  if (mayHave !== undefined && isAmbiguous(reply)) throw ambiguous(mayHave, vendorError(reply, credential, host.now()))
  if (reply.status < 300) throw badAnswer()
  throw vendorError(reply, credential, host.now())
}

/** No clear answer came; the text says what may have happened. */
export function ambiguous(mayHave: Text, cause?: unknown): PluginError {
  return new PluginError('ambiguous', mayHave, { cause })
}

/** The answer is not what the protocol says. */
export function badAnswer(): PluginError {
  return new PluginError('bad-answer', {
    en: 'TeamViewer gave an answer that is not understood.',
    de: 'Die Antwort von TeamViewer ist nicht verständlich.',
  })
}

function tokenOf(account: Account, credential: Credential): string {
  const token = account[credential]?.reveal().trim() ?? ''
  if (TOKEN.test(token)) return token
  if (token !== '') {
    const text = { en: 'The token contains characters that no token has.', de: 'Der Token enthält unmögliche Zeichen.' }
    throw new PluginError('invalid', text, { field: credential })
  }
  throw new PluginError(
    'missing',
    { en: 'This needs the account’s vendor token.', de: 'Dafür braucht das Konto den Vendor-Token.' },
    { field: credential },
  )
}
