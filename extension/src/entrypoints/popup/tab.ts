/** The tab that the popup is about. @module */
import { browser } from 'wxt/browser'

/** What the popup needs to know of a tab. */
export interface TabInQuestion {
  readonly id: number
  /** The origin of its page, where that is a web page whose address we may see. */
  readonly origin: string | undefined
}

const TAB_ID = /^\d{1,10}$/

/** The tab that is named in the page's own query (`?tab=5`), else the one in front. */
export async function tabInQuestion(query: string): Promise<TabInQuestion | undefined> {
  const named = new URLSearchParams(query).get('tab') ?? ''
  const tab = TAB_ID.test(named)
    ? await browser.tabs.get(Number(named)).catch(() => undefined)
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0]
  return tab?.id === undefined ? undefined : { id: tab.id, origin: webOrigin(tab.url) }
}

/** The origin of a web page's address; other pages have none that could be enabled. */
export function webOrigin(address: string | undefined): string | undefined {
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : undefined
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.origin : undefined
}
