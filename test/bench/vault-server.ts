/** Serves the vault's modules to a page of a real browser, as they are but for their types. @module */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'

const VAULT = new URL('../../extension/src/vault/', import.meta.url)
const PACKAGES = ['idb', 'jose/base64url', 'jose/jwe/compact/decrypt', 'jose/jwe/compact/encrypt']
const SOURCE = /^\/vault\/([a-z-]+\.ts)$/
const PACKAGE_FILE = /^\/packages\/(\d)\/([\w./-]+\.js)$/
// Cross-origin isolation gives the page a clock of 5 µs instead of 100.
const headers = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }

/** A running server. */
export interface VaultServer {
  readonly origin: string
  close(): void
}

/** Serves `/vault/<file>.ts`, the packages that it needs, and an empty page with their import map. */
export async function serveVault(): Promise<VaultServer> {
  const require = createRequire(new URL('../../package.json', VAULT))
  const roots = [packageRoot(require.resolve('idb'), 'idb'), packageRoot(require.resolve('jose'), 'jose')]
  const imports = Object.fromEntries(PACKAGES.map((name) => [name, addressOf(require.resolve(name), roots)]))
  const page = `<!doctype html><script type="importmap">${JSON.stringify({ imports })}</script>`
  const server = createServer(async (request, response) => {
    const code = await codeAt(request.url ?? '', roots)
    const type = code === undefined ? 'text/html' : 'text/javascript'
    response.writeHead(200, { ...headers, 'content-type': type }).end(code ?? page)
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

async function codeAt(path: string, roots: readonly string[]): Promise<string | undefined> {
  const source = SOURCE.exec(path)?.[1]
  if (source !== undefined) return stripTypeScriptTypes(await readFile(new URL(source, VAULT), 'utf8'))
  const [, number, file] = PACKAGE_FILE.exec(path) ?? []
  const root = roots[Number(number)]
  if (root === undefined || file === undefined || file.includes('..')) return undefined
  return await readFile(join(root, file), 'utf8')
}

function packageRoot(file: string, name: string): string {
  const end = `/node_modules/${name}`
  return file.slice(0, file.lastIndexOf(end) + end.length)
}

// Packages of `require` in CommonJS name their other build, which a page cannot load.
function addressOf(file: string, roots: readonly string[]): string {
  const number = roots.findIndex((root) => file.startsWith(`${root}/`))
  const inside = file.slice((roots[number] ?? dirname(file)).length + 1).replace(/\.cjs$/, '.js')
  return `/packages/${number}/${inside}`
}
