/** A click that waited for the user in a window of ours. @module */
import { browser } from 'wxt/browser'
import type { Click } from './click.ts'
import { placeBeside } from './launch.ts'
import { isEnabledSite } from './sites.ts'

/** The click as it can go on now, or `undefined` where its site was turned off meanwhile. */
export async function whereItStands(click: Click): Promise<Click | undefined> {
  const { site, place } = click
  if (site !== undefined && !(await isEnabledSite(site))) return undefined
  // The tab may have moved or gone.
  const tab = place.tabId === undefined ? undefined : await browser.tabs.get(place.tabId).catch(() => undefined)
  const { incognito, isBehind = false } = place
  const beside = tab === undefined ? { incognito } : placeBeside(tab)
  return { ...click, place: isBehind ? { ...beside, isBehind } : beside }
}
