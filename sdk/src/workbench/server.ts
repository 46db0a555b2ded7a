/** The workbench's server: one page on loopback, for whoever was given its address. @module */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openBench } from './bench.ts'
import { type Given, givenFiles } from './files.ts'
import { admitted } from './guard.ts'
import type { Question } from './messages.ts'
import type { WorkerData } from './worker-messages.ts'

/** A workbench that runs until it is disposed of. */
export interface Workbench extends AsyncDisposable {
  /** The page's address, with the token that opens it. */
  readonly address: string
}

/** A form with a file of 1 MiB, and what stands around it. */
const LONGEST_BODY = 8 * 1024 * 1024

const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const

/**
 * Opens the workbench of a plugin on a free port of loopback.
 *
 * @throws an error named `NotLoaded` where there is no such package.
 */
export async function openWorkbench(about: WorkerData): Promise<Workbench> {
  const bench = await openBench(about)
  const files = givenFiles()
  const token = randomBytes(24).toString('base64url')
  const ended = new AbortController()
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
    const path = admitted(request, { port: portOf(), token })
    void answer(request, response, path).catch(() => response.destroy())
  })
  const portOf = () => (server.address() as AddressInfo).port

  async function answer(request: IncomingMessage, response: ServerResponse, path: string | number): Promise<void> {
    if (typeof path === 'number') return end(response, path)
    if (request.method === 'POST') return path === 'ask' ? ask(request, response) : end(response, 404)
    if (path === 'state') return give(response, json(bench.state()))
    if (path === 'events') return tellChanges(response)
    const file = files.get(path)
    return file === undefined ? end(response, 404) : give(response, file())
  }

  async function ask(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const question = body === undefined ? undefined : questionIn(body)
    if (question === undefined) return end(response, body === undefined ? 413 : 400)
    const isGone = new AbortController()
    response.on('close', () => isGone.abort())
    // A task that nobody waits for is stopped; a link is made at once.
    give(response, json(await bench.ask(question, question.kind === 'run' ? isGone.signal : undefined)))
  }

  function tellChanges(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    const tell = () => void response.write(`data: ${bench.state().generation}\n\n`)
    bench.onChange(tell, AbortSignal.any([gone.signal, ended.signal]))
    tell()
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${portOf()}/${token}/`,
    async [Symbol.asyncDispose]() {
      ended.abort()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      await bench[Symbol.asyncDispose]()
    },
  }
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end(`${status}\n`)
}

function give(response: ServerResponse, { type, text }: Given): void {
  response.writeHead(200, { 'content-type': type }).end(text)
}

function json(value: unknown): Given {
  return { type: 'application/json', text: JSON.stringify(value) }
}

/** The body; `undefined` where it is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let byteCount = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    byteCount += chunk.length
    if (byteCount > LONGEST_BODY) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** A question of the right shape; what its values are is read by the fields, as everywhere. */
function questionIn(body: string): Question | undefined {
  try {
    const question = JSON.parse(body) as Question
    const { account, target, me, contact, inputs, targets } = question.values
    const isWhole = [account, target, me, contact, inputs].every(isObject) && Array.isArray(targets)
    if (!isWhole || !targets.every(isObject)) return undefined
    if (question.kind === 'evaluate') return question
    const isRun = question.kind === 'run' && typeof question.action === 'string' && Array.isArray(question.replies)
    return isRun && question.replies.every(isReply) ? question : undefined
  } catch {
    return undefined
  }
}

function isReply(reply: unknown): boolean {
  return (
    isObject(reply) &&
    'body' in reply &&
    typeof reply.body === 'string' &&
    'headers' in reply &&
    isObject(reply.headers)
  )
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
