/** Transactions of a test's own over the vault's records, beside those of the background. @module */
import type { Page } from '../browsers/session.ts'

/** What the page keeps of this between two calls. */
interface Watching {
  watching?: { isOver: boolean; readonly done: Promise<unknown> }
}

/** A transaction that reads: others may read beside it, and none may write. */
export interface HeldRecords {
  /** Waits until the background has begun its turn of writing. */
  waitForWriter(): Promise<void>
  release(): Promise<void>
}

/** Holds the records from one of the extension's own pages. */
export async function holdRecords(page: Page): Promise<HeldRecords> {
  await page.evaluate(async () => {
    const opening = indexedDB.open('joinery-vault')
    await new Promise((resolve, reject) => {
      opening.onsuccess = resolve
      opening.onerror = reject
    })
    const database = opening.result
    const transaction = database.transaction('records')
    const store = transaction.objectStore('records')
    const done = new Promise((resolve) => transaction.addEventListener('complete', resolve))
    const watching = { isOver: false, done: done.then(() => database.close()) }
    ;(globalThis as Watching).watching = watching
    // It lives as long as each request is followed by another.
    await new Promise<null>((resolve) => {
      const ask = () => {
        store.count().onsuccess = () => {
          resolve(null)
          if (!watching.isOver) ask()
        }
      }
      ask()
    })
  })
  return {
    async waitForWriter() {
      await page.waitFor(async () => {
        const { held = [] } = await navigator.locks.query()
        return held.some(({ name }) => name === 'vault joinery-vault')
      })
    },
    release: () => over(page),
  }
}

/** Sees a record change, as soon as its transaction lets others in; `changed` resolves then. */
export async function seeRevision(page: Page, id: string): Promise<{ changed(): Promise<void> }> {
  await page.evaluate(async (wanted) => {
    const opening = indexedDB.open('joinery-vault')
    await new Promise((resolve, reject) => {
      opening.onsuccess = resolve
      opening.onerror = reject
    })
    const database = opening.result
    const revision = () =>
      new Promise<unknown>((resolve, reject) => {
        const reading = database.transaction('records').objectStore('records').get(wanted)
        reading.onsuccess = () => resolve(reading.result?.revision)
        reading.onerror = reject
      })
    const before = await revision()
    const see = async () => {
      while ((await revision()) === before);
      database.close()
    }
    ;(globalThis as Watching).watching = { isOver: false, done: see() }
  }, id)
  return { changed: () => over(page) }
}

async function over(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { watching } = globalThis as Watching
    if (watching === undefined) throw new Error('Nothing is watched.')
    watching.isOver = true
    await watching.done
  })
}
