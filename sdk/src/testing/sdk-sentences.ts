/** The sentences that the SDK itself says to users within an action: their languages are no plugin's fault. @module */
import type { Address } from '../declarative/address.ts'
import { fillAddress } from '../declarative/fill-address.ts'
import { isPluginError } from '../errors.ts'
import { failedReply } from '../failed-reply.ts'
import type { Reply } from '../plugin.ts'
import { readPerson } from '../prepare-run.ts'
import { restrictFetch } from '../restrict-fetch.ts'
import { encode, url } from '../url.ts'

const ADDRESS = 'https://sdk.example/'
const STATUSES = [400, 401, 403, 404, 409, 429, 500]

/** The English of each sentence, got by provoking it: a list would miss the ones that are added. */
export async function sdkSentences(): Promise<ReadonlySet<string>> {
  const replies = STATUSES.map((status) => failedReply(replyWith(status)).message)
  const made = [
    () => encode('\ud83d'),
    () => url(ADDRESS, { a: Number.NaN }),
    () => filling('..'),
    () => filling('lobby', '?embed'),
  ]
  const fetched = [
    calling('https://elsewhere.example/', async () => new Response()),
    calling(ADDRESS, async () => new Response(null, { status: 302 })),
    calling(ADDRESS, async () => new Response('{')),
    calling(ADDRESS, async () => Promise.reject(new TypeError('fetch failed'))),
    calling(ADDRESS, async () => Promise.reject(new TypeError('fetch failed')), AbortSignal.abort()),
    calling(ADDRESS, whenAborted, undefined, 1),
  ]
  const provoked = await Promise.all([...made.map((make) => async () => make()), ...fetched].map(messageOf))
  return new Set([...replies, ...provoked])
}

/** As a plugin file's action does. */
function filling(room: string, query = ''): string {
  const segment = [{ part: 'target', name: 'room', text: '{target.room}' }] as const
  const address: Address = { start: { setting: 'server' }, segments: [segment], query: undefined, fragment: undefined }
  const values = {
    account: { server: ADDRESS + query },
    target: { room },
    person: readPerson({}, []),
    input: {},
    now: 0,
  }
  return fillAddress(address, values)
}

function replyWith(status: number): Reply {
  return { status, header: () => undefined, text: '', json: () => undefined } as Reply
}

function calling(
  address: string,
  platformFetch: typeof fetch,
  signal = new AbortController().signal,
  timeoutMilliseconds = 1000,
): () => Promise<unknown> {
  const restricted = restrictFetch(platformFetch, { fetch: [`${ADDRESS}*`] }, {}, signal)
  return async () => (await restricted(address, { timeoutMilliseconds })).json()
}

/** It asks again and again, since the timer of a timeout alone keeps no process running. */
const whenAborted: typeof fetch = async (_url, { signal } = {}) => {
  while (!signal?.aborted) await new Promise((resolve) => setTimeout(resolve, 1))
  throw signal.reason
}

async function messageOf(provoke: () => Promise<unknown>): Promise<string> {
  try {
    await provoke()
  } catch (error) {
    if (isPluginError(error)) return error.message
    throw error
  }
  throw new Error('The SDK said nothing where it should refuse.')
}
