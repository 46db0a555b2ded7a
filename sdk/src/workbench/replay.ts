/** What a task's requests get: the replies that the author wrote, or those of the network. @module */
import type { ReplyExample } from '../testing/example.ts'
import type { SentRequest } from '../testing/fake-server.ts'
import type { ShownExchange, WrittenReply } from './messages.ts'

const MAX_REQUESTS = 50
const MAX_SHOWN_BYTES = 200_000

/** A `fetch` that notes every request with its reply; without a network it gives what was written, in order. */
export function recordingFetch(
  exchanges: ShownExchange[],
  { replies, network }: { readonly replies: readonly WrittenReply[]; readonly network: typeof fetch | undefined },
): typeof fetch {
  const send = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const index = exchanges.length
    const request = sentRequest(url, init)
    // A task that asks without end is not told so by a rejection: it would only ask again.
    if (index >= MAX_REQUESTS) return new Promise(() => undefined)
    if (network === undefined) {
      const reply = replies[index]
      exchanges.push({ request, ...(reply === undefined ? {} : { reply }) })
      if (reply === undefined) throw new TypeError('No reply was written for this request.')
      return responseOf(reply)
    }
    exchanges.push({ request })
    const response = await network(url, init)
    exchanges[index] = { request, reply: await writtenFrom(response.clone()) }
    return response
  }
  return send as typeof fetch
}

function sentRequest(url: string, { method = 'GET', headers, body }: RequestInit): SentRequest {
  return {
    method,
    url: String(url),
    headers: Object.fromEntries(new Headers(headers)),
    ...(typeof body === 'string' ? { json: JSON.parse(body) as unknown } : {}),
  }
}

function responseOf({ status, headers, body }: WrittenReply): Response {
  const isEmpty = [204, 205, 304].includes(status)
  return new Response(isEmpty ? null : body, { status, headers: { ...headers } })
}

async function writtenFrom(response: Response): Promise<WrittenReply> {
  const body = await response.text()
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: body.length > MAX_SHOWN_BYTES ? `${body.slice(0, MAX_SHOWN_BYTES)}…` : body,
  }
}

/** A written reply as examples have it; what it was asked is of no matter, since replies go by their order. */
export function replayed({ status, headers, body }: WrittenReply): ReplyExample {
  return { request: { url: '' }, status, headers, text: body }
}

/** What is wrong with a reply that was written; `undefined` where nothing is. */
export function replyComplaint({ status, headers }: WrittenReply): string | undefined {
  if (!Number.isInteger(status) || status < 200 || status > 599) return 'The status must be a number from 200 to 599.'
  try {
    new Headers({ ...headers })
    return undefined
  } catch {
    return 'A header’s name or value has a sign that headers cannot have.'
  }
}
