/** Everything that can go wrong between a task and its server. @module */
import { PluginError } from '../errors.ts'

/** One way to fail. */
export interface Failure {
  readonly name: string
  /** `not-there`: the vendor does not know the thing; `strange-body`: 200 with a body of no use; `refusal`: the rest. */
  readonly kind: 'refusal' | 'not-there' | 'strange-body'
  /** Answers as `fetch` would; the controller is the run's own. */
  readonly answer: (controller: AbortController) => Response
}

const JSON_TYPE = { 'content-type': 'application/json' }
const LARGE_BODY = new Uint8Array(6 * 1024 * 1024).fill(0x20)
const DEPTH = 5000

/** Every way to fail. */
export const failures: readonly Failure[] = [
  {
    name: 'no connection',
    kind: 'refusal',
    answer() {
      throw new TypeError('fetch failed')
    },
  },
  {
    name: 'no answer in time',
    kind: 'refusal',
    answer() {
      throw new PluginError('timeout', { en: 'The server did not answer in time.', de: 'Keine Antwort.' })
    },
  },
  {
    name: 'called off',
    kind: 'refusal',
    answer(controller) {
      controller.abort()
      throw controller.signal.reason
    },
  },
  { name: 'redirect', kind: 'refusal', answer: () => status(302, { location: 'https://elsewhere.example/' }) },
  ...[400, 401, 403].map((code) => refusal(code)),
  ...[404, 409, 410].map((code) => ({ ...refusal(code), kind: 'not-there' }) as const),
  { name: 'status 429 with Retry-After', kind: 'refusal', answer: () => status(429, { 'retry-after': '7' }) },
  ...[500, 502, 503].map((code) => refusal(code)),
  strange('an empty body', ''),
  strange('a web page', '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' }),
  strange('the JSON null', 'null'),
  strange('an empty JSON list', '[]'),
  strange('an empty JSON object', '{}'),
  strange('a JSON text', '"text"'),
  strange('a JSON number', '0'),
  strange('deep JSON', '['.repeat(DEPTH) + ']'.repeat(DEPTH)),
  strange('JSON that breaks off', '{"a": [1, {"b'),
  {
    name: 'a body of 6 MiB',
    kind: 'refusal',
    answer: () => new Response(LARGE_BODY, { headers: JSON_TYPE }),
  },
]

function status(code: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status: code, headers })
}

function refusal(code: number): Failure {
  return { name: `status ${code}`, kind: 'refusal', answer: () => status(code) }
}

function strange(name: string, body: string, headers: Record<string, string> = JSON_TYPE): Failure {
  return { name, kind: 'strange-body', answer: () => new Response(body, { headers }) }
}
