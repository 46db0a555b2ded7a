/** The window in which the user looks at a picked site and saves it; before that it counts for nothing. @module */
import { PluginError } from '@joinery/sdk'
import { type Browser, browser } from 'wxt/browser'
import { i18n } from '#i18n'
import type { SiteRule } from '../sites/rule.ts'
import { readSiteFile } from '../sites/site-file.ts'
import { siteProblemWords } from '../sites/site-problem-words.ts'
import { readOwnSite, type SiteVersion, saveOwnSite } from './own-sites.ts'
import { openOwnWindow } from './own-window.ts'
import { endPicking, pickingIn } from './picker.ts'
import type { SiteDraftView } from './site-views.ts'

/** A site that waits in a window. */
interface WaitingSite {
  readonly windowId: number
  readonly tabId: number
  readonly site: SiteRule
}

const KEY = 'siteDraft'
const PAGE = '/site.html'
const SIZE = { width: 480, height: 640 }

/**
 * Takes a rule from a page's content script, for the page's own host alone, and opens the window for it.
 *
 * @throws PluginError where nobody picks in that tab, or the rule is none for that host.
 */
export async function proposeSite(json: unknown, sender: Browser.runtime.MessageSender): Promise<undefined> {
  const { tab, origin } = sender
  const picking = await pickingIn(sender)
  const tabId = tab?.id
  if (picking === undefined || tabId === undefined || origin === undefined) throw refused()
  const read = readSiteFile(json)
  if ('problem' in read) throw new PluginError('invalid', siteProblemWords(read.problem))
  const [host, ...others] = read.site.hosts ?? []
  if (host !== new URL(origin).hostname || others.length > 0 || read.site.fingerprint !== undefined) throw refused()
  await navigator.locks.request(KEY, async () => {
    const before = await waitingSite()
    // A new window comes to the front, whatever became of the old one.
    if (before !== undefined) await browser.windows.remove(before.windowId).catch(() => {})
    const windowId = await openOwnWindow(PAGE, SIZE)
    const waiting: WaitingSite = { windowId, tabId, site: read.site }
    await browser.storage.session.set({ [KEY]: waiting })
  })
}

/** What the window shows, or `null` where it was forgotten. */
export async function readSiteDraft(windowId: number | undefined): Promise<SiteDraftView | null> {
  // Its page is there before the window's id is known.
  const waiting = await navigator.locks.request(KEY, waitingSite)
  if (waiting === undefined || waiting.windowId !== windowId) return null
  const replaced = await readOwnSite(waiting.site.id)
  return { site: waiting.site, ...(replaced === undefined ? {} : { replaced }) }
}

/** Saves a site; where it was picked, the picker is over. */
export async function saveSite(json: unknown, stored: SiteVersion | undefined, windowId?: number): Promise<string> {
  const id = await saveOwnSite(json, stored)
  const waiting = await waitingSite()
  if (waiting?.windowId === windowId && waiting?.site.id === id) {
    await browser.storage.session.remove(KEY)
    await endPicking(waiting.tabId)
  }
  return id
}

/** The user closed a window: what waited in it is forgotten, and the picker goes on. */
export async function forgetSiteDraft(windowId: number): Promise<void> {
  await navigator.locks.request(KEY, async () => {
    if ((await waitingSite())?.windowId === windowId) await browser.storage.session.remove(KEY)
  })
}

async function waitingSite(): Promise<WaitingSite | undefined> {
  return (await browser.storage.session.get(KEY))[KEY] as WaitingSite | undefined
}

function refused(): PluginError {
  return new PluginError('not-permitted', i18n.t('ownSites.otherHost'))
}
