/** Serves an empty page and the page engine's own modules, so that its callbacks can be timed outside the extension. @module */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'

// Cross-origin isolation gives the page a clock of 5 µs instead of 100.
const headers = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }

const SOURCES = new URL('../../extension/src/', import.meta.url)
const PAGE =
  '<!doctype html><script type="importmap">{ "imports": { "lucide": "/lucide/lucide.mjs" } }</script><main></main>'

/** A server on loopback. */
export async function servePage(): Promise<{ readonly origin: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const code = await codeAt(request.url ?? '')
    const type = code === undefined ? 'text/html' : 'text/javascript'
    response.writeHead(200, { ...headers, 'content-type': type }).end(code ?? PAGE)
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

async function codeAt(path: string): Promise<string | undefined> {
  const module = /^\/((?:page\/|sites\/)?[a-z-]+\.ts)$/.exec(path)?.[1]
  if (module !== undefined) return stripTypeScriptTypes(await readFile(new URL(module, SOURCES), 'utf8'))
  const icon = /^\/lucide\/((?:[a-z]+\/)*[\w-]+\.mjs)$/.exec(path)?.[1]
  if (icon === undefined) return undefined
  // Its CommonJS build stands beside the one that a page can load.
  const { resolve } = createRequire(new URL('../package.json', SOURCES))
  return await readFile(new URL(`../esm/${icon}`, `file://${resolve('lucide')}`), 'utf8')
}
