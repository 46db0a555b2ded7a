/** Brings records of older formats forward; the older one stays until the newer was read back. @module */
import { type Content, contentFrom } from './content.ts'
import { atomically, inTurn, type RecordRow } from './database.ts'
import { type Json, sameJson } from './json.ts'
import { FORMAT, openText, type Sealed, sealText } from './seal.ts'
import type { Vault } from './vault.ts'

/** How the inside of a record goes from one format to the next. */
export interface Formats {
  /** The format that is written. */
  readonly newest: number
  /** By the format that is read: what its inside is in the next one. */
  readonly steps: { readonly [from: number]: (inside: Json) => Json }
}

/** What a migration did. */
export interface Migrated {
  readonly migrated: number
  /** Records that did not open, in the old format or in the new; they are as they were. */
  readonly kept: readonly string[]
}

/** The formats there are; a later one adds its step. */
export const formats: Formats = { newest: FORMAT, steps: {} }

const RECORDS_AT_A_TIME = 200

/**
 * Migrates every record that is not in the newest format. It may be stopped at any point and goes on the next time: a row
 * holds its older form beside the newer until that was read back from disk and opened.
 */
export async function migrateRecords(vault: Vault, { newest, steps }: Formats = formats): Promise<Migrated> {
  const { database } = vault
  if ((await database.get('state', 'format'))?.value === newest) return { migrated: 0, kept: [] }
  const kept: string[] = []
  let migrated = 0
  let range: IDBKeyRange | undefined
  for (;;) {
    const rows = await database.getAll('records', range, RECORDS_AT_A_TIME)
    for (const { id } of rows) {
      const result = await inTurn(database, () => migrateRecord(vault, id, { newest, steps }))
      if (result === 'kept') kept.push(id)
      if (result === 'migrated') migrated += 1
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < RECORDS_AT_A_TIME) break
    range = IDBKeyRange.lowerBound(last.id, true)
  }
  // With records kept, the next start tries again: a newer program may read them.
  if (kept.length === 0) {
    await atomically(database, ['state'], (transaction) =>
      transaction.objectStore('state').put({ id: 'format', value: newest }),
    )
  }
  return { migrated, kept }
}

async function migrateRecord(vault: Vault, id: string, formats: Formats): Promise<'current' | 'migrated' | 'kept'> {
  const row = await vault.database.get('records', id)
  if (row === undefined) return 'current'
  if (row.previous !== undefined) return await prove(vault, row, row.previous, formats)
  if (row.v === formats.newest) return 'current'
  const inside = await insideOf(vault, row, formats.newest)
  const content = inside === undefined ? undefined : stepped(inside, row.v, formats)
  if (content === undefined) return 'kept'
  const sealed = await sealText(vault.key, id, JSON.stringify(content), formats.newest)
  const previous = { id, v: row.v, k: row.k, e: row.e }
  await replace(vault, { ...row, ...sealed, previous })
  const written = await vault.database.get('records', id)
  return written === undefined ? 'kept' : await prove(vault, written, previous, formats)
}

// The newer form is proven when it opens and is what the older one leads to; else the older one comes back.
async function prove(vault: Vault, row: RecordRow, previous: Sealed, formats: Formats): Promise<'migrated' | 'kept'> {
  const [newer, older] = await Promise.all([
    insideOf(vault, row, formats.newest),
    insideOf(vault, previous, formats.newest),
  ])
  const expected = older === undefined ? undefined : stepped(older, previous.v, formats)
  const proven = newer !== undefined && (expected === undefined || sameJson(newer, expected as unknown as Json))
  const { previous: _, ...rest } = row
  await replace(vault, proven ? rest : { ...rest, ...previous })
  return proven ? 'migrated' : 'kept'
}

async function replace(vault: Vault, row: RecordRow): Promise<void> {
  await atomically(vault.database, ['records'], (transaction) => transaction.objectStore('records').put(row))
}

async function insideOf(vault: Vault, sealed: Sealed, newest: number): Promise<Json | undefined> {
  const opened = await openText(vault.key, sealed, newest)
  if (!opened.ok) return undefined
  try {
    return JSON.parse(opened.inside)
  } catch {
    return undefined
  }
}

function stepped(inside: Json, from: number, { newest, steps }: Formats): Content | undefined {
  let current = inside
  for (let version = from; version < newest; version += 1) {
    const step = steps[version]
    if (step === undefined) return undefined
    current = step(current)
  }
  return contentFrom(current)
}
