/** The least that an extension needs to open something on a click: the floor for the way of one click. @module */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const content = `
const host = document.body.appendChild(document.createElement('x-joinery-bare'))
host.style.cssText = 'position: fixed; top: 300px; left: 20px'
const button = document.createElement('button')
button.textContent = 'Bare'
button.addEventListener('click', () => chrome.runtime.sendMessage('open'))
host.attachShadow({ mode: 'closed' }).append(button)
`

/** Writes an extension into a new folder and returns that; its worker opens one fixed URL in a tab. */
export async function writeBareExtension(url: string): Promise<string> {
  return await writeExtension({
    'worker.js': `chrome.runtime.onMessage.addListener(() => { chrome.tabs.create({ url: ${JSON.stringify(url)} }) })`,
  })
}

/** The same for a link that a program takes: a small window of the extension opens it. */
export async function writeBareLauncher(link: string): Promise<string> {
  const window = { url: 'launch.html', type: 'popup', focused: true, width: 460, height: 520 }
  return await writeExtension({
    'worker.js': `chrome.runtime.onMessage.addListener(() => { chrome.windows.create(${JSON.stringify(window)}) })`,
    'launch.html': '<!doctype html><title>Bare</title><script src="launch.js"></script>',
    'launch.js': `addEventListener('load', () => { location.href = ${JSON.stringify(link)} })`,
  })
}

/** The same for a request: its page, which it opens itself, asks the worker to send one and waits for the answer. */
export async function writeBareCaller(): Promise<string> {
  const worker = `
chrome.tabs.create({ url: 'caller.html' })
chrome.runtime.onMessage.addListener(({ url, body }, sender, reply) => {
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  fetch(url, { method: 'POST', headers, body, credentials: 'include' }).then((answer) => answer.text()).then(reply)
  return true
})`
  const page = '<!doctype html><title>Bare</title>'
  return await writeExtension(
    { 'worker.js': worker, 'caller.html': page },
    { host_permissions: ['https://127.0.0.1/*'] },
  )
}

async function writeExtension(files: { readonly [name: string]: string }, more: object = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'joinery-bare-'))
  const manifest = {
    manifest_version: 3,
    name: 'Bare',
    version: '1',
    background: { service_worker: 'worker.js' },
    content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['content.js'] }],
    ...more,
  }
  const all = { 'manifest.json': JSON.stringify(manifest), 'content.js': content, ...files }
  for (const [name, text] of Object.entries(all)) await writeFile(join(folder, name), text)
  return folder
}
