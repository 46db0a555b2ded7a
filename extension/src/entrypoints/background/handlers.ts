/** What is done for each message. @module */
import { browser } from 'wxt/browser'
import { saveAccount, saveMe } from '../../desk/accounts.ts'
import { cancelRun, runFromForm } from '../../desk/action-runs.ts'
import { arrangeShortcuts } from '../../desk/arrange-shortcuts.ts'
import { forgetFailure, runOrUnlock } from '../../desk/browser-click.ts'
import { beginBulk, steerBulk, tableOfBulk, viewOfBulk } from '../../desk/bulk.ts'
import {
  forgetCertificate,
  keepIssued,
  keepRequest,
  noteCertificateEnds,
  privateKeyOf,
  readCertificates,
  watchCertificate,
} from '../../desk/certificates.ts'
import { allowCompanion, forgetCompanion, refuseCompanion, revokeCompanion } from '../../desk/companions/decide.ts'
import { viewCompanions } from '../../desk/companions/view.ts'
import { goOnWithClick, readConfirm } from '../../desk/confirm-window.ts'
import { goOnWithControl, readChosen, readControl } from '../../desk/control.ts'
import { endDemo, startDemo } from '../../desk/demo.ts'
import { eraseEverything } from '../../desk/erase.ts'
import { dropKnown, removeRecord } from '../../desk/holdings.ts'
import { readInvitationTexts, resetInvitationText, saveInvitationText } from '../../desk/invitation-texts.ts'
import { readInvitation } from '../../desk/invitation-window.ts'
import { chooseJournalDays, emptyJournal, readKeeping, trimJournal } from '../../desk/journal-keeping.ts'
import { readJournal } from '../../desk/journal-view.ts'
import { openKeptInvitation } from '../../desk/kept-invitations.ts'
import { placeBeside } from '../../desk/launch.ts'
import { forgetLaunch, openAsTab, readLaunch } from '../../desk/launch-page.ts'
import { setIdleTime } from '../../desk/lock-triggers.ts'
import { applyPolicy } from '../../desk/managed.ts'
import {
  changeManyTargets,
  importTargets,
  listTargets,
  makeManyShortcuts,
  readManyTargets,
  removeManyTargets,
} from '../../desk/many-targets.ts'
import { showMenus } from '../../desk/menus.ts'
import { listOwnSites, removeOwnSite } from '../../desk/own-sites.ts'
import { setupFor } from '../../desk/page-setup.ts'
import { endPicking, keepPicking, readPicking, startPicking } from '../../desk/picker.ts'
import { setPins } from '../../desk/pins.ts'
import { targetEntries } from '../../desk/popup-entries.ts'
import { copyGuestLink, runFromPopup, showGuestLink } from '../../desk/popup-run.ts'
import { changePreferences, chooseIdleMinutes } from '../../desk/preferences.ts'
import { saving } from '../../desk/problem.ts'
import { recogniseSite } from '../../desk/recognise-site.ts'
import { readReport } from '../../desk/report.ts'
import { saveShortcut } from '../../desk/shortcuts.ts'
import { chooseForSite } from '../../desk/site-choices.ts'
import { countPlace } from '../../desk/site-counts.ts'
import { readSiteStates } from '../../desk/site-states.ts'
import { proposeSite, readSiteDraft, saveSite } from '../../desk/site-window.ts'
import { dropEndpoint, enableSite, expectEndpoint, isEnabledSite } from '../../desk/sites.ts'
import { announceChange, recordIn, viewOfTab } from '../../desk/tabs.ts'
import { saveTarget } from '../../desk/targets.ts'
import { askToUnlock, goOn } from '../../desk/unlock-window.ts'
import {
  lockVault,
  makeVault,
  setStaysUnlocked,
  unlockedVault,
  unlockVault,
  vaultDatabase,
  vaultState,
} from '../../desk/vault-session.ts'
import { viewOfVault } from '../../desk/vault-view.ts'
import { readDesk, readTargets, viewOfTarget } from '../../desk/view.ts'
import type { Problem, SaveReply } from '../../desk/views.ts'
import type { Handlers } from '../../messages.ts'
import { UNLOCK } from '../../page-messages.ts'
import { changePassphrase } from '../../vault/vault.ts'
import { tellOwnPages } from './lock-state.ts'

