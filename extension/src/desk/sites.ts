/** Enabled sites: the browser's grants are the truth, and the content script's registration follows them. @module */
import { type Browser, browser } from 'wxt/browser'
import { patternOf } from '../sites/pattern.ts'

const SCRIPT_ID = 'page'
const SCRIPT_FILE = '/page.js'
const ENDPOINTS_KEY = 'endpoints'

/** Match patterns of the sites that the user enabled, in the browser's own UI too. */
export async function enabledSites(): Promise<readonly string[]> {
  const [{ origins = [] }, endpoints] = await Promise.all([browser.permissions.getAll(), expectedEndpoints()])
  return origins.filter((pattern) => !endpoints.includes(pattern)).toSorted()
}

/** Whether content scripts may run in pages of this origin. */
export async function isEnabledSite(origin: string): Promise<boolean> {
  if (!/^https?:\/\//.test(origin)) return false
  const pattern = patternOf(origin)
  const [granted, endpoints] = await Promise.all([
    browser.permissions.contains({ origins: [pattern] }),
    expectedEndpoints(),
  ])
  return granted && !endpoints.includes(pattern)
}

/** Notes that an origin is granted for an account's requests, not for buttons; the grant may have come first. */
export async function expectEndpoint(origin: string): Promise<undefined> {
  await changeEndpoints((endpoints) => [...endpoints, patternOf(origin)])
  await syncSites()
}

/** The user did not grant what was expected: a later grant of it is for buttons. */
export async function dropEndpoint(origin: string): Promise<undefined> {
  await forgetEndpoints([patternOf(origin)])
}

/** Makes an origin a site that was granted as an endpoint only. */
export async function enableSite(origin: string): Promise<undefined> {
  const pattern = patternOf(origin)
  await forgetEndpoints([pattern])
  await syncSites()
  await startInOpenTabs([pattern])
}

/** Brings the registration in line with the grants; safe to call at any time. */
export async function syncSites(): Promise<void> {
  await navigator.locks.request('sites', async () => {
    const matches = [...(await enabledSites())]
    const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] })
    if (matches.length === 0) {
      if (registered !== undefined) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] })
      return
    }
    const script: Browser.scripting.RegisteredContentScript = {
      id: SCRIPT_ID,
      js: [SCRIPT_FILE],
      css: [],
      matches,
      allFrames: true,
      runAt: 'document_idle',
      persistAcrossSessions: true,
    }
    if (registered === undefined) await browser.scripting.registerContentScripts([script])
    else if (registered.matches?.join() !== matches.join() || registered.allFrames !== true)
      await browser.scripting.updateContentScripts([script])
  })
}

/** Match patterns in whose pages the browser starts the content script by itself. */
export async function registeredSites(): Promise<readonly string[]> {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] })
  return (registered?.matches ?? []).toSorted()
}

/** Starts the content script in the tabs that are open already. */
export async function startInOpenTabs(origins: readonly string[]): Promise<void> {
  const sites = await enabledSites()
  const url = origins.filter((pattern) => sites.includes(pattern))
  if (url.length === 0) return
  const tabs = await browser.tabs.query({ url: [...url], discarded: false })
  await Promise.allSettled(tabs.map((tab) => startIn(tab)))
}

/** A grant was withdrawn, or serves buttons now: an endpoint is none any more. */
export async function forgetEndpoints(origins: readonly string[]): Promise<void> {
  await changeEndpoints((endpoints) => endpoints.filter((pattern) => !origins.includes(pattern)))
}

async function startIn(tab: Browser.tabs.Tab): Promise<void> {
  if (tab.id === undefined) return
  await browser.scripting.executeScript({ target: { tabId: tab.id, allFrames: true }, files: [SCRIPT_FILE] })
}

async function expectedEndpoints(): Promise<readonly string[]> {
  const stored = await browser.storage.local.get({ [ENDPOINTS_KEY]: [] })
  return stored[ENDPOINTS_KEY] as readonly string[]
}

async function changeEndpoints(change: (endpoints: readonly string[]) => readonly string[]): Promise<void> {
  await navigator.locks.request(ENDPOINTS_KEY, async () => {
    const before = await expectedEndpoints()
    const after = [...new Set(change(before))]
    if (after.join() !== before.join()) await browser.storage.local.set({ [ENDPOINTS_KEY]: after })
  })
}
