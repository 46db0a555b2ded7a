/** The background: wires the browser's events to the desk. @module */

import { type Browser, browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { i18n } from '#i18n'
import { removeAccount, saveAccount, saveMe } from '../desk/accounts.ts'
import { setupFor } from '../desk/page-setup.ts'
import { saving } from '../desk/problem.ts'
import { countRejected } from '../desk/rejected.ts'
import { runShortcut } from '../desk/run.ts'
import { removeShortcut, saveShortcut } from '../desk/shortcuts.ts'
import {
  dropEndpoint,
  enableSite,
  expectEndpoint,
  forgetEndpoints,
  isEnabledSite,
  startInOpenTabs,
  syncSites,
} from '../desk/sites.ts'
import { announceChange, recordIn, viewOfTab } from '../desk/tabs.ts'
import { removeTarget, saveTarget } from '../desk/targets.ts'
import { readDesk } from '../desk/view.ts'
import type { Problem, SaveReply } from '../desk/views.ts'
import { type Handlers, listen } from '../messages.ts'

const handlers: Handlers = {
  'page.begin': setupFor,
  'page.run': ({ shortcutId, record }, sender) =>
    runShortcut({ shortcutId, record, site: sender.origin, place: placeBeside(sender.tab) }),
  'desk.read': readDesk,
  'desk.readTab': ({ tabId }) => viewOfTab(tabId),
  'desk.run': async ({ shortcutId, tabId, recordKey }) => {
    const tab = tabId === undefined ? undefined : await browser.tabs.get(tabId)
    const record = tabId === undefined ? undefined : await recordIn(tabId)
    if (record?.key !== recordKey)
      return { ok: false, problem: { code: 'conflict', text: i18n.t('run.recordChanged') } }
    return runShortcut({ shortcutId, record, site: undefined, place: placeBeside(tab) })
  },
  'desk.saveMe': (payload) => changing('me', () => saveMe(payload)),
  'desk.saveAccount': (payload) => changing('account', () => saveAccount(payload)),
  'desk.removeAccount': (payload) => changing('account', () => removeAccount(payload)),
  'desk.saveTarget': (payload) => changing('target', () => saveTarget(payload)),
  'desk.removeTarget': (payload) => changing('target', () => removeTarget(payload)),
  'desk.saveShortcut': (payload) => changing(undefined, () => saveShortcut(payload)),
  'desk.removeShortcut': (payload) => changing(undefined, () => removeShortcut(payload)),
  'desk.dropEndpoint': ({ origin }) => saving(undefined, () => dropEndpoint(origin)),
  'desk.expectEndpoint': ({ origin }) => saving(undefined, () => expectEndpoint(origin)),
  'desk.enableSite': ({ origin }) => saving(undefined, () => enableSite(origin)),
  'desk.isSite': ({ origin }) => isEnabledSite(origin),
}

export default defineBackground({
  type: 'module',
  main() {
    // Content scripts read local storage unless told otherwise; session storage is closed to them.
    void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
    listen(handlers, mayRunIn, countRejected)
    browser.permissions.onAdded.addListener(({ origins = [] }) => {
      void syncSites().then(() => startInOpenTabs(origins))
    })
    browser.permissions.onRemoved.addListener(({ origins = [] }) => {
      void forgetEndpoints(origins).then(syncSites).then(announceChange)
    })
    browser.runtime.onInstalled.addListener(() => {
      void syncSites().then(async () => startInOpenTabs((await browser.permissions.getAll()).origins ?? []))
    })
    browser.runtime.onStartup.addListener(() => void syncSites())
  },
})

async function mayRunIn({ tab, frameId, origin }: Browser.runtime.MessageSender): Promise<boolean> {
  return tab !== undefined && frameId === 0 && origin !== undefined && isEnabledSite(origin)
}

async function changing(form: Problem['form'], change: () => Promise<string | undefined>): Promise<SaveReply> {
  const reply = await saving(form, change)
  if (reply.ok) void announceChange()
  return reply
}

function placeBeside(tab: Browser.tabs.Tab | undefined) {
  return { tabId: tab?.id, windowId: tab?.windowId, index: tab?.index, incognito: tab?.incognito }
}