/** One for each message. */
export const handlers: Handlers = {
  'page.begin': setupFor,
  'page.run': ({ shortcutId, record, doubts }, { origin, tab }) =>
    shortcutId === UNLOCK
      ? askToUnlock()
      : runOrUnlock({ shortcutId, record, doubts, site: origin, place: placeBeside(tab) }),
  'page.openInvitation': async ({ id }) => {
    await saving(undefined, () => openKeptInvitation(id))
    return null
  },
  'page.place': async ({ site, isFound }, { origin = '' }) => {
    await countPlace(origin, site, isFound)
    return null
  },
  'page.hideFloating': async (_payload, { origin = '' }) => {
    await chooseForSite('sitesWithoutFloating', origin, true)
    void announceChange()
    return null
  },
  'page.runLink': ({ buttonId, href, record, doubts }, { origin, tab }) =>
    runOrUnlock({ link: { buttonId, href }, record, doubts, site: origin, place: placeBeside(tab) }),
  'confirm.read': (_payload, { tab }) => readConfirm(tab?.windowId),
  'confirm.goOn': ({ trusts }, { tab }) => goOnWithClick(tab?.windowId, trusts),
  'desk.read': readDesk,
  'desk.findTargets': ({ query, accountId, limit }) => readTargets(query, accountId, limit),
  'desk.readTarget': ({ id }) => viewOfTarget(id),
  'desk.readTab': ({ tabId }) => viewOfTab(tabId),
  'desk.run': runFromPopup,
  'popup.copyGuestLink': copyGuestLink,
  'popup.guestLink': showGuestLink,
  'popup.findTargets': async ({ query, tabId, recordKey }) =>
    targetEntries(query, recordKey === undefined ? undefined : await recordIn(tabId)),
  'demo.start': () => changing(undefined, startDemo),
  'demo.end': () => changing(undefined, endDemo),
  'targets.list': listTargets,
  'targets.read': readManyTargets,
  'targets.remove': (payload) => changingMany(removeManyTargets(payload)),
  'targets.change': (payload) => changingMany(changeManyTargets(payload)),
  'targets.makeShortcuts': (payload) => changingMany(makeManyShortcuts(payload)),
  'targets.import': (payload) => changingMany(importTargets(payload)),
  'popup.setPins': ({ ids }) => saving(undefined, () => setPins(ids)),
  'desk.saveMe': (payload) => changing('me', () => saveMe(payload)),
  'desk.saveAccount': (payload) => changing('account', () => saveAccount(payload)),
  'desk.saveTarget': (payload) => changing('target', () => saveTarget(payload)),
  'desk.saveShortcut': (payload) => changing(undefined, () => saveShortcut(payload)),
  'shortcuts.arrange': (payload) => changing(undefined, () => arrangeShortcuts(payload)),
  'desk.remove': ({ id }) => changing(undefined, async () => void (await removeRecord(id))),
  'desk.dropEndpoint': ({ origin }) => saving(undefined, () => dropEndpoint(origin)),
  'desk.expectEndpoint': ({ origin }) => saving(undefined, () => expectEndpoint(origin)),
  'desk.enableSite': ({ origin }) => saving(undefined, () => enableSite(origin)),
  'desk.isSite': ({ origin }) => isEnabledSite(origin),
  'desk.trustSite': ({ origin, trusts }) => saving(undefined, () => chooseForSite('trustedSites', origin, trusts)),
  'desk.floatOnSite': ({ origin, floats }) =>
    changing(undefined, () => chooseForSite('sitesWithoutFloating', origin, !floats)),
  'desk.recogniseSite': ({ tabId }) => recogniseSite(tabId),
  'action.run': (payload, { tab }) => runFromForm(payload, tab?.id),
  'action.cancel': cancelRun,
  'bulk.begin': (payload) => saving(undefined, () => beginBulk(payload)),
  'bulk.read': viewOfBulk,
  'bulk.table': tableOfBulk,
  'bulk.steer': (payload) => saving(undefined, () => steerBulk(payload)),
  'control.read': (_payload, { tab }) => readControl(tab?.windowId),
  'control.readTarget': ({ targetId }, { tab }) => readChosen(tab?.windowId, targetId),
  'control.goOn': (payload, { tab }) => goOnWithControl(tab?.windowId, payload),
  'invitation.read': (_payload, { tab, url }) => readInvitation(tab?.windowId, url),
  'invitation.open': ({ id }) => saving(undefined, () => openKeptInvitation(id)),
  'texts.read': readInvitationTexts,
  'texts.save': (payload) => saving(undefined, () => saveInvitationText(payload)),
  'texts.reset': (payload) => saving(undefined, () => resetInvitationText(payload)),
  'launch.read': (_payload, sender) => readLaunch(sender),
  'launch.openTab': (_payload, sender) => openAsTab(sender),
  'launch.forget': async (_payload, { tab }) => {
    forgetLaunch(tab?.id)
    return null
  },
  'desk.refresh': () =>
    changing(undefined, async () => {
      await unlockedVault()
      dropKnown()
      await noteCertificateEnds()
      // A backup may have brought what is managed, and days that are too old.
      await applyPolicy()
      return void (await trimJournal())
    }),
  'picker.start': ({ tabId, siteId }) => saving(undefined, () => startPicking(tabId, siteId)),
  'picker.begin': (_payload, sender) => readPicking(sender),
  'picker.keep': ({ draft, turn }, sender) => keepPicking(sender, draft, turn),
  'picker.draft': ({ site }, sender) => saving(undefined, () => proposeSite(site, sender)),
  'picker.end': (_payload, { tab }) => endPicking(tab?.id),
  'sites.readDraft': (_payload, { tab }) => readSiteDraft(tab?.windowId),
  'sites.readStates': readSiteStates,
  'sites.listOwn': listOwnSites,
  'sites.saveOwn': ({ site, stored }, { tab }) => changing(undefined, () => saveSite(site, stored, tab?.windowId)),
  'sites.removeOwn': ({ stored }) => changing(undefined, () => removeOwnSite(stored)),
  'vault.read': (_payload, { url = '' }) => {
    if (url.startsWith(browser.runtime.getURL('/popup.html'))) void forgetFailure()
    return viewOfVault()
  },
  'vault.create': ({ passphrase }) => saving(undefined, async () => void (await makeVault(passphrase))),
  'vault.unlock': ({ passphrase }) => saving(undefined, async () => void (await unlockVault(passphrase))),
  'vault.goOn': (_payload, { tab }) => goOn(tab?.windowId),
  'vault.lock': () => saving(undefined, async () => void (await lockVault())),
  'vault.changePassphrase': ({ before, after }) =>
    saving(undefined, async () => void (await changePassphrase(await vaultDatabase(), before, after))),
  'vault.setStaysUnlocked': ({ stays }) => saving(undefined, async () => void (await setStaysUnlocked(stays))),
  'vault.setIdleMinutes': ({ minutes }) =>
    saving(undefined, async () => {
      await chooseIdleMinutes(minutes)
      return void (await setIdleTime())
    }),
  'vault.noteBackup': ({ at }) => saving(undefined, async () => void (await changePreferences({ backedUpAt: at }))),
  'vault.erase': () =>
    saving(undefined, async () => {
      await eraseEverything()
      return void (await Promise.all([tellOwnPages(), announceChange()]))
    }),
  'certificate.read': readCertificates,
  'certificate.keepRequest': (payload) => saving(undefined, () => keepRequest(payload)),
  'certificate.keepIssued': (payload) => saving(undefined, () => keepIssued(payload)),
  'certificate.watch': (payload) => saving(undefined, () => watchCertificate(payload)),
  'certificate.key': ({ id }) => privateKeyOf(id),
  'certificate.remove': ({ id }) => saving(undefined, async () => void (await forgetCertificate(id))),
  'journal.read': readJournal,
  'journal.readKeeping': readKeeping,
  'journal.keep': ({ days }) => saving(undefined, async () => void (await chooseJournalDays(days))),
  'journal.empty': () => saving(undefined, async () => void (await emptyJournal())),
  'report.read': readReport,
  'companions.read': viewCompanions,
  'companions.allow': (payload) => changing(undefined, () => allowCompanion(payload)),
  'companions.refuse': (payload) => saving(undefined, () => refuseCompanion(payload)),
  'companions.revoke': (payload) => changing(undefined, () => revokeCompanion(payload)),
  'companions.forget': (payload) => saving(undefined, () => forgetCompanion(payload)),
}

async function changingMany<Reply extends { readonly ok: boolean }>(change: Promise<Reply>): Promise<Reply> {
  const reply = await change
  if (reply.ok) void announceChange()
  return reply
}

async function changing(form: Problem['form'], change: () => Promise<string | undefined>): Promise<SaveReply> {
  const reply = await saving(form, change)
  if (reply.ok) {
    void announceChange()
    void vaultState()
      .then((state) => showMenus(state === 'unlocked'))
      .catch(console.error)
  }
  return reply
}
