/** The `fetch` that a task gets: declared origins, no cookies, no redirects, errors with names. @module */
import { isPluginError, PluginError } from './errors.ts'
import { matchesPattern, type PatternSettings } from './patterns.ts'
import type { Permissions, Reply, ReplySchema, Request } from './plugin.ts'

const DEFAULT_TIMEOUT_MILLISECONDS = 30_000
const MAX_BODY_BYTES = 5 * 1024 * 1024

/**
 * Makes the `fetch` that a plugin with these permissions gets on an account with these settings.
 *
 * @example
 * const fetch = restrictFetch(globalThis.fetch, { fetch: ['https://api.example/*'] }, {}, new AbortController().signal)
 */
export function restrictFetch(
  platformFetch: typeof fetch,
  permissions: Permissions,
  settings: PatternSettings,
  signal: AbortSignal,
): (url: string, request?: Request) => Promise<Reply> {
  const grants = (permissions.fetch ?? []).map((grant) =>
    typeof grant === 'string' ? { pattern: grant, clientCertificate: false } : grant,
  )
  return async (given, request = {}) => {
    // Read once: an object could be one address here and another below.
    const url = String(given)
    const grant = grants.find(({ pattern }) => matchesPattern(pattern, url, settings))
    if (grant === undefined) throw notPermitted()
    const timeout = AbortSignal.timeout(request.timeoutMilliseconds ?? DEFAULT_TIMEOUT_MILLISECONDS)
    if (request.keepWaiting && signal.aborted) throw named(signal.reason, signal, timeout)
    const ends = request.keepWaiting ? [timeout] : [signal, timeout]
    try {
      const response = await platformFetch(url, {
        method: request.method ?? 'GET',
        headers: { ...(request.json === undefined ? {} : { 'content-type': 'application/json' }), ...request.headers },
        ...(request.json === undefined ? {} : { body: JSON.stringify(request.json) }),
        credentials: grant.clientCertificate ? 'include' : 'omit',
        redirect: 'manual',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.any(ends),
      })
      return await replyOf(response)
    } catch (error) {
      throw named(error, request.keepWaiting ? undefined : signal, timeout)
    }
  }
}

function notPermitted(): PluginError {
  return new PluginError('not-permitted', {
    en: 'The plugin wanted to call an address that its permissions do not allow. Nothing was sent.',
    de: 'Das Plugin wollte eine Adresse aufrufen, die seine Berechtigungen nicht erlauben. Es wurde nichts gesendet.',
  })
}

function named(error: unknown, signal: AbortSignal | undefined, timeout: AbortSignal): PluginError {
  if (isPluginError(error)) return error
  if (signal?.aborted) return new PluginError('cancelled', { en: 'Cancelled.', de: 'Abgebrochen.' })
  if (timeout.aborted) {
    return new PluginError('timeout', {
      en: 'The server did not answer in time.',
      de: 'Der Server hat nicht rechtzeitig geantwortet.',
    })
  }
  const text = { en: 'The server cannot be reached.', de: 'Der Server ist nicht erreichbar.' }
  return new PluginError('unreachable', text, { cause: error })
}

async function replyOf(response: Response): Promise<Reply> {
  // Browsers hide where a redirect leads (`opaqueredirect`, status 0); Node shows it.
  if (
    response.type === 'opaqueredirect' ||
    (response.status >= 300 && response.status < 400 && response.status !== 304)
  ) {
    throw new PluginError('not-permitted', {
      en: 'The server redirects to another address; this is not followed.',
      de: 'Der Server leitet auf eine andere Adresse um; dem wird nicht gefolgt.',
    })
  }
  const text = await readBody(response)
  return Object.freeze({
    status: response.status,
    header: Object.freeze((name: string) => response.headers.get(name) ?? undefined),
    text,
    json: Object.freeze(<Output>(schema?: ReplySchema<Output>) => parse(text, schema) as Output),
  })
}

async function readBody(response: Response): Promise<string> {
  if (response.body === null) return ''
  const decoder = new TextDecoder()
  let text = ''
  let byteCount = 0
  for await (const chunk of response.body) {
    byteCount += chunk.byteLength
    if (byteCount > MAX_BODY_BYTES) throw badAnswer()
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function badAnswer(cause?: unknown): PluginError {
  const text = {
    en: 'The server gave an answer that is not understood.',
    de: 'Die Antwort des Servers ist nicht verständlich.',
  }
  return new PluginError('bad-answer', text, { cause })
}

function parse<Output>(text: string, schema: ReplySchema<Output> | undefined): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw badAnswer()
  }
  if (schema === undefined) return value
  const result = schema['~standard'].validate(value)
  if (result instanceof Promise) throw new TypeError('A reply schema must check synchronously')
  if (result.issues !== undefined) throw badAnswer()
  return result.value
}
