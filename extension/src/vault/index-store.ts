/** The index on disk: loaded when first needed, changed with the records, rebuilt from them where it is damaged. @module */
import { isDeleted } from './content.ts'
import { atomically, type IndexRow, inTurn, recordBatches, type Writing } from './database.ts'
import { type IndexLine, lineFor, pageOf, readPage, writePage } from './index-page.ts'
import { changePages, coverAll, type PageChange, type PlacedPage, prefixFor } from './index-pages.ts'
import { openRecord, openText, type SealingKey, sealText } from './seal.ts'
import type { Vault } from './vault.ts'

/** A change of pages, sealed and ready to be stored. */
export interface SealedChange {
  readonly removed: readonly PlacedPage[]
  readonly added: readonly { readonly placed: PlacedPage; readonly row: IndexRow }[]
}

const EDITION_BYTES = 16

/** The index of an empty vault: one page. */
export async function emptyIndex(key: SealingKey): Promise<IndexRow> {
  return (await sealPage(key, { prefix: '', page: pageOf([]) })).row
}

/** Brings the opened index up to date with what is on disk: only pages that changed are opened. */
export async function loadIndex(vault: Vault): Promise<void> {
  if ((await openIndex(vault)) === undefined) await inTurn(vault.database, () => rebuildIndex(vault))
}

/**
 * Opens the pages of some records, or all pages, where they are not open in their latest edition. Returns the prefixes of
 * all pages, or `undefined` where the index has to be rebuilt.
 */
export async function openIndex(vault: Vault, records?: Iterable<string>): Promise<ReadonlySet<string> | undefined> {
  const placed = (await vault.database.getAllKeys('index')).map(placeIn)
  const prefixes = new Set(placed.map(({ prefix }) => prefix))
  if (!coverAll(placed.map(({ prefix }) => prefix))) return undefined
  for (const prefix of vault.pages.keys()) if (!prefixes.has(prefix)) vault.pages.delete(prefix)
  const wanted = records === undefined ? prefixes : new Set([...records].map((id) => prefixFor(id, prefixes)))
  const missing = placed.filter(
    ({ prefix, edition }) => wanted.has(prefix) && vault.pages.get(prefix)?.edition !== edition,
  )
  if (missing.length === 0) return prefixes
  const all = missing.length === placed.length
  const rows = all ? await vault.database.getAll('index') : await readRows(vault, missing)
  // A page that went meanwhile means that others came: look again.
  if (rows.length < missing.length || rows.includes(undefined)) return await openIndex(vault, records)
  const opened = await Promise.all(rows.map((row) => openPage(vault.key, row)))
  if (opened.includes(undefined)) return undefined
  for (const page of opened) if (page !== undefined) vault.pages.set(page.prefix, page)
  return prefixes
}

/** Seals what a change adds. */
export async function sealChange(key: SealingKey, { removed, added }: PageChange): Promise<SealedChange> {
  return { removed, added: await Promise.all(added.map((page) => sealPage(key, page))) }
}

/** Whether the pages that a change began with are still those on disk. */
export async function changeFits(transaction: Writing<'records' | 'index'>, change: SealedChange): Promise<boolean> {
  const store = transaction.objectStore('index')
  const stored = await Promise.all(change.removed.map((placed) => store.getKey(idOf(placed))))
  return !stored.includes(undefined)
}

/** Stores a change of pages within the transaction that stores the records. */
export async function storeChange(transaction: Writing<'records' | 'index'>, change: SealedChange): Promise<void> {
  const store = transaction.objectStore('index')
  await Promise.all([
    ...change.removed.map(async (placed) => store.delete(idOf(placed))),
    ...change.added.map(async ({ row }) => store.add(row)),
  ])
}

/** Keeps the opened index in step with what was just stored. */
export function applyChange(vault: Vault, { removed, added }: SealedChange): void {
  for (const { prefix } of removed) vault.pages.delete(prefix)
  for (const { placed } of added) vault.pages.set(placed.prefix, placed)
}

/**
 * Makes the index anew from the records; those that do not open are left out. To be called in turn, so that no record
 * changes meanwhile.
 */
export async function rebuildIndex(vault: Vault): Promise<ReadonlySet<string>> {
  const lines = await linesOfRecords(vault)
  const { added } = changePages({ prefixes: new Set(), pages: new Map() }, lines)
  const pages = added.length > 0 ? added : [{ prefix: '', page: pageOf([]) }]
  const change = await sealChange(vault.key, { removed: [], added: pages })
  await atomically(vault.database, ['records', 'index'], async (transaction) => {
    await transaction.objectStore('index').clear()
    await storeChange(transaction, change)
  })
  vault.pages.clear()
  applyChange(vault, change)
  return new Set(vault.pages.keys())
}

async function linesOfRecords({ database, key, describe }: Vault): Promise<ReadonlyMap<string, IndexLine>> {
  const lines = new Map<string, IndexLine>()
  for await (const rows of recordBatches(database)) {
    for (const record of await Promise.all(rows.map((row) => openRecord(key, row)))) {
      const entry = record.ok && !isDeleted(record.inside) ? describe(record.inside) : undefined
      if (record.ok && entry !== undefined) lines.set(record.id, lineFor(record.id, entry))
    }
  }
  return lines
}

async function readRows(
  { database }: Vault,
  pages: readonly { readonly id: string }[],
): Promise<readonly (IndexRow | undefined)[]> {
  const { store, done } = database.transaction('index')
  const [rows] = await Promise.all([Promise.all(pages.map(({ id }) => store.get(id))), done])
  return rows
}

async function sealPage(
  key: SealingKey,
  { prefix, page }: Omit<PlacedPage, 'edition'>,
): Promise<{ readonly placed: PlacedPage; readonly row: IndexRow }> {
  const random = crypto.getRandomValues(new Uint8Array(EDITION_BYTES))
  const placed = { prefix, page, edition: Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('') }
  return { placed, row: await sealText(key, idOf(placed), writePage(page)) }
}

async function openPage(key: SealingKey, row: IndexRow | undefined): Promise<PlacedPage | undefined> {
  const opened = await openText(key, row)
  const page = opened.ok ? readPage(opened.inside) : undefined
  return opened.ok && page !== undefined ? { ...placeIn(opened.id), page } : undefined
}

function idOf({ prefix, edition }: PlacedPage): string {
  return `${prefix}/${edition}`
}

function placeIn(id: string): { readonly id: string; readonly prefix: string; readonly edition: string } {
  const [prefix = '', edition = ''] = id.split('/')
  return { id, prefix, edition }
}
