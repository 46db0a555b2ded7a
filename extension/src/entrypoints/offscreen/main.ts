/** The page that nobody sees: copies a text for Chromium's worker, which has no clipboard. @module */
import { browser } from 'wxt/browser'
import type { CopyRequest } from '../../desk/clipboard.ts'

browser.runtime.onMessage.addListener((message: unknown, sender) => {
  const { offscreen, text } = (message ?? {}) as Partial<CopyRequest>
  if (
    offscreen !== 'copy' ||
    typeof text !== 'string' ||
    sender.id !== browser.runtime.id ||
    sender.tab !== undefined
  ) {
    return undefined
  }
  return Promise.resolve(copy(text))
})

// `navigator.clipboard` asks for a focused page, which this one never is.
function copy(text: string): boolean {
  const area = document.querySelector('textarea')
  if (area === null) return false
  area.value = text
  area.select()
  const copied = document.execCommand('copy')
  area.value = ''
  return copied
}
