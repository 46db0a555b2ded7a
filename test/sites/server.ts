/** Serves the fixture pages of all sites, each under the host that the product has. @module */
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { siteTests } from './table.ts'

/** The running server. */
export interface FixtureServer {
  readonly port: number
  close(): Promise<void>
}

const SCRIPT = '/fixture.js'
const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', mjs: 'text/javascript', css: 'text/css' }

/** Whose page a host shows; self-hosted products live at `SITE.example`. */
const siteByHost: ReadonlyMap<string, string> = new Map(
  siteTests.flatMap(({ site, pages }) => [
    [`${site}.example`, site] as const,
    ...pages.map(({ address }) => [new URL(address).hostname, site] as const),
  ]),
)

/** The hosts that the table's pages are on. */
export const fixtureHosts: readonly string[] = [...siteByHost.keys()]

/** Starts the server on a loopback port. */
export async function startFixtureServer(certificate: {
  readonly key: string
  readonly cert: string
}): Promise<FixtureServer> {
  const server = createServer({ key: certificate.key, cert: certificate.cert }, (request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

// Every path of a host is the same page: the script in it shows what belongs to the address.
async function answer({ headers, url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
  const site = siteByHost.get((headers.host ?? '').replace(/:\d+$/, ''))
  const { pathname } = new URL(url, 'https://site.example')
  const ending = /\.([a-z0-9]+)$/i.exec(pathname)?.[1]?.toLowerCase() ?? ''
  if (site === undefined) {
    response.writeHead(404).end()
  } else if (pathname === SCRIPT) {
    send(response, 'text/javascript', await readBeside('fixture.js'))
  } else if (TYPES[ending] !== undefined) {
    send(response, TYPES[ending], '')
  } else if (/^(?:ico|png|svg|gif|jpe?g|woff2?|map|json)$/.test(ending)) {
    response.writeHead(404).end()
  } else {
    send(response, 'text/html', await readBeside(`${site}.html`))
  }
}

function send(response: ServerResponse, type: string, text: string): void {
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(text)
}

function readBeside(name: string): Promise<string> {
  return readFile(new URL(name, import.meta.url), 'utf8')
}
