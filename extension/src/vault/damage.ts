/** Looks for records that do not open; they are kept, told and can be taken along. @module */
import { type Damage, openRecord, type Sealed } from './seal.ts'
import type { Vault } from './vault.ts'

const RECORDS_AT_A_TIME = 1000

/** Every record that does not open, and why. */
export async function findDamage({ database, key }: Vault): Promise<readonly Damage[]> {
  const found: Damage[] = []
  let range: IDBKeyRange | undefined
  for (;;) {
    const rows = await database.getAll('records', range, RECORDS_AT_A_TIME)
    for (const opened of await Promise.all(rows.map((row) => openRecord(key, row)))) {
      if (!opened.ok) found.push(opened.damage)
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < RECORDS_AT_A_TIME) return found
    range = IDBKeyRange.lowerBound(last.id, true)
  }
}

/** Records as they are stored, sealed. */
export async function sealedRecords({ database }: Vault, ids: readonly string[]): Promise<readonly Sealed[]> {
  const rows = await Promise.all(ids.map((id) => database.get('records', id)))
  return rows.flatMap((row) => (row === undefined ? [] : [{ id: row.id, v: row.v, k: row.k, e: row.e }]))
}
