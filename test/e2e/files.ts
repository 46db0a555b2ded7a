/** Files that a page would save, and files that a user chooses in it. @module */
import type { Page } from '../browsers/session.ts'

/** Keeps what the page would let the browser download, from now until it is loaded anew. */
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

/** A file that was caught. */
export interface Caught {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly text: string
}

/** The last file that the page saved. */
export async function caught(page: Page): Promise<Caught> {
  const { name, type, numbers } = await page.evaluate(async () => {
    const scope = globalThis as unknown as { readonly caught: Blob; readonly caughtName: string }
    return {
      name: scope.caughtName,
      type: scope.caught.type,
      numbers: [...new Uint8Array(await scope.caught.arrayBuffer())],
    }
  })
  const bytes = Uint8Array.from(numbers)
  return { name, type, bytes, text: new TextDecoder().decode(bytes) }
}

/** Chooses a file in a file input. */
export async function chooseFile(
  page: Page,
  selector: string,
  name: string,
  content: string | Uint8Array,
): Promise<void> {
  await page.waitFor((wanted) => document.querySelector(wanted) !== null, selector)
  await page.evaluate(
    (wanted, called, numbers) => {
      const chooser = document.querySelector<HTMLInputElement>(wanted)
      if (chooser === null) throw new Error('There is no file chooser')
      const chosen = new DataTransfer()
      chosen.items.add(new File([Uint8Array.from(numbers)], called))
      chooser.files = chosen.files
      chooser.dispatchEvent(new Event('change', { bubbles: true }))
    },
    selector,
    name,
    [...(typeof content === 'string' ? new TextEncoder().encode(content) : content)],
  )
}
