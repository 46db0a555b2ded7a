/** A throw-away extension and servers, by which the drivers are tried on real browsers. @module */

import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Certificate } from '../certificates.ts'
import type { BrowserName } from './browser-name.ts'

const BACKGROUND = `
const api = globalThis.browser ?? chrome
api.runtime.onMessage.addListener((message, sender, respond) => {
  respond({ echo: message, startedAt })
})
const startedAt = performance.timeOrigin
`

const PAGE = `
<!doctype html>
<html><meta charset="utf-8"><body><button id="ask">Ask</button><button id="popup">Popup</button><button id="copy">Copy</button>
<p id="answer"></p><script src="page.js"></script></body></html>
`

const PAGE_SCRIPT = `
const api = globalThis.browser ?? chrome
const answer = document.querySelector('#answer')
const origins = ['http://127.0.0.1/*', 'https://www.vendor.example/*']
document.querySelector('#ask').addEventListener('click', async () => {
  answer.textContent = 'asking'
  const granted = await api.permissions.request({ origins })
  if (granted) {
    await api.scripting.registerContentScripts([{ id: 'mount', matches: origins, js: ['mount.js'] }])
  }
  answer.textContent = granted ? 'granted' : 'denied'
})
document.querySelector('#popup').addEventListener('click', () => {
  api.windows.create({ url: 'page.html?popup', type: 'popup', width: 850, height: 700 })
})
document.querySelector('#copy').addEventListener('click', () => {
  navigator.clipboard.writeText('Zoë’s link 🎉')
})
`

const MOUNT = `
for (const place of document.querySelectorAll('[data-mount]')) {
  const host = document.createElement('x-joinery-test')
  const root = host.attachShadow({ mode: 'closed' })
  const button = document.createElement('button')
  button.textContent = ' Join  ' + place.dataset.mount
  button.title = 'Opens the room'
  button.dataset.state = 'ready'
  button.addEventListener('click', (event) => {
    document.body.dataset.click = place.dataset.mount + ' ' + event.isTrusted
    button.dataset.state = 'done'
  })
  const icon = document.createElement('button')
  icon.setAttribute('aria-label', 'Invite')
  icon.disabled = true
  icon.style.display = 'none'
  root.append(button, icon)
  place.append(host)
}
`

const WEB_PAGE = `
<!doctype html>
<html><head><title>Contacts</title></head><body>
<main data-record-id="c1"><h1 data-mount="Ada">Ada</h1></main>
<form><input id="name" value="old"><input id="at" type="time"><select id="role"><option value="0">Guest</option>
<option value="3">Presenter</option></select><input id="off" disabled><button id="save" type="button">Save</button></form>
<div style="height: 3000px"></div>
<section data-record-id="c2"><h2 data-mount="Zoë">Zoë</h2></section>
</body></html>
`

/** Writes the extension into an empty folder. */
export function writeExtension(folder: string, browser: BrowserName): void {
  const manifest = {
    manifest_version: 3,
    name: 'Driver test',
    version: '1.0',
    permissions: ['scripting', 'clipboardWrite', 'storage'],
    optional_host_permissions: ['http://127.0.0.1/*', 'https://*/*'],
    background: browser === 'chromium' ? { service_worker: 'background.js' } : { scripts: ['background.js'] },
    browser_specific_settings: { gecko: { id: 'driver-test@joinery.example' } },
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'background.js'), BACKGROUND)
  writeFileSync(join(folder, 'page.html'), PAGE)
  writeFileSync(join(folder, 'page.js'), PAGE_SCRIPT)
  writeFileSync(join(folder, 'mount.js'), MOUNT)
}

/** A web server on loopback. */
export interface FixtureServer {
  readonly port: number
  /** The addresses that were asked for, with their host. */
  readonly requests: readonly string[]
  close(): void
}

/** Serves the same page under every path, with a strict policy; with a certificate over TLS. */
export async function startServer(certificate?: Certificate): Promise<FixtureServer> {
  const requests: string[] = []
  const handle: Parameters<typeof createServer>[1] = (request, response) => {
    requests.push(`${request.headers.host}${request.url}`)
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'",
    )
    response.end(WEB_PAGE)
  }
  const server: Server = certificate
    ? createTlsServer({ key: certificate.key, cert: certificate.cert }, handle)
    : createServer(handle)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
