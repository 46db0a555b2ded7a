/** Who may ask the workbench, for what, and what leads nowhere. @module */
import { request as ask } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodyOf } from '../testing/local-server.ts'
import { type PluginFolder, pluginFolder } from './plugin-folder.ts'
import { openWorkbench, type Workbench } from './server.ts'

const values = { account: {}, target: {}, me: {}, contact: {}, inputs: {}, targets: [] }

let folder: PluginFolder
let bench: Workbench
beforeAll(async () => {
  folder = pluginFolder()
  bench = await openWorkbench({ name: '.', folder: folder.path, live: false })
})
afterAll(async () => {
  await bench?.[Symbol.asyncDispose]()
  folder?.[Symbol.dispose]()
})

/** Asks as no `fetch` can: with a path as it is, and with headers that are the browser's own. */
function raw(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET', body = '') {
  const { port } = new URL(bench.address)
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>()
  ask({ port, host: '127.0.0.1', path, method, headers }, async (response) =>
    resolve({ status: response.statusCode ?? 0, text: await bodyOf(response) }),
  )
    .on('error', reject)
    .end(body)
  return promise
}

const root = () => new URL(bench.address).pathname

describe('who asks', () => {
  test('the page is given out with a policy that lets nothing else in', async () => {
    const response = await fetch(bench.address)
    const policy = response.headers.get('content-security-policy')
    expect(response.status).toBe(200)
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; /)
    expect(policy).not.toMatch(/unsafe|\*|data:/)
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(new URL(bench.address).hostname).toBe('127.0.0.1')
  })

  test('a foreign Host is refused, whatever it asks for', async () => {
    for (const path of ['', 'state', 'page/main.ts']) {
      expect((await raw(root() + path, { host: 'evil.example' })).status).toBe(421)
    }
  })

  test('a foreign Origin is refused, and none as well', async () => {
    const json = { 'content-type': 'application/json' }
    const body = JSON.stringify({ kind: 'evaluate', values })
    const status = async (headers: Readonly<Record<string, string>>) =>
      (await raw(`${root()}ask`, { ...json, ...headers }, 'POST', body)).status
    expect(await status({ origin: 'https://evil.example' })).toBe(403)
    expect(await status({})).toBe(403)
    expect(await status({ origin: new URL(bench.address).origin })).toBe(200)
  })

  test('without the token there is nothing', async () => {
    for (const path of ['/', '/state', '/x/state', '/page/main.ts']) expect((await raw(path)).status).toBe(404)
  })

  test.each([
    '../server.ts',
    'page/../server.ts',
    'page/..%2fserver.ts',
    'page/%2e%2e/server.ts',
    '..\\server.ts',
    'checks/../../package.json',
    'page//etc/passwd',
  ])('no path leads out: %s', async (path) => {
    expect((await raw(root() + path)).status).toBe(404)
  })

  test.each([
    '',
    '{',
    '[]',
    '{"kind":"evaluate"}',
    '{"kind":"run","values":{}}',
    JSON.stringify({ kind: 'dance', values }),
  ])('what is no question is refused: %s', async (body) => {
    const headers = { 'content-type': 'application/json', origin: new URL(bench.address).origin }
    expect((await raw(`${root()}ask`, headers, 'POST', body)).status).toBe(400)
  })

  test('every script and every check’s page is there', async () => {
    const main = await (await fetch(`${bench.address}page/main.ts`)).text()
    const imports = [...main.matchAll(/ from '\.\/([a-z-]+\.ts)'/g)].map(([, name]) => `page/${name}`)
    expect(imports.length).toBeGreaterThan(5)
    for (const path of [...imports, 'style.css', 'checks/pure']) {
      expect((await fetch(bench.address + path)).status).toBe(200)
    }
  })
})
