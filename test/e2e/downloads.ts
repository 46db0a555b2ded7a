/** Files that a page lets the browser download. @module */
import type { Page } from '../browsers/session.ts'

/** A file. */
export interface Download {
  readonly name: string
  readonly type: string
  readonly text: string
}

/** Keeps what the page would let the browser download, in place of the browser. */
export async function catchDownloads(page: Page): Promise<void> {
  await page.evaluate(() => {
    const original = URL.createObjectURL
    URL.createObjectURL = (blob: Blob) => {
      Object.assign(globalThis, { caught: blob })
      return original.call(URL, blob)
    }
    HTMLAnchorElement.prototype.click = function () {
      Object.assign(globalThis, { caughtName: this.download })
    }
  })
}

/** The last file that was caught. */
export function caught(page: Page): Promise<Download> {
  return page.evaluate(async () => {
    const { caught: blob, caughtName: name } = globalThis as unknown as { caught: Blob; caughtName: string }
    return { name, type: blob.type, text: await blob.text() }
  })
}
