/** What a content script is told: rule, buttons and words; no account, no secret, no link. @module */

import { type Browser, browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { direction } from '../language-direction.ts'
import type { Payload } from '../messages.ts'
import type { PageSetup, PageSite } from '../page/setup.ts'
import { UNLOCK } from '../page-messages.ts'
import { cssColour } from '../shortcut-colours.ts'
import { matchAddress } from '../sites/address.ts'
import type { SiteRule } from '../sites/rule.ts'
import { vendorMark } from '../vendor-marks.ts'
import { readShortcuts } from './holdings.ts'
import { siteFor } from './known-sites.ts'
import { pageLinks } from './page-links.ts'
import { inUserLanguage, userLanguage } from './problem.ts'
import { resolveAll } from './shortcuts.ts'
import { giveSignOfLife, SHOWS_BY_SIGN } from './sign-of-life.ts'
import { chosenSites } from './site-choices.ts'
import { vaultState } from './vault-session.ts'

/** The setup for a page with these marks; in a frame, or where there is nothing to do, it may be `null`. */
export async function setupFor(
  { marks }: Payload<'page.begin'>,
  sender: Browser.runtime.MessageSender,
): Promise<PageSetup | null> {
  const { url = '', origin = '', frameId, tab } = sender
  const site = (await siteFor(url, marks)) ?? null
  if (frameId !== 0 && matchAddress(site?.frames ?? [], url) === undefined) return null
  const state = await vaultState()
  if (state === 'absent') return null
  await giveSignOfLife(sender)
  const floats = !(await chosenSites('sitesWithoutFloating')).includes(origin)
  if (site === null && tab?.id !== undefined) await bringGuess(tab.id)
  if (state === 'locked') {
    return { ...everyPage(), floats, site: inPage(site, true), buttons: [unlockButton()], links: [] }
  }
  const shortcuts = (await readShortcuts()).filter(
    ({ inPage, sites }) => inPage && (sites === undefined || sites.includes(site?.id ?? '')),
  )
  const buttons = (await resolveAll(shortcuts)).map(({ shortcut, action, plugin }) => {
    const needs = action.for === 'contact' ? (action.needs ?? []) : []
    const vendor = { ...vendorMark(plugin), name: inUserLanguage(plugin.name) }
    const colour = shortcut.colour === undefined ? {} : { colour: cssColour(shortcut.colour) }
    return { shortcutId: shortcut.id, name: shortcut.name, icon: action.icon ?? 'join', needs, vendor, ...colour }
  })
  return { ...everyPage(), floats, site: inPage(site, false), buttons, links: await pageLinks() }
}

// The page may be gone by now; then nobody needs it.
async function bringGuess(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ['/guess.js'] }).catch(() => {})
}

// The names of shortcuts are sealed, so one button stands for all of them, at the record and not in each row of a list.
function unlockButton(): PageSetup['buttons'][number] {
  return { shortcutId: UNLOCK, name: i18n.t('page.unlock'), icon: 'unlock', needs: [] }
}

function inPage(site: SiteRule | null, isLocked: boolean): PageSite | null {
  if (site === null) return null
  const { id, name, workspace, shadowHosts, floating, records } = site
  return {
    id,
    name,
    floating,
    records: isLocked ? records.filter(({ size }) => size === 'full') : records,
    ...(workspace === undefined ? {} : { workspace }),
    ...(shadowHosts === undefined ? {} : { shadowHosts }),
  }
}

function everyPage(): Pick<PageSetup, 'words' | 'language' | 'direction' | 'showsBySign'> {
  return { words: words(), language: userLanguage(), direction: direction(), showsBySign: SHOWS_BY_SIGN }
}

function words(): PageSetup['words'] {
  return {
    bar: i18n.t('page.bar'),
    working: i18n.t('page.working'),
    covered: i18n.t('page.covered'),
    gone: i18n.t('page.gone'),
    hide: i18n.t('page.hideFloating'),
    more: i18n.t('invitation.more'),
  }
}
