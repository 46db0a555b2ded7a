/** Puts text on the clipboard from the background. @module */
import { browser } from 'wxt/browser'

const OFFSCREEN_PAGE = '/offscreen.html'

/** A message that the offscreen page answers. */
export interface CopyRequest {
  readonly offscreen: 'copy'
  readonly text: string
}

/** Copies a text. A Chromium worker has no clipboard, so a page that nobody sees does it there. */
export async function copyText(text: string): Promise<void> {
  if (globalThis.navigator.clipboard !== undefined) return navigator.clipboard.writeText(text)
  await navigator.locks.request('offscreen', async () => {
    // A worker that was stopped while it copied left its page behind.
    if (!(await browser.offscreen.hasDocument())) {
      await browser.offscreen.createDocument({
        url: OFFSCREEN_PAGE,
        reasons: ['CLIPBOARD'],
        justification: 'Puts an invitation link on the clipboard',
      })
    }
    try {
      const request: CopyRequest = { offscreen: 'copy', text }
      const copied: unknown = await browser.runtime.sendMessage(request)
      if (copied !== true) throw new Error('The browser did not copy')
    } finally {
      await browser.offscreen.closeDocument()
    }
  })
}
