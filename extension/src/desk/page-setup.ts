/** What a content script is told: rule, buttons and words; no account, no secret, no link. @module */

import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import type { Payload } from '../messages.ts'
import type { PageSetup } from '../page/setup.ts'
import { findSite } from '../sites/find-site.ts'
import { readHoldings } from '../vault/store.ts'
import { userLanguage } from './problem.ts'
import { resolve } from './shortcuts.ts'

/** The setup for a page with these marks, or `null` where no site is like that. */
export async function setupFor({ marks }: Payload<'page.begin'>): Promise<PageSetup | null> {
  const site = findSite(marks)
  if (site === undefined) return null
  const holdings = await readHoldings('accounts', 'targets', 'shortcuts')
  const buttons = holdings.shortcuts
    .filter(({ inPage }) => inPage)
    .flatMap((shortcut) => {
      const resolved = resolve(shortcut, holdings)
      if (resolved === undefined) return []
      const { action } = resolved
      const needs = action.for === 'contact' ? (action.needs ?? []) : []
      return [{ shortcutId: shortcut.id, name: shortcut.name, icon: action.icon ?? 'join', needs }]
    })
  return { site, buttons, words: words(), language: userLanguage(), direction: direction() }
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
