/** Small windows of our own. @module */
import { browser } from 'wxt/browser'

/** Opens a page of ours in a window of its own, in front, and returns the window's id. */
export async function openOwnWindow(page: string, size: { width: number; height: number }): Promise<number> {
  const opened = await browser.windows.create({ url: page, type: 'popup', focused: true, ...size })
  return opened?.id ?? browser.windows.WINDOW_ID_NONE
}

/** Brings a window to the front; whether it is still there. */
export async function bringToFront(windowId: number): Promise<boolean> {
  const shown = await browser.windows.update(windowId, { focused: true }).catch(() => undefined)
  return shown !== undefined
}
