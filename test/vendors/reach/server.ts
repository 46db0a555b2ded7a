/** The backend's web server: each request is noted, meets its fault if there is one, and is answered. @module */
import { once } from 'node:events'
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type Answer, type WrittenAnswer, write } from './answers.ts'
import { acceptsJson } from './body.ts'
import type { Fault, FaultLine } from './faults.ts'
import type { Pacer } from './pace.ts'
import { now, type OpenRequest, type WritableLog } from './requests.ts'
import { methodNotAllowed, notFound, respond } from './respond.ts'
import { matchPath, nameOf, type Route } from './routes.ts'
import type { World } from './world.ts'

/** What the server works with. */
export interface Backend {
  readonly world: World
  readonly routes: readonly Route[]
  readonly pacer: Pacer
  readonly faults: FaultLine
  readonly log: WritableLog
}

/** How the server speaks. */
export interface ServerOptions {
  /** A key and a certificate, as PEM, for https; without them the server speaks http. */
  readonly certificate?: { readonly key: string; readonly cert: string }
  /**
   * Whether connections stay open for further requests, as they do by default. When such a connection breaks before an
   * answer, browsers may send the request again by themselves, POST too.
   */
  readonly keepAlive?: boolean
}

/** Where the server is, and how to end it. */
export interface RunningServer {
  readonly origin: string
  close(): Promise<void>
}

const HOST = '127.0.0.1'

/** Starts the server on a loopback port, over TLS where a certificate is given. */
export async function startServer(
  backend: Backend,
  { certificate, keepAlive = true }: ServerOptions,
): Promise<RunningServer> {
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    if (!keepAlive) response.setHeader('connection', 'close')
    serve(backend, request, response).catch(() => response.destroy())
  }
  const server =
    certificate === undefined
      ? createHttpServer(listener)
      : createHttpsServer({ key: certificate.key, cert: certificate.cert }, listener)
  server.listen(0, HOST)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    origin: `${certificate === undefined ? 'http' : 'https'}://${HOST}:${port}`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function serve(backend: Backend, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', url = '', headers } = request
  const body = await readBody(request)
  const [path = '', query = ''] = splitOnce(url)
  const matches = matchPath(backend.routes, path)
  const match = matches.find(({ route }) => route.method === method)
  const call = match === undefined ? '' : nameOf(match.route)
  const seen = backend.log.note({ method, url, call, headers, body: body.toString('utf8') })
  const fault = backend.faults.take(seen)
  const early = await meet(fault, 'before')
  if (early === 'broken') {
    response.destroy()
    return
  }
  const answer = early ?? (await rightAnswer())
  const late = early === undefined ? await meet(fault, 'after') : undefined
  if (late === 'broken') {
    response.destroy()
    return
  }
  const written = write(late ?? answer, acceptsJson(headers.accept) ? 'json' : 'xml')
  send(response, fault?.type === 'truncate' ? halved(written) : written, fault, seen)

  async function rightAnswer(): Promise<Answer> {
    if (matches.length === 0) return notFound
    if (match === undefined) return methodNotAllowed(method, matches)
    const given = await respond(backend.world, backend.pacer, { match, headers, query, body })
    seen.done = given.status < 300
    return given
  }
}

/** Lets a fault happen, if this is its moment. */
async function meet(fault: Fault | undefined, moment: 'before' | 'after'): Promise<Answer | 'broken' | undefined> {
  if (fault === undefined || fault.type === 'truncate' || fault.moment !== moment) return undefined
  if (fault.type === 'drop') return 'broken'
  if (fault.type === 'answer') return fault.answer
  await fault.wait()
  return undefined
}

function send(
  response: ServerResponse,
  { status, headers, body }: WrittenAnswer,
  fault: Fault | undefined,
  seen: OpenRequest,
): void {
  const length = status === 204 ? {} : { 'content-length': String(body.length) }
  response.writeHead(status, { 'cache-control': 'no-cache', ...headers, ...length })
  if (fault?.type === 'drop') {
    response.write(body.subarray(0, body.length >> 1), () => response.destroy())
    return
  }
  seen.status = status
  response.end(body, () => {
    seen.answeredAt = now()
  })
}

function halved({ body, ...answer }: WrittenAnswer): WrittenAnswer {
  return { ...answer, body: body.subarray(0, body.length >> 1) }
}

function splitOnce(url: string): readonly string[] {
  const mark = url.indexOf('?')
  return mark === -1 ? [url] : [url.slice(0, mark), url.slice(mark + 1)]
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}
