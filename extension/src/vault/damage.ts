/** Looks for records that do not open; they are kept, told and can be taken along. @module */
import { recordBatches } from './database.ts'
import { type Damage, openRecord, type Sealed } from './seal.ts'
import type { Vault } from './vault.ts'

/** Every record that does not open, and why. */
export async function findDamage({ database, key }: Vault): Promise<readonly Damage[]> {
  const found: Damage[] = []
  for await (const rows of recordBatches(database)) {
    for (const opened of await Promise.all(rows.map((row) => openRecord(key, row)))) {
      if (!opened.ok) found.push(opened.damage)
    }
  }
  return found
}

/** Records as they are stored, sealed. */
export async function sealedRecords({ database }: Vault, ids: readonly string[]): Promise<readonly Sealed[]> {
  const rows = await Promise.all(ids.map((id) => database.get('records', id)))
  return rows.flatMap((row) => (row === undefined ? [] : [{ id: row.id, v: row.v, k: row.k, e: row.e }]))
}
