/** A click in the browser's own surfaces: menu, address bar, keyboard. No page tells how it ended; the toolbar does. @module */
import { type Browser, browser } from 'wxt/browser'
import { setFailure, tellOnBadge } from './badge.ts'
import type { Click } from './click.ts'
import { placeBeside } from './launch.ts'
import { problemOf } from './problem.ts'
import { runClick } from './run.ts'
import { isEnabledSite } from './sites.ts'
import { recordIn } from './tabs.ts'
import { askToUnlock } from './unlock-window.ts'
import { vaultState } from './vault-session.ts'
import type { RunReply } from './views.ts'

/** Where such a click was made, and what the page there shows. */
export type Surroundings = Pick<Click, 'record' | 'site' | 'place'>

/** Runs a click, once the vault is unlocked. */
export async function runOrUnlock(click: Click): Promise<RunReply> {
  // Asked before anything is begun: what breaks off in the middle must not be done twice.
  return (await vaultState()) === 'locked' ? await askToUnlock(click) : await runClick(click)
}

/** Runs a click of the browser's own surfaces and tells on the toolbar how it ended. */
export async function runFromBrowser(click: Click): Promise<void> {
  const reply = await runOrUnlock(click).catch((error: unknown): RunReply => ({ ok: false, problem: problemOf(error) }))
  await tellOnBadge(reply, await isUnlocked())
}

/** Says that there is nothing to run, in a sentence of ours. */
export async function sayFailure(sentence: string): Promise<void> {
  await setFailure(sentence, await isUnlocked())
}

/** The user looked: what failed is read in the popup, or of no interest any more. */
export async function forgetFailure(): Promise<void> {
  await setFailure(undefined, await isUnlocked())
}

/** What is around a click in a tab; of a site that is not enabled, nothing but the tab's place. */
export async function surroundingsIn(tab: Browser.tabs.Tab | undefined): Promise<Surroundings> {
  const place = placeBeside(tab)
  const site = tab?.url !== undefined && URL.canParse(tab.url) ? new URL(tab.url).origin : undefined
  if (site === undefined || !(await isEnabledSite(site))) return { place, site: undefined }
  return { place, site, record: await recordIn(tab?.id) }
}

/** The tab in front. */
export async function tabInFront(): Promise<Browser.tabs.Tab | undefined> {
  return (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]
}

async function isUnlocked(): Promise<boolean> {
  return (await vaultState()) !== 'locked'
}
