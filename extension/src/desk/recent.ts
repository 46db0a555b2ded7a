/** Which shortcuts were used last, by the journal. @module */
import { list, readRecord } from '../vault/records.ts'
import { entriesIn } from './journal.ts'
import { unlockedVault } from './vault-session.ts'

/** The days that are looked through, beginning with the last one. */
const DAYS = 3

/** When each shortcut was used last, in milliseconds since 1970; those of long ago are not there. */
export async function lastUses(): Promise<ReadonlyMap<string, number>> {
  const vault = await unlockedVault()
  const days = (await list(vault, 'journal'))
    .toSorted((one, other) => (one.group < other.group ? 1 : -1))
    .slice(0, DAYS)
  const records = await Promise.all(days.map(({ id }) => readRecord(vault, id).catch(() => undefined)))
  const uses = new Map<string, number>()
  for (const { shortcutId, at } of records.flatMap((record) => (record === undefined ? [] : entriesIn(record)))) {
    if (shortcutId !== undefined && at > (uses.get(shortcutId) ?? 0)) uses.set(shortcutId, at)
  }
  return uses
}
