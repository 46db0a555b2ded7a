/** Records of an unlocked vault: read, list, search, change. @module */
import { nextStamp } from './clock.ts'
import { type Content, edited, isDeleted, stampsOf, tombstone, type Values, valuesOf } from './content.ts'
import { vaultError } from './error.ts'
import { type Among, type IndexLine, lineAt, lineOf, linesOfKind } from './index-page.ts'
import { prefixFor } from './index-pages.ts'
import { loadIndex } from './index-store.ts'
import { type Damage, openRecord } from './seal.ts'
import { type Found, searchPages } from './search.ts'
import type { Vault } from './vault.ts'
import { type Write, writeContents } from './write.ts'

/** A record as it is worked with. */
export interface VaultRecord {
  readonly id: string
  readonly kind: string
  readonly values: Values
  /** The version that was read; a change names it. */
  readonly revision: number
}

/** Some records, and those that do not open. */
export interface Listing {
  readonly records: readonly VaultRecord[]
  readonly damaged: readonly Damage[]
}

/** A change of one record. */
export type Change =
  /** A new record. */
  | { readonly id: string; readonly kind: string; readonly values: Values }
  /** New values for a record that was read with this revision; fields that are absent are removed. */
  | { readonly id: string; readonly revision: number; readonly values: Values }
  /** A record that was read with this revision goes. */
  | { readonly id: string; readonly revision: number; readonly remove: true }

/**
 * One record, or `undefined` where there is none, or none any more. Opens nothing else: this is the way of a click.
 *
 * @throws VaultError `damaged` where it does not open.
 */
export async function readRecord(vault: Vault, id: string): Promise<VaultRecord | undefined> {
  const { records, damaged } = await readRecords(vault, [id])
  if (damaged.length > 0) throw vaultError('damaged', 'This record is damaged.')
  return records[0]
}

/** The records with these ids, or all of them; what is deleted is left out, and what is damaged is listed. */
export async function readRecords(vault: Vault, ids?: readonly string[]): Promise<Listing> {
  const { store, done } = vault.database.transaction('records')
  const reading = ids === undefined ? store.getAll() : Promise.all(ids.map((id) => store.get(id)))
  const [rows] = await Promise.all([reading, done])
  const records: VaultRecord[] = []
  const damaged: Damage[] = []
  const present = rows.filter((row) => row !== undefined)
  for (const [index, opened] of (await Promise.all(present.map((row) => openRecord(vault.key, row)))).entries()) {
    if (!opened.ok) damaged.push(opened.damage)
    else if (!isDeleted(opened.inside)) {
      const { id, inside } = opened
      records.push({ id, kind: inside.kind, values: valuesOf(inside), revision: present[index]?.revision ?? 0 })
    }
  }
  return { records, damaged }
}

/**
 * Changes records in one transaction: all of them or none, on disk when this resolves.
 *
 * @throws VaultError `conflict` where one was changed since it was read, `damaged` where one does not open,
 * `storage-full` or `storage-failed`.
 */
export async function changeRecords(vault: Vault, changes: readonly Change[], now = Date.now()): Promise<void> {
  await writeContents(vault, new Set(changes.map(({ id }) => id)), (current) =>
    changes.map((change): Write => {
      const known = current.get(change.id)
      if (known?.damage !== undefined) throw vaultError('damaged', 'This record is damaged; it is kept as it is.')
      const before = known?.content
      const live = before !== undefined && !isDeleted(before)
      if ('revision' in change ? !live || known?.revision !== change.revision : known !== undefined)
        throw changedMeanwhile()
      const at = nextStamp(vault.installation, now, before === undefined ? [] : stampsOf(before))
      return { id: change.id, content: contentAfter(change, before, at) }
    }),
  )
}

/**
 * Removes records whatever their revision, in one transaction; those that do not open stay, except where `damaged` says so.
 * What is left of each is a sealed note that it was removed.
 *
 * @throws VaultError as {@link changeRecords} does, conflicts aside.
 */
export async function forgetRecords(
  vault: Vault,
  ids: readonly string[],
  { damaged = false, now = Date.now() } = {},
): Promise<void> {
  await writeContents(vault, new Set(ids), (current) =>
    [...current].flatMap(([id, { content, damage }]): readonly Write[] => {
      // Asked for either the sound or the damaged: one that was repaired meanwhile is not damaged any more.
      if ((damage !== undefined) !== damaged) return []
      if (content !== undefined && isDeleted(content)) return []
      const seen = content === undefined ? [] : stampsOf(content)
      // What it was, a damaged one does not tell any more.
      return [{ id, content: tombstone(content?.kind ?? 'unknown', nextStamp(vault.installation, now, seen)) }]
    }),
  )
}

/** What the index has for a query. */
export async function search(vault: Vault, query: string, limit = 50, among?: Among): Promise<Found> {
  await loadIndex(vault)
  return searchPages(pagesOf(vault), query, limit, among)
}

/** The index lines of a kind, and of a group where one is named; no more than `limit`, in no order. */
export async function list(
  vault: Vault,
  kind: string,
  group?: string,
  limit = Number.POSITIVE_INFINITY,
): Promise<readonly IndexLine[]> {
  await loadIndex(vault)
  const lines: IndexLine[] = []
  for (const page of pagesOf(vault)) {
    for (const number of linesOfKind(page, { kind, group })) {
      if (lines.length === limit) return lines
      lines.push(lineAt(page, number))
    }
  }
  return lines
}

/** How many records there are of a kind, and of a group where one is named; no line is parsed for it. */
export async function count(vault: Vault, kind: string, group?: string): Promise<number> {
  await loadIndex(vault)
  let total = 0
  for (const page of pagesOf(vault)) for (const _ of linesOfKind(page, { kind, group })) total += 1
  return total
}

/** The index line of a record. */
export async function lineOfRecord(vault: Vault, id: string): Promise<IndexLine | undefined> {
  await loadIndex(vault)
  const placed = vault.pages.get(prefixFor(id, new Set(vault.pages.keys())) ?? '')
  return placed === undefined ? undefined : lineOf(placed.page, id)
}

function pagesOf(vault: Vault) {
  return [...vault.pages.values()].map(({ page }) => page)
}

function contentAfter(change: Change, before: Content | undefined, at: string): Content {
  if ('remove' in change) return tombstone(before?.kind ?? '', at)
  const start = 'kind' in change ? { kind: change.kind, fields: {} } : before
  if (start === undefined) throw changedMeanwhile()
  return edited(start, change.values, at)
}

function changedMeanwhile(): Error {
  return vaultError('conflict', 'This was changed elsewhere meanwhile. Look at it again.')
}
