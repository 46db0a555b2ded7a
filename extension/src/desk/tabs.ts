/** Talks to the content scripts in tabs. @module */
import { browser } from 'wxt/browser'
import type { PageNotice, PageRecord } from '../messages.ts'
import { pageRecord } from '../messages.ts'
import { readMe, readShortcuts } from './holdings.ts'
import { contactIn, lackingFacts, meOn } from './person.ts'
import { inUserLanguage } from './problem.ts'
import { resolveAll } from './shortcuts.ts'
import type { TabView } from './views.ts'

/** Tells every page that its setup may have changed; pages without a content script do not hear it. */
export async function announceChange(): Promise<void> {
  const tabs = await browser.tabs.query({})
  const notice: PageNotice = { notice: 'setup-changed' }
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [browser.tabs.sendMessage(id, notice)])))
}

/** The record that a tab shows, where a content script finds exactly one. */
export async function recordIn(tabId: number | undefined): Promise<PageRecord | undefined> {
  if (tabId === undefined) return undefined
  const notice: PageNotice = { notice: 'read-record' }
  const answer: unknown = await browser.tabs.sendMessage(tabId, notice, { frameId: 0 }).catch(() => undefined)
  return pageRecord(answer)
}

/** What the popup shows for a tab, or for none. */
export async function viewOfTab(tabId: number | undefined): Promise<TabView> {
  const [me, stored, record] = await Promise.all([readMe(), readShortcuts(), recordIn(tabId)])
  const contact = record === undefined ? {} : contactIn(record)
  const shortcuts = (await resolveAll(stored)).map(({ shortcut, account, action, plugin }) => ({
    id: shortcut.id,
    name: shortcut.name,
    icon: action.icon ?? 'join',
    account: `${account.name} · ${inUserLanguage(plugin.name)}`,
    for: action.for,
    lacking: lackingFacts(action.for === 'me' ? meOn(account, me) : contact, action.needs ?? []),
  }))
  return { shortcuts, record: record ?? null }
}
