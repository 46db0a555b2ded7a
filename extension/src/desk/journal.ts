/** The journal: what was done when, without links and secrets; one sealed record a day. @module */
import { isVaultError } from '../vault/error.ts'
import type { Json } from '../vault/json.ts'
import { changeRecords, forgetRecords, list, readRecord, type VaultRecord } from '../vault/records.ts'
import { newRecordId } from '../vault/seal.ts'
import type { Vault } from '../vault/vault.ts'
import { unlockedVault } from './vault-session.ts'

/** One line of the journal. */
export interface JournalEntry {
  readonly at: number
  /** The shortcut that was clicked, where it was one. */
  readonly shortcutId?: string
  readonly accountId?: string
  readonly targetId?: string
  readonly action: string
  readonly site?: string
  readonly record?: { readonly kind: string; readonly key: string }
  readonly outcome: string
}

const DAYS_KEPT = 90
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000
const ENTRY = 'entry.'

/** Adds a line, and removes the days that are too old when a new one begins. */
export async function writeJournal(entry: JournalEntry): Promise<void> {
  const vault = await unlockedVault()
  await navigator.locks.request('journal', async () => {
    // Another window may add to the same day: what it wrote is read, and both stay.
    while (!(await tryToAdd(vault, entry)));
  })
}

/** The lines in a day's record. */
export function journalEntriesIn({ values }: VaultRecord): readonly JournalEntry[] {
  return Object.entries(values).flatMap(([name, value]) =>
    name.startsWith(ENTRY) ? [value as unknown as JournalEntry] : [],
  )
}

async function tryToAdd(vault: Vault, entry: JournalEntry): Promise<boolean> {
  const day = dayOf(entry.at)
  const [line] = await list(vault, 'journal', day)
  const record = line === undefined ? undefined : await readRecord(vault, line.id)
  const added = { day, ...record?.values, [`${ENTRY}${newRecordId()}`]: entry as unknown as Json }
  try {
    if (record !== undefined) await changeRecords(vault, [{ id: record.id, revision: record.revision, values: added }])
    else await beginDay(vault, day, added)
    return true
  } catch (error) {
    if (isVaultError(error, 'conflict')) return false
    throw error
  }
}

async function beginDay(vault: Vault, day: string, values: { readonly [name: string]: Json }): Promise<void> {
  await changeRecords(vault, [{ id: newRecordId(), kind: 'journal', values }])
  const oldest = dayOf(Date.parse(day) - DAYS_KEPT * DAY_MILLISECONDS)
  const old = (await list(vault, 'journal')).filter(({ group }) => group < oldest)
  await forgetRecords(
    vault,
    old.map(({ id }) => id),
  )
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}
