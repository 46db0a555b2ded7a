/** Another extension that asks ours for everything, clicks our buttons by script and reads the history, at a page's command. @module */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '../browsers/session.ts'

const told = `
const told = (promise) => promise.then((answer) => answer ?? 'nothing', () => 'nothing')
`
const content = `${told}const clickByScript = (label) => {
  const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('x-joinery'))
  const button = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === label)
  for (const type of ['pointerover', 'pointerdown', 'pointerup']) button.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }))
  button.click()
  button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }))
  return { clicked: true }
}
document.addEventListener('nosy-question', async ({ detail }) => {
  const { to, envelope, click, reach, history } = JSON.parse(detail)
  const answer = click
    ? clickByScript(click)
    : reach || history
      ? await chrome.runtime.sendMessage({ reach, history })
      : { page: await told(chrome.runtime.sendMessage(to, envelope)), worker: await told(chrome.runtime.sendMessage({ to, envelope })) }
  document.dispatchEvent(new CustomEvent('nosy-answer', { detail: JSON.stringify(answer) }))
})
`
const worker = `${told}const tried = (attempt) => Promise.resolve().then(attempt).then((got) => got ?? 'nothing', () => 'refused')
const tabOf = async (start) => (await chrome.tabs.query({})).find(({ url }) => url?.startsWith(start))
const run = (tabId) => tried(async () => {
  const [{ result }] = await chrome.scripting.executeScript({ target: { tabId }, func: () => document.title })
  return result
})
const debug = (tabId) => tried(async () => {
  await chrome.debugger.attach({ tabId }, '1.3')
  const { result } = await chrome.debugger.sendCommand({ tabId }, 'Runtime.evaluate', { expression: 'document.title' })
  await chrome.debugger.detach({ tabId })
  return result.value
})
const reachFor = async ({ id, origin }) => {
  const [tab, other] = await Promise.all([tabOf(origin), tabOf('http://127.0.0.1')])
  return {
    tab: tab.url.slice(origin.length),
    fetched: await tried(async () => (await fetch(origin + '/options.html')).text()),
    run: await run(tab.id),
    // Where the page has no listener for others, no answer comes, or an error.
    toldTab: await told(chrome.tabs.sendMessage(tab.id, { notice: 'read-page' })),
    debugged: await debug(tab.id),
    elsewhere: { run: await run(other.id), debugged: await debug(other.id) },
    connected: await new Promise((resolve) => {
      const port = chrome.runtime.connect(id)
      port.onMessage.addListener((message) => resolve(message))
      port.onDisconnect.addListener(() => resolve(chrome.runtime.lastError || port.error ? 'refused' : 'ended'))
    }),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    local: await chrome.storage.local.get(null),
    session: await chrome.storage.session.get(null),
  }
}
chrome.runtime.onMessage.addListener(({ to, envelope, reach, history }, sender, reply) => {
  if (history) chrome.history.search({ text: '', startTime: 0, maxResults: 1000 }).then(reply)
  else if (reach) reachFor(reach).then(reply, (error) => reply(String(error)))
  else chrome.runtime.sendMessage(to, envelope).then((answer) => reply(answer ?? 'nothing'), () => reply('nothing'))
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
    // All that a user may be talked into granting.
    permissions: ['debugger', 'history', 'scripting', 'storage', 'tabs'],
    host_permissions: ['<all_urls>'],
    // Each browser takes its own.
    background: { service_worker: 'worker.js', scripts: ['worker.js'] },
    content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['content.js'] }],
  }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(join(folder, 'worker.js'), worker)
  await writeFile(join(folder, 'content.js'), content)
  return folder
}

/** Lets the extension do something, at the command of a page that its content script runs in; its answer. */
export async function askNosy(page: Page, question: object): Promise<unknown> {
  return await page.evaluate(
    (asked) =>
      new Promise((resolve) => {
        const answered = (event: Event) => resolve(JSON.parse(String((event as CustomEvent).detail)))
        document.addEventListener('nosy-answer', answered, { once: true })
        document.dispatchEvent(new CustomEvent('nosy-question', { detail: JSON.stringify(asked) }))
      }),
    question,
  )
}
