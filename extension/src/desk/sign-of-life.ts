/** Lets our elements show in a page while the extension is there. @module */
import { type Browser, browser } from 'wxt/browser'

/** Whether elements in pages show by the sign alone. */
export const SHOWS_BY_SIGN = import.meta.env.FIREFOX

// As `styleFor` of the bars asks for it. Custom properties reach into shadow roots.
const SIGN = ':root { --x-joinery: inline-block }'

const given = new Set<string>()

/**
 * Disabled, a content script in Firefox ends without a word, and what it made stays in the page; the extension's style
 * sheets go. So our elements show by one of them alone. Chromium needs none: the script is told, and cleans up.
 */
export async function giveSignOfLife({
  tab,
  frameId = 0,
  documentId = '',
}: Browser.runtime.MessageSender): Promise<void> {
  if (!SHOWS_BY_SIGN || tab?.id === undefined || given.has(documentId)) return
  // The page may be gone by now; then nobody needs it.
  await browser.scripting.insertCSS({ target: { tabId: tab.id, frameIds: [frameId] }, css: SIGN }).catch(() => {})
  given.add(documentId)
}
