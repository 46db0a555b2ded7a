/** The picker in tabs: started by the user, kept over page loads, ended by the user. @module */
import { PluginError } from '@joinery/sdk'
import { type Browser, browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { chosenTexts } from '../i18n.ts'
import type { PageNotice } from '../page-messages.ts'
import { patternOf } from '../sites/pattern.ts'
import type { SiteRule } from '../sites/rule.ts'
import { knownSite } from './known-sites.ts'
import { findOwnSite } from './own-sites.ts'
import type { PickerSetup } from './site-views.ts'
import { isEnabledSite } from './sites.ts'

/** A tab in which somebody picks. */
interface PickingTab {
  readonly origin: string
  readonly turn: number
  readonly base?: SiteRule
  readonly draft?: string
}

type PickingTabs = { readonly [tabId: string]: PickingTab }
type Sender = Browser.runtime.MessageSender

const KEY = 'picking'
const SCRIPT_FILE = '/picker.js'
const SCRIPT_ID = 'picker'
const PICKER_TEXTS = /^(?:language|picker_|fact_|page_)/

/**
 * Puts the picker into a tab's page.
 *
 * @throws PluginError where the page is of no enabled site.
 */
export async function startPicking(tabId: number, siteId?: string): Promise<undefined> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined)
  const origin = originOf(tab?.url)
  if (tab?.url === undefined || origin === undefined || !(await isEnabledSite(origin))) {
    throw new PluginError('not-applicable', i18n.t('picker.notHere'))
  }
  const base = (siteId === undefined ? undefined : await knownSite(siteId)) ?? (await findOwnSite(tab.url))
  const begun = { origin, turn: Date.now(), ...(base === undefined ? {} : { base }) }
  await changeTabs((tabs) => ({ ...tabs, [tabId]: begun }))
  await browser.scripting.executeScript({ target: { tabId }, files: [SCRIPT_FILE] })
}

/** What the picker in a page starts from, or `null` where nobody picks in its tab. */
export async function readPicking(sender: Sender): Promise<PickerSetup | null> {
  // In turn with what the page before this one had to keep.
  const picking = await navigator.locks.request(KEY, () => pickingIn(sender))
  if (picking === undefined) return null
  const { turn, base, draft } = picking
  const texts = chosenTexts(PICKER_TEXTS)
  return {
    turn,
    ...(base === undefined ? {} : { base }),
    ...(draft === undefined ? {} : { draft }),
    ...(texts === undefined ? {} : { texts }),
  }
}

/** Keeps what was chosen since then; whether the picker of that turn is still in that tab. */
export async function keepPicking({ tab, origin }: Sender, draft: string, turn: number): Promise<boolean> {
  const tabId = String(tab?.id)
  let isKept = false
  await changeTabs((tabs) => {
    const now = tabs[tabId]
    if (now?.turn !== turn || now.origin !== origin) return tabs
    isKept = true
    return { ...tabs, [tabId]: { ...now, draft } }
  })
  return isKept
}

/** The user ended it, or saved what came of it: the picker leaves the page. */
export async function endPicking(tabId: number | undefined): Promise<boolean> {
  if (tabId === undefined) return false
  await changeTabs(({ [tabId]: _, ...others }) => others)
  const notice: PageNotice = { notice: 'picker-ended' }
  await browser.tabs.sendMessage(tabId, notice).catch(() => {})
  return true
}

/** The tab's entry, where the page is of the origin that it was started for. */
export async function pickingIn({ tab, origin }: Sender): Promise<PickingTab | undefined> {
  const picking = (await readTabs())[String(tab?.id)]
  return picking?.origin === origin ? picking : undefined
}

async function readTabs(): Promise<PickingTabs> {
  return Object((await browser.storage.session.get(KEY))[KEY])
}

// While somebody picks, each new page of that origin gets the script, which leaves again where it is another tab's.
async function changeTabs(change: (tabs: PickingTabs) => PickingTabs): Promise<void> {
  await navigator.locks.request(KEY, async () => {
    const tabs = await withoutClosed(change(await readTabs()))
    await browser.storage.session.set({ [KEY]: tabs })
    const matches = [...new Set(Object.values(tabs).map(({ origin }) => patternOf(origin)))].toSorted()
    const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] })
    if (matches.length === 0) {
      if (registered !== undefined) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] })
      return
    }
    const script: Browser.scripting.RegisteredContentScript = {
      id: SCRIPT_ID,
      js: [SCRIPT_FILE],
      matches,
      runAt: 'document_idle',
      persistAcrossSessions: false,
    }
    if (registered === undefined) await browser.scripting.registerContentScripts([script])
    else if (registered.matches?.join() !== matches.join()) await browser.scripting.updateContentScripts([script])
  })
}

async function withoutClosed(tabs: PickingTabs): Promise<PickingTabs> {
  const open = new Set((await browser.tabs.query({})).map(({ id }) => String(id)))
  return Object.fromEntries(Object.entries(tabs).filter(([tabId]) => open.has(tabId)))
}

function originOf(address: string | undefined): string | undefined {
  return address === undefined ? undefined : URL.parse(address)?.origin
}
