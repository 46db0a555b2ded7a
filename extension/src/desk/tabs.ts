/** Talks to the content scripts in tabs. @module */
import { browser } from 'wxt/browser'
import type { PageNotice, PageRecord } from '../messages.ts'
import { pageRecord } from '../messages.ts'
import { readHoldings } from '../vault/store.ts'
import { contactIn, lackingFacts, meOn } from './person.ts'
import { inUserLanguage } from './problem.ts'
import { resolve } from './shortcuts.ts'
import type { TabView } from './views.ts'

/** Tells every page that its setup may have changed; pages without a content script do not hear it. */
export async function announceChange(): Promise<void> {
  const tabs = await browser.tabs.query({})
  const notice: PageNotice = { notice: 'setup-changed' }
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [browser.tabs.sendMessage(id, notice)])))
}

/** The record that a tab shows, where a content script finds exactly one. */
export async function recordIn(tabId: number): Promise<PageRecord | undefined> {
  const notice: PageNotice = { notice: 'read-record' }
  const answer: unknown = await browser.tabs.sendMessage(tabId, notice, { frameId: 0 }).catch(() => undefined)
  return pageRecord(answer)
}

/** What the popup shows for a tab. */
export async function viewOfTab(tabId: number): Promise<TabView> {
  const [holdings, record] = await Promise.all([
    readHoldings('me', 'accounts', 'targets', 'shortcuts'),
    recordIn(tabId),
  ])
  const shortcuts = holdings.shortcuts.flatMap((shortcut) => {
    const resolved = resolve(shortcut, holdings)
    if (resolved === undefined) return []
    const { account, action, plugin } = resolved
    const contact = record === undefined ? {} : contactIn(record)
    const person = action.for === 'me' ? meOn(account, holdings.me) : contact
    return [
      {
        id: shortcut.id,
        name: shortcut.name,
        icon: action.icon ?? 'join',
        account: `${account.name} · ${inUserLanguage(plugin.name)}`,
        for: action.for,
        lacking: lackingFacts(person, action.needs ?? []),
      },
    ]
  })
  return { shortcuts, record: record ?? null }
}
