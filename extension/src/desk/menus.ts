/**
 * Every item of the browser's own menus: on the toolbar's button, on selected text, on vendors' links. @module
 */
import { type Browser, browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { runFromBrowser, surroundingsIn } from './browser-click.ts'
import type { ChosenItem, Click, Way } from './click.ts'
import { forWays, type OfferedWays } from './menu-ways.ts'
import { selectedPerson } from './selected-person.ts'
import { lockVault } from './vault-session.ts'

const LOCK = 'lock-vault'
const WAYS: readonly Way[] = ['join', 'control', 'invite']

const onText: { readonly [W in Way]: () => string } = {
  join: () => i18n.t('elsewhere.joinText'),
  control: () => i18n.t('elsewhere.controlText'),
  invite: () => i18n.t('elsewhere.inviteText'),
}
const onLink: { readonly [W in Exclude<Way, 'invite'>]: () => string } = {
  join: () => i18n.t('elsewhere.joinLink'),
  control: () => i18n.t('elsewhere.controlLink'),
}

/** Listens to them; to be called whenever the background starts. */
export function followMenus(): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === LOCK) return void lockVault()
    void clickOn(info, tab)
      .then((click) => (click === undefined ? undefined : runFromBrowser(click)))
      .catch(console.error)
  })
}

/**
 * Makes the items anew; the browser keeps them until it ends. Locked, they are the same for everybody: an own server's
 * address, and what is set up at all, is nothing that a locked vault tells.
 */
export async function showMenus(isUnlocked: boolean): Promise<void> {
  await navigator.locks.request('menus', async () => {
    const offered = await forWays(isUnlocked)
    await browser.contextMenus.removeAll()
    for (const item of itemsFor(offered)) browser.contextMenus.create(item)
  })
}

function itemsFor({ text, links }: OfferedWays): readonly Browser.contextMenus.CreateProperties[] {
  const [joining, controlling] = [links.join, links.control]
  return [
    { id: LOCK, title: i18n.t('command.lock'), contexts: ['action'] },
    ...WAYS.filter((way) => text.includes(way)).map((way) => ({
      id: `${way}-text`,
      title: onText[way](),
      contexts: ['selection'] as ['selection'],
    })),
    ...(joining.length === 0 ? [] : [linkItem('join', joining)]),
    ...(controlling.length === 0 ? [] : [linkItem('control', controlling)]),
  ]
}

function linkItem(way: keyof typeof onLink, patterns: readonly string[]): Browser.contextMenus.CreateProperties {
  return { id: `${way}-link`, title: onLink[way](), contexts: ['link'], targetUrlPatterns: [...patterns] }
}

/**
 * What a choice means. The browser itself hands over the text or the link, so this works in sites that are not enabled, too,
 * and no script of theirs has a way to choose. What stands there is still theirs: it may name what is stored or fill in a
 * token; whom it names is asked about in a window of ours. Nothing else of such a page is read.
 */
async function clickOn(info: Browser.contextMenus.OnClickData, tab: Browser.tabs.Tab | undefined) {
  const [way, on] = String(info.menuItemId).split('-') as [Way, string?]
  const { record, ...surroundings } = await surroundingsIn(tab)
  const click = (item: ChosenItem): Click => ({ item, ...surroundings })
  if (on === 'link' && info.linkUrl !== undefined) return click({ way, href: info.linkUrl })
  const text = info.selectionText ?? ''
  if (on !== 'text' || text === '' || !WAYS.includes(way)) return undefined
  if (way !== 'invite') return click({ way, text })
  return { ...click({ way }), record: selectedPerson(text, record), doubts: ['selected' as const] }
}
