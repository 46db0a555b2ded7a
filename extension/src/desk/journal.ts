/** The journal: what was done when, without links and secrets; one sealed record a day. @module */
import { browser } from 'wxt/browser'
import type { JournalNotice } from '../journal-messages.ts'
import { isVaultError } from '../vault/error.ts'
import type { Json } from '../vault/json.ts'
import { changeRecords, list, readRecords, type VaultRecord } from '../vault/records.ts'
import { newRecordId } from '../vault/seal.ts'
import type { Vault } from '../vault/vault.ts'
import { dayOf, trimJournal } from './journal-keeping.ts'
import { readPreferences } from './preferences.ts'
import { unlockedVault } from './vault-session.ts'

/** One line of the journal. Lines of older versions lack some of it. */
export interface JournalEntry {
  /** Milliseconds since 1970. */
  readonly at: number
  /** The user, as the link names them. */
  readonly user?: string
  /** The contact, where it was done for one. */
  readonly contact?: string
  /** The shortcut that was clicked, where it was one. */
  readonly shortcutId?: string
  readonly accountId?: string
  readonly pluginId?: string
  readonly targetId?: string
  /** Absent where the button stood for nothing any more. */
  readonly action?: string
  /** The page's origin. */
  readonly site?: string
  readonly record?: { readonly kind: string; readonly key: string }
  /** `done`, `asked`, or the code of what went wrong. */
  readonly outcome: string
}

/** What a line's name in its day's record begins with. */
export const ENTRY = 'entry.'

/** Adds a line without keeping anybody waiting; where that fails, what was done is done all the same. */
export function note(entry: JournalEntry): void {
  void writeJournal(entry).then(tellOwnPages).catch(console.error)
}

/** Adds a line, and removes the days that are too old when a new one begins; nothing, where no journal is kept. */
export async function writeJournal(entry: JournalEntry): Promise<void> {
  const [vault, { journalDays }] = await Promise.all([unlockedVault(), readPreferences()])
  if (journalDays === 0) return
  const isNewDay = await navigator.locks.request('journal', async () => {
    for (;;) {
      // Another window may add to the same day: what it wrote is read, and both stay.
      const added = await tryToAdd(vault, entry)
      if (added !== 'conflict') return added === 'new day'
    }
  })
  if (isNewDay) await trimJournal()
}

/** The lines in a day's record. */
export function entriesIn({ values }: VaultRecord): readonly JournalEntry[] {
  return Object.entries(values).flatMap(([name, value]) =>
    name.startsWith(ENTRY) ? [value as unknown as JournalEntry] : [],
  )
}

async function tellOwnPages(): Promise<void> {
  const notice: JournalNotice = { notice: 'journal-changed' }
  // Where no page of ours is open, nobody hears it.
  await browser.runtime.sendMessage(notice).catch(() => {})
}

async function tryToAdd(vault: Vault, entry: JournalEntry): Promise<'added' | 'new day' | 'conflict'> {
  const day = dayOf(entry.at)
  const record = await recordOf(vault, day)
  const values = { day, ...record?.values, [`${ENTRY}${newRecordId()}`]: entry as unknown as Json }
  try {
    if (record !== undefined) await changeRecords(vault, [{ id: record.id, revision: record.revision, values }])
    else await changeRecords(vault, [{ id: newRecordId(), kind: 'journal', values }])
    return record === undefined ? 'new day' : 'added'
  } catch (error) {
    if (isVaultError(error, 'conflict')) return 'conflict'
    throw error
  }
}

// A day that does not open is kept as it is, and begun again beside it.
async function recordOf(vault: Vault, day: string): Promise<VaultRecord | undefined> {
  const lines = await list(vault, 'journal', day)
  const { records } = await readRecords(
    vault,
    lines.map(({ id }) => id),
  )
  return records[0]
}
