/** The journal: what was done when, without links and secrets. @module */
import { changeHoldings, type JournalEntry } from '../vault/store.ts'

const ENTRIES_KEPT = 200

/** Adds a line and drops the oldest beyond what is kept. */
export async function writeJournal(entry: JournalEntry): Promise<void> {
  await changeHoldings(['journal'], ({ journal }) => ({ journal: [...journal, entry].slice(-ENTRIES_KEPT) }))
}
