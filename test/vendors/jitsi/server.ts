/** The web server of simulated Jitsi Meet servers, each under its own name. @module */

import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type Address, readAddress } from './client.ts'
import type { Deployment } from './deployment.ts'
import { CONNECT, page } from './page.ts'
import { judge, type Verdict } from './token.ts'

/** What the server saw of one page that asked to be let in. */
export type Visit = Verdict & { readonly address: Address }

/** The running server. */
export interface JitsiVendor {
  readonly port: number
  readonly visits: readonly Visit[]
  /** Addresses that were asked for, with the query, in order. */
  readonly requests: readonly { readonly url: string; readonly headers: IncomingMessage['headers'] }[]
  close(): Promise<void>
}

/** What stands in a path or query as RFC 3986 has it, and nothing else. */
const ENCODED = /^(?:\/(?:[A-Za-z0-9\-._~]|%[0-9A-F]{2})+){1,2}(?:\?jwt=[A-Za-z0-9\-_.]+)?$/

/** Starts it on a loopback port. */
export async function startJitsi(
  deployments: readonly Deployment[],
  certificate: { readonly key: string; readonly cert: string },
): Promise<JitsiVendor> {
  const visits: Visit[] = []
  const requests: JitsiVendor['requests'][number][] = []

  async function connect(deployment: Deployment, request: IncomingMessage, response: ServerResponse) {
    let body = ''
    for await (const chunk of request.setEncoding('utf8')) body += chunk
    const address = JSON.parse(body) as Address
    const visit = { ...judge(deployment, address, Date.now()), address }
    visits.push(visit)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(visit))
  }

  const server = createServer({ key: certificate.key, cert: certificate.cert }, (request, response) => {
    const deployment = deployments.find(({ host }) => host === request.headers.host)
    const { url = '', headers } = request
    if (deployment === undefined) return void response.writeHead(404).end()
    if (url === CONNECT) return void connect(deployment, request, response)
    if (url === '/favicon.ico') return void response.writeHead(404).end()
    requests.push({ url, headers })
    if (!ENCODED.test(url)) return void response.writeHead(400).end(`Not encoded as RFC 3986 says: ${url.length} signs`)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(page())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    visits,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** What a link comes to, without a browser: its form, what the page reads in it, and what the server makes of that. */
export function follow(deployment: Deployment, link: string, now: number): Visit {
  const url = new URL(link)
  const address = readAddress(url)
  if (url.origin !== `https://${deployment.host}`) return { refusal: 'another server', address }
  if (!ENCODED.test(url.pathname + url.search)) return { refusal: 'not encoded as RFC 3986 says', address }
  return { ...judge(deployment, address, now), address }
}
