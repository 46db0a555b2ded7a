/** The least that an extension needs to open a tab on a click: the floor for the way of one click. @module */
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

/** Writes the extension into a new folder and returns that; its worker opens one fixed URL. */
export async function writeBareExtension(url: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'joinery-bare-'))
  const manifest = {
    manifest_version: 3,
    name: 'Bare',
    version: '1',
    background: { service_worker: 'worker.js' },
    content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['content.js'] }],
  }
  const worker = `chrome.runtime.onMessage.addListener((message, sender, reply) => { chrome.tabs.create({ url: ${JSON.stringify(url)} }).then(() => reply(true)); return true })`
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(join(folder, 'worker.js'), worker)
  await writeFile(join(folder, 'content.js'), content)
  return folder
}
