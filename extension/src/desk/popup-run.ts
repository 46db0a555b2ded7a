/** Runs what was chosen in the popup, for the record that the popup shows. @module */
import { PluginError } from '@joinery/sdk'
import { type Browser, browser } from 'wxt/browser'
import { i18n } from '#i18n'
import type { Payload } from '../messages.ts'
import type { Click } from './click.ts'
import { guestAction, guestLinkOf } from './guest-link.ts'
import { placeBeside } from './launch.ts'
import { meantBy } from './meant.ts'
import type { LinkReply } from './popup-views.ts'
import { problemOf } from './problem.ts'
import { runClick } from './run.ts'
import { recordIn } from './tabs.ts'
import type { Problem, RunReply } from './views.ts'

type Chosen = Payload<'desk.run'>

/** Opens it, or hands out what it gives. */
export async function runFromPopup(chosen: Chosen): Promise<RunReply> {
  return await withClick(chosen, runClick)
}

/** Copies the link that a guest gets for the same target. */
export async function copyGuestLink(chosen: Chosen): Promise<RunReply> {
  return await withClick(chosen, async (click) => {
    const { account, plugin, target, targetId = target?.id } = await meantBy(click)
    const action = guestAction(plugin, account)?.name
    if (action === undefined || targetId === undefined)
      throw new PluginError('not-applicable', i18n.t('error.notApplicable'))
    return await runClick({ ...placeOf(click), chosen: { targetId, action } })
  })
}

/** The link that a guest gets for the same target. */
export async function showGuestLink(chosen: Chosen): Promise<LinkReply> {
  return await withClick(chosen, async (click) => guestLinkOf(await meantBy(click), click))
}

async function withClick<Reply>(
  { tabId, recordKey, ...way }: Chosen,
  run: (click: Click) => Promise<Reply>,
): Promise<Reply | { readonly ok: false; readonly problem: Problem }> {
  try {
    const tab = tabId === undefined ? undefined : await browser.tabs.get(tabId)
    const record = await recordIn(tabId)
    if (record?.key !== recordKey) throw new PluginError('conflict', i18n.t('run.recordChanged'))
    const place = { record, site: siteOf(tab), place: placeBeside(tab) }
    return await run(
      'shortcutId' in way ? { ...way, ...place } : { chosen: { targetId: way.targetId, action: way.action }, ...place },
    )
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}

function placeOf({ record, site, place }: Click): Pick<Click, 'record' | 'site' | 'place'> {
  return { record, site, place }
}

// Told by the browser for enabled sites alone.
function siteOf(tab: Browser.tabs.Tab | undefined): string | undefined {
  return tab?.url === undefined ? undefined : new URL(tab.url).origin
}
