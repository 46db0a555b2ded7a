/** What a content script is told: rule, buttons and words; no account, no secret, no link. @module */

import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { type Payload, UNLOCK } from '../messages.ts'
import type { PageSetup } from '../page/setup.ts'
import { findSite } from '../sites/find-site.ts'
import { readShortcuts } from './holdings.ts'
import { userLanguage } from './problem.ts'
import { resolveAll } from './shortcuts.ts'
import { vaultState } from './vault-session.ts'

/** The setup for a page with these marks, or `null` where no site is like that. */
export async function setupFor({ marks }: Payload<'page.begin'>): Promise<PageSetup | null> {
  const site = findSite(marks)
  if (site === undefined) return null
  const state = await vaultState()
  if (state === 'absent') return null
  if (state === 'locked') return { ...everyPage(), site: withoutRows(site), buttons: [unlockButton()] }
  const shortcuts = (await readShortcuts()).filter(({ inPage }) => inPage)
  const buttons = (await resolveAll(shortcuts)).map(({ shortcut, action }) => {
    const needs = action.for === 'contact' ? (action.needs ?? []) : []
    return { shortcutId: shortcut.id, name: shortcut.name, icon: action.icon ?? 'join', needs }
  })
  return { ...everyPage(), site, buttons }
}

// The names of shortcuts are sealed, so one button stands for all of them, at the record and not in each row of a list.
function unlockButton(): PageSetup['buttons'][number] {
  return { shortcutId: UNLOCK, name: i18n.t('page.unlock'), icon: 'unlock', needs: [] }
}

function withoutRows(site: PageSetup['site']): PageSetup['site'] {
  return { ...site, records: site.records.filter(({ size }) => size === 'full') }
}

function everyPage(): Pick<PageSetup, 'words' | 'language' | 'direction'> {
  return { words: words(), language: userLanguage(), direction: direction() }
}

function words(): PageSetup['words'] {
  return {
    bar: i18n.t('page.bar'),
    working: i18n.t('page.working'),
    covered: i18n.t('page.covered'),
    gone: i18n.t('page.gone'),
  }
}

function direction(): PageSetup['direction'] {
  return browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr'
}
