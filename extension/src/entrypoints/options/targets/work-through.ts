/** Works through many things a part at a time, and says how far it is. @module */
import { MOST_AT_A_TIME } from '../../../target-messages.ts'

/** How such a work goes. */
export interface Steps<Item> {
  readonly items: readonly Item[]
  readonly signal: AbortSignal
  onProgress(done: number): void
  /** Does one part; what it throws ends the work. */
  work(part: readonly Item[]): Promise<void>
}

/** Resolves when all is done, or between two parts when the signal was given. */
export async function workThrough<Item>({ items, signal, onProgress, work }: Steps<Item>): Promise<void> {
  for (let start = 0; start < items.length && !signal.aborted; start += MOST_AT_A_TIME) {
    const part = items.slice(start, start + MOST_AT_A_TIME)
    await work(part)
    onProgress(start + part.length)
  }
}
