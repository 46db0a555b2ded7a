/** Opens what an action gave, or hands it out; says in a sentence what it did. @module */

import { type Outcome, PluginError, type PopupOutcome } from '@joinery/sdk'
import { type Browser, browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { copyText } from './clipboard.ts'
import { handedOut } from './invitation.ts'
import { withTexts } from './invitation-texts.ts'
import { openInvitationWindow } from './invitation-window.ts'
import { openLaunchPage } from './launch-page.ts'
import { inUserLanguage, userLanguage } from './problem.ts'
import type { PersonView } from './views.ts'

/** The tab beside which a link opens. */
export interface Place {
  readonly tabId?: number | undefined
  readonly windowId?: number | undefined
  readonly index?: number | undefined
  readonly incognito?: boolean | undefined
  /** Whether a tab stays behind the one in front. */
  readonly isBehind?: boolean
}

/** Whether such an outcome brings a tab or a window to the front. */
export function opensSomething({ type }: Outcome): boolean {
  return type === 'tab' || type === 'popup' || type === 'invite'
}

/** The place beside a tab. */
export function placeBeside(tab: Browser.tabs.Tab | undefined): Place {
  return { tabId: tab?.id, windowId: tab?.windowId, index: tab?.index, incognito: tab?.incognito }
}

/**
 * Opens or hands out an outcome whose links were checked.
 *
 * @param me the user, in whose name an invitation goes out.
 * @returns the sentence for the user; it holds no link.
 * @throws PluginError `unsupported` for an outcome that has no way to the user from here.
 */
export async function launch(outcome: Outcome, name: string, place: Place, me: PersonView): Promise<string> {
  switch (outcome.type) {
    case 'tab':
      await openTab(outcome.url, place)
      return i18n.t('run.opened', [name])
    case 'popup':
      await openWindow(outcome, place)
      return i18n.t('run.opened', [name])
    case 'links':
      await copyText(outcome.guest ?? outcome.me ?? '')
      return outcome.expiresAt === undefined
        ? i18n.t('run.copiedNoExpiry')
        : i18n.t('run.copied', [timeOfDay(outcome.expiresAt)])
    case 'invite':
      await openInvitationWindow(await withTexts(handedOut(outcome, me), me))
      return i18n.t('run.invitationReady')
    case 'target':
      return i18n.t('run.stored', [name])
    case 'removed':
      return i18n.t('run.removed', [name])
    case 'done':
      return outcome.message === undefined ? i18n.t('run.done') : inUserLanguage(outcome.message)
    default:
      throw new PluginError('unsupported', i18n.t('error.unsupported'))
  }
}

async function openWindow(outcome: PopupOutcome, { incognito = false, windowId }: Place): Promise<void> {
  const { url, width, height } = outcome
  try {
    await browser.windows.create({ url, type: 'popup', width, height, incognito })
  } catch {
    // Policies, kiosks and telephones have no second window; the user's own click may open one, or a tab.
    await openLaunchPage(outcome, windowId === undefined ? {} : { windowId })
  }
}

async function openTab(url: string, { tabId, windowId, index, isBehind = false }: Place): Promise<void> {
  await browser.tabs.create({
    url,
    active: !isBehind,
    ...(tabId === undefined ? {} : { openerTabId: tabId }),
    ...(windowId === undefined ? {} : { windowId }),
    ...(index === undefined ? {} : { index: index + 1 }),
  })
}

function timeOfDay(milliseconds: number): string {
  return new Intl.DateTimeFormat(userLanguage(), { timeStyle: 'short' }).format(milliseconds)
}
