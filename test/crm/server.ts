/** The demo CRM as a web server on the loopback interface. @module */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerApi } from './api.ts'
import { type AppFile, readAppFiles } from './files.ts'
import { createStore, type Store } from './store.ts'

const HOST = '127.0.0.1'
const LARGEST_BODY_BYTES = 16_384
const SHELL = '/app/index.html'
// The addresses of the single page; each loads the same shell.
const PAGE = /^\/(?:(?:contacts|companies|cases)(?:\/[a-z]-\d{1,8})?)?$/

/** Strict on purpose: an extension must work in a page that allows nothing but its own files. */
const SECURITY_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
} as const

/** A running demo CRM. */
export type Crm = {
  /** Where it is, such as `http://127.0.0.1:4100`. */
  readonly origin: string
  /** Ends it, also for browsers that are still connected. */
  close(): Promise<void>
}

/**
 * Starts a demo CRM with fresh records.
 *
 * @param options.port - where to listen; a free port when left out
 */
export async function startCrm(options: { readonly port?: number } = {}): Promise<Crm> {
  const files = await readAppFiles()
  const store = createStore()
  const server = createServer((request, response) => {
    respond(request, response, store, files).catch(() => response.destroy())
  })
  server.listen(options.port ?? 0, HOST)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://${HOST}:${port}`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  store: Store,
  files: ReadonlyMap<string, AppFile>,
): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
  const url = URL.parse(`http://${HOST}${request.url ?? '/'}`)
  if (url === null) return sendText(response, 400, 'This address is malformed.')
  if (url.pathname.startsWith('/api/')) return respondApi(request, response, store, url)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    return sendText(response, 405, 'Allowed here: GET, HEAD.')
  }
  const path = PAGE.test(url.pathname) ? SHELL : url.pathname
  const file = files.get(path)
  if (file === undefined) return sendText(response, 404, 'There is no such page.')
  // As products do: each page loads its scripts once.
  response.setHeader('Cache-Control', path === SHELL ? 'no-cache' : 'max-age=300')
  response.setHeader('Content-Type', file.type)
  response.end(file.content)
}

async function respondApi(request: IncomingMessage, response: ServerResponse, store: Store, url: URL): Promise<void> {
  const method = request.method ?? 'GET'
  if (method !== 'GET' && method !== 'HEAD') {
    if (isForeign(request)) return sendJson(response, 403, { error: 'Another site must not change records.' })
    if (!request.headers['content-type']?.startsWith('application/json')) {
      return sendJson(response, 415, { error: 'The body must be application/json.' })
    }
  }
  const body = await readBody(request)
  if (body === undefined) return sendJson(response, 413, { error: 'The body is too large.' })
  const answer = answerApi(store, { method, url, body })
  if (answer.allow !== undefined) response.setHeader('Allow', answer.allow)
  sendJson(response, answer.status, answer.value)
}

/** Whether a page of another origin sent this. Clients that are no browser name no origin. */
function isForeign({ headers }: IncomingMessage): boolean {
  return headers.origin !== undefined && URL.parse(headers.origin)?.host !== headers.host
}

/** The body as text, or undefined where it is longer than any real one. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > LARGEST_BODY_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.statusCode = status
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.end(JSON.stringify(value))
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.end(`${text}\n`)
}
