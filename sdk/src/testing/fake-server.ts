/** A `fetch` that reaches no network: it answers as an example says and records what it was asked. @module */
import type { ReplyExample } from './example.ts'

/** What arrived at the fake server. */
export interface SentRequest {
  readonly method: string
  readonly url: string
  readonly headers: { readonly [name: string]: string }
  /** The body as JSON; absent where there was none. */
  readonly json?: unknown
}

/** Answers the request with this index, by returning or throwing as `fetch` does. */
export type Answer = (index: number) => Response | Promise<Response>

/** A task that asks more often than this does not end by itself. */
const MAX_REQUESTS = 50

/** A fake server. */
export interface FakeServer {
  readonly fetch: typeof fetch
  readonly requests: readonly SentRequest[]
  /** Rejects when the task asks without end. */
  readonly overrun: Promise<never>
}

/** Starts a fake server that answers so. */
export function fakeServer(answer: Answer): FakeServer {
  const requests: SentRequest[] = []
  const { promise: overrun, reject } = Promise.withResolvers<never>()
  overrun.catch(() => undefined)
  const fakeFetch = async (url: string, request: RequestInit = {}): Promise<Response> => {
    if (requests.length === MAX_REQUESTS) {
      reject(new Error(`it sent more than ${MAX_REQUESTS} requests`))
      // A rejection would only make an endless task ask again.
      return new Promise(() => undefined)
    }
    requests.push(recorded(url, request))
    return answer(requests.length - 1)
  }
  return { fetch: fakeFetch as typeof fetch, requests, overrun }
}

/** Answers in the order of an example's replies; to one request more with an empty 500. */
export function answersOf(replies: readonly ReplyExample[]): Answer {
  return (index) => {
    const reply = replies[index]
    return reply === undefined ? new Response(null, { status: 500 }) : responseOf(reply)
  }
}

function responseOf({ status = 200, headers = {}, json, text }: ReplyExample): Response {
  const body = json === undefined ? (text ?? null) : JSON.stringify(json)
  return new Response(status === 204 || status === 304 ? null : body, { status, headers: { ...headers } })
}

function recorded(url: string, { method = 'GET', headers, body }: RequestInit): SentRequest {
  return {
    method,
    url: String(url),
    headers: Object.fromEntries(new Headers(headers)),
    ...(typeof body === 'string' ? { json: JSON.parse(body) as unknown } : {}),
  }
}
