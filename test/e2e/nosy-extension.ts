/** Another extension that asks ours for everything, clicks our buttons by script and reads the history, at a page's command. @module */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const content = `
const told = (promise) => promise.then((answer) => answer ?? 'nothing', () => 'nothing')
const clickByScript = (label) => {
  const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('x-joinery'))
  const button = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === label)
  for (const type of ['pointerover', 'pointerdown', 'pointerup']) button.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }))
  button.click()
  button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }))
  return { clicked: true }
}
document.addEventListener('nosy-question', async ({ detail }) => {
  const { to, envelope, click, history } = JSON.parse(detail)
  const answer = history
    ? await chrome.runtime.sendMessage({ history })
    : click
    ? clickByScript(click)
    : { page: await told(chrome.runtime.sendMessage(to, envelope)), worker: await told(chrome.runtime.sendMessage({ to, envelope })) }
  document.dispatchEvent(new CustomEvent('nosy-answer', { detail: JSON.stringify(answer) }))
})
`
const worker = `
chrome.runtime.onMessage.addListener(({ to, envelope, history }, sender, reply) => {
  if (history) {
    chrome.history.search({ text: '', startTime: 0, maxResults: 1000 }).then(reply)
    return true
  }
  chrome.runtime.sendMessage(to, envelope).then((answer) => reply(answer ?? 'nothing'), () => reply('nothing'))
  return true
})
`

/** Writes the extension into a new folder and returns that. */
export async function writeNosyExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'joinery-nosy-'))
  const manifest = {
    manifest_version: 3,
    name: 'Nosy',
    version: '1',
    permissions: ['history'],
    background: { service_worker: 'worker.js' },
    content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['content.js'] }],
  }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(join(folder, 'worker.js'), worker)
  await writeFile(join(folder, 'content.js'), content)
  return folder
}
