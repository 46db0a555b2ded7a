/** Backup: export what was chosen, look into a file, and merge it without deleting. @module */
import { type Backup, type BackupRecord, withoutRemoved, writeBackup } from './backup-file.ts'
import { nextStamp } from './clock.ts'
import { type Content, isDeleted, stampsOf } from './content.ts'
import { sameJson } from './json.ts'
import { mergeContents } from './merge.ts'
import { openRecord, type Sealed } from './seal.ts'
import type { Vault } from './vault.ts'
import { mayReplace, type Write, writeContents } from './write.ts'

/** What importing a record would do. */
export interface PreviewItem {
  readonly id: string
  readonly kind: string
  /** What people call it, where the vault describes it. */
  readonly label: string | undefined
  /**
   * `new` is not in the vault, or was deleted from it; `different` has other values in the vault; `damaged` does not open
   * in the vault.
   */
  readonly state: 'new' | 'different' | 'same' | 'damaged'
  /** Fields that the import changes: the file's edit is later, or the vault has none. */
  readonly changes: readonly string[]
  /** Fields that differ and stay as they are: the vault's edit is later. */
  readonly keeps: readonly string[]
}

/** What a file holds, against what the vault holds. */
export interface Preview {
  readonly made: number
  readonly items: readonly PreviewItem[]
  /** Records in the file that did not open when it was made. */
  readonly damaged: number
}

/** Exports all records, or those with these ids, as the text of a `.joinery` file. Damaged ones go along as they are. */
export async function exportBackup(
  vault: Vault,
  passphrase: string,
  options: { readonly ids?: ReadonlySet<string>; readonly now?: number } = {},
): Promise<string> {
  const { ids, now = Date.now() } = options
  const rows = (await vault.database.getAll('records')).filter(({ id }) => ids === undefined || ids.has(id))
  const opened = await Promise.all(rows.map((row) => openRecord(vault.key, row)))
  const records: BackupRecord[] = []
  const damaged: Sealed[] = []
  for (const [index, one] of opened.entries()) {
    const row = rows[index]
    if (one.ok && !isDeleted(one.inside)) records.push({ id: one.id, content: withoutRemoved(one.inside) })
    if (!one.ok && row !== undefined) damaged.push({ id: row.id, v: row.v, k: row.k, e: row.e })
  }
  return await writeBackup({ made: now, records, damaged }, passphrase)
}

/** Says what importing a backup would do; nothing is changed. */
export async function previewBackup(vault: Vault, { made, records, damaged }: Backup): Promise<Preview> {
  const { store, done } = vault.database.transaction('records')
  const [rows] = await Promise.all([Promise.all(records.map(({ id }) => store.get(id))), done])
  const items = records.map(async ({ id, content }, index): Promise<PreviewItem> => {
    const row = rows[index]
    const standing = row === undefined ? undefined : await openRecord(vault.key, row)
    const live = standing?.ok && !isDeleted(standing.inside) ? standing.inside : undefined
    const known = { id, kind: content.kind, label: vault.describe(content)?.label }
    const all = Object.keys(content.fields)
    if (standing?.ok === false) return { ...known, state: 'damaged', changes: all, keeps: [] }
    if (live === undefined) return { ...known, state: 'new', changes: all, keeps: [] }
    const { changes, keeps } = differences(live, content)
    return { ...known, state: changes.length + keeps.length > 0 ? 'different' : 'same', changes, keeps }
  })
  return { made, items: await Promise.all(items), damaged: damaged.length }
}

/**
 * Merges a backup into the vault, in one transaction: field by field the later edit stays, and nothing is deleted. A record
 * that was deleted here comes back; one that does not open here is replaced, and what did not open is kept beside it.
 *
 * @throws VaultError as writing does.
 */
export async function importBackup(vault: Vault, backup: Backup, now = Date.now()): Promise<void> {
  const records = new Map(backup.records.map(({ id, content }) => [id, content]))
  await writeContents(vault, new Set(records.keys()), (current) =>
    [...records].flatMap(([id, content]): readonly Write[] => {
      const known = current.get(id)
      if (known !== undefined && !mayReplace(known)) return []
      const standing = known?.content
      if (standing === undefined) return [{ id, content }]
      // A file that gives a record another kind would take it away as what it is.
      if (!isDeleted(standing) && standing.kind !== content.kind) return []
      if (isDeleted(standing)) return [{ id, content: broughtBack(vault, content, standing, now) }]
      if (differences(standing, content).changes.length === 0) return []
      return [{ id, content: mergeContents(standing, content) }]
    }),
  )
}

// Its edits are older than the deletion; to be there again, it has to be edited now.
function broughtBack(vault: Vault, content: Content, tombstone: Content, now: number): Content {
  const seen = [...stampsOf(content), ...stampsOf(tombstone)]
  const at = nextStamp(vault.installation, now, seen)
  const fields = Object.entries(content.fields).map(([name, field]) => [name, { ...field, at }] as const)
  return mergeContents(tombstone, { kind: content.kind, fields: Object.fromEntries(fields) })
}

function differences(standing: Content, given: Content) {
  const merged = mergeContents(standing, given)
  const differing = Object.keys(given.fields).filter((name) => !sameJson(own(standing, name), own(given, name)))
  return {
    changes: differing.filter((name) => !sameJson(own(standing, name), own(merged, name))),
    keeps: differing.filter((name) => sameJson(own(standing, name), own(merged, name))),
  }
}

function own({ fields }: Content, name: string) {
  return Object.hasOwn(fields, name) ? fields[name]?.value : undefined
}
