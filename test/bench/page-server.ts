/** Serves an empty page and the page engine's own modules, so that its callbacks can be timed outside the extension. @module */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'

// Cross-origin isolation gives the page a clock of 5 µs instead of 100.
const headers = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }

/** A server on loopback. */
export async function servePage(): Promise<{ readonly origin: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const name = /^\/(page\/[a-z-]+\.ts)$/.exec(request.url ?? '')?.[1]
    if (name === undefined) {
      response.writeHead(200, { ...headers, 'content-type': 'text/html' }).end('<!doctype html><main></main>')
      return
    }
    const source = await readFile(new URL(`../../extension/src/${name}`, import.meta.url), 'utf8')
    response.writeHead(200, { ...headers, 'content-type': 'text/javascript' }).end(stripTypeScriptTypes(source))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
