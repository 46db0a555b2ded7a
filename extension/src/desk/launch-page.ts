/** The page for a popup window that the browser refused. Its link is in the background's memory and in that page, nowhere else. @module */
import { PluginError, type PopupOutcome } from '@joinery/sdk'
import { type Browser, browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { problemOf } from './problem.ts'
import type { Problem, SaveReply } from './views.ts'

/** What the page opens once the user clicks there. */
export type HeldLink = Pick<PopupOutcome, 'url' | 'width' | 'height'>

/** What the page is told. */
export type LaunchView =
  | { readonly ok: true; readonly link: HeldLink }
  | { readonly ok: false; readonly problem: Problem }

/** The tab that a message came from, and its page. */
type Asking = Pick<Browser.runtime.MessageSender, 'tab' | 'url'>

const PAGE = '/launch.html'

const held = new Map<number, HeldLink>()

/** Opens the page for a link, beside a tab. */
export async function openLaunchPage(
  { url, width, height }: PopupOutcome,
  beside: { windowId?: number },
): Promise<void> {
  await navigator.locks.request(PAGE, async () => {
    const tab = await browser.tabs.create({ url: browser.runtime.getURL(PAGE), ...beside })
    if (tab.id !== undefined) held.set(tab.id, { url, width, height })
  })
}

/** What a page opens, for that page alone; a background that was stopped meanwhile has lost it. */
export async function readLaunch(asking: Asking): Promise<LaunchView> {
  const link = await heldFor(asking)
  return link === undefined ? { ok: false, problem: lost() } : { ok: true, link }
}

/** Opens it in a tab. */
export async function openAsTab(asking: Asking): Promise<SaveReply> {
  const link = await heldFor(asking)
  if (link === undefined) return { ok: false, problem: lost() }
  try {
    await browser.tabs.create({
      url: link.url,
      ...(asking.tab?.id === undefined ? {} : { openerTabId: asking.tab.id }),
    })
    return { ok: true }
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}

/** The link was opened, or its tab closed. */
export function forgetLaunch(tabId: number | undefined): void {
  if (tabId !== undefined) held.delete(tabId)
}

async function heldFor({ tab, url }: Asking): Promise<HeldLink | undefined> {
  const tabId = tab?.id
  if (tabId === undefined || url !== browser.runtime.getURL(PAGE)) return undefined
  // The page is there before its tab's id is known.
  return await navigator.locks.request(PAGE, async () => held.get(tabId))
}

function lost(): Problem {
  return problemOf(new PluginError('not-applicable', i18n.t('launch.lost')))
}
