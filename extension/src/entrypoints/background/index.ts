/** The background: wires the browser's events to the desk. @module */

import { type Browser, browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { drawBadge, redrawBadge } from '../../desk/badge.ts'
import { followBulkAlarm, goOnWithBulk } from '../../desk/bulk-run.ts'
import { followCertificateAlarm, warnOfCertificates } from '../../desk/certificate-warning.ts'
import { followCommands } from '../../desk/commands.ts'
import { listenToCompanions } from '../../desk/companions/announced.ts'
import { followWaiting } from '../../desk/companions/waiting.ts'
import { forgetClick } from '../../desk/confirm-window.ts'
import { endControl } from '../../desk/control.ts'
import { isFirstStart } from '../../desk/first-start.ts'
import { forgetInvitation } from '../../desk/invitation-window.ts'
import { forgetLaunch } from '../../desk/launch-page.ts'
import { followLockTriggers } from '../../desk/lock-triggers.ts'
import { followMenus, showMenus } from '../../desk/menus.ts'
import { followOmnibox } from '../../desk/omnibox.ts'
import { followPolicy } from '../../desk/policy.ts'
import { ABSENCE_ALARM } from '../../desk/policy-absence.ts'
import { countRejected } from '../../desk/rejected.ts'
import { storeRescued } from '../../desk/rescued.ts'
import { forgetChoices } from '../../desk/site-choices.ts'
import { forgetCounts } from '../../desk/site-counts.ts'
import { forgetSiteDraft } from '../../desk/site-window.ts'
import { forgetEndpoints, isEnabledSite, startInOpenTabs, syncSites } from '../../desk/sites.ts'
import { announceChange } from '../../desk/tabs.ts'
import { forgetWindow } from '../../desk/unlock-window.ts'
import { followLock, noteUse, unlockWhereItStays, vaultState } from '../../desk/vault-session.ts'
import { followLanguage, loadLanguage } from '../../language.ts'
import { listen, type MessageName } from '../../messages.ts'
import { beginFreshLog } from '../../vault/fresh-log.ts'
import { closeStorage } from '../../vault/session-key.ts'
import { handlers } from './handlers.ts'
import { takePolicy, tellLockState } from './lock-state.ts'

export default defineBackground({
  type: 'module',
  main() {
    void closeStorage()
    followLanguage(() => void changeLanguage())
    listen({ handlers, isReady: hasLanguage, mayRunIn, onAccepted: noteWork, onRejected: countRejected })
    listenToCompanions(() => void announceChange())
    followWaiting(() => void redrawBadge().catch(console.error))
    followLock(tellLockState)
    followLockTriggers()
    followCommands()
    followMenus()
    followOmnibox()
    followBulkAlarm()
    followCertificateAlarm()
    void goOnWithBulk().catch(console.error)
    followPolicy(() => void takePolicy())
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === ABSENCE_ALARM) void takePolicy()
      void storeRescued().catch(console.error)
    })
    browser.windows.onRemoved.addListener((windowId) => {
      void forgetWindow(windowId)
      void forgetClick(windowId)
      void endControl(windowId)
      forgetInvitation(windowId)
      void forgetSiteDraft(windowId)
    })
    browser.tabs.onRemoved.addListener(forgetLaunch)
    browser.permissions.onAdded.addListener(({ origins = [] }) => {
      void syncSites().then(() => startInOpenTabs(origins))
    })
    browser.permissions.onRemoved.addListener(({ origins = [] }) => {
      void forgetEndpoints(origins)
        .then(syncSites)
        .then(announceChange)
        .then(() => Promise.all([forgetChoices(isEnabledSite), forgetCounts(isEnabledSite)]))
    })
    browser.runtime.onInstalled.addListener(({ reason }) => {
      void begin()
      // Behind what the user looks at: nobody is interrupted.
      if (reason === 'install') void browser.tabs.create({ url: '/welcome.html', active: false })
    })
    browser.runtime.onStartup.addListener(() => void begin())
    // Of being enabled again the browser tells nobody.
    void isFirstStart().then((isFirst) => (isFirst ? beginSession() : undefined))
  },
})

const hasLanguage = loadLanguage().catch(console.error)

// What the browser shows for us, and what stands in the pages, is said anew.
async function changeLanguage(): Promise<void> {
  await loadLanguage()
  const isUnlocked = (await vaultState()) === 'unlocked'
  await Promise.all([showMenus(isUnlocked), drawBadge(isUnlocked), announceChange()])
}

async function beginSession(): Promise<void> {
  if (!import.meta.env.FIREFOX) void beginFreshLog().catch(console.error)
  await begin()
}

let hasBegun = false

async function begin(): Promise<void> {
  if (hasBegun) return
  hasBegun = true
  void syncSites().then(async () => startInOpenTabs((await browser.permissions.getAll()).origins ?? []))
  await hasLanguage
  await unlockWhereItStays()
  await showMenus((await vaultState()) === 'unlocked').catch(console.error)
  await warnOfCertificates()
  await takePolicy()
}

const UNATTENDED: ReadonlySet<MessageName> = new Set(['page.begin', 'page.place', 'vault.read'])

// A page that loads is nobody at work; everything else is.
function noteWork(message: MessageName): void {
  if (!UNATTENDED.has(message)) void noteUse()
}

// A frame counts where the page around it is an enabled site, too: nobody else may lay a CRM into their own page.
async function mayRunIn({ tab, frameId, origin }: Browser.runtime.MessageSender): Promise<boolean> {
  if (tab === undefined || origin === undefined || !(await isEnabledSite(origin))) return false
  return frameId === 0 || (tab.url !== undefined && (await isEnabledSite(new URL(tab.url).origin)))
}
