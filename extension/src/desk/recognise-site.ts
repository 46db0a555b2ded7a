/** Which product a tab shows before its site is enabled: by its host, else by one look at the page. @module */
import { browser } from 'wxt/browser'
import { siteFor } from './known-sites.ts'

const MOST_MARKS = 800

/**
 * The product's name, or `null` where it is none that we know. The browser allows the look only in the tab whose popup the
 * user opened.
 */
export async function recogniseSite(tabId: number): Promise<string | null> {
  const { url } = await browser.tabs.get(tabId)
  if (url === undefined) return null
  const byHost = await siteFor(url, [])
  if (byHost !== undefined) return byHost.name
  const results = await browser.scripting.executeScript({ target: { tabId }, files: ['/look.js'] }).catch(() => [])
  return (await siteFor(url, marksIn(results[0]?.result)))?.name ?? null
}

// What comes from a page is hostile.
function marksIn(result: unknown): readonly string[] {
  if (!Array.isArray(result)) return []
  return result.slice(0, MOST_MARKS).filter((mark) => typeof mark === 'string')
}
