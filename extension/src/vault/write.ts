/** The one way in which records get to disk, with the index, in one transaction. @module */
import { type Content, isDeleted } from './content.ts'
import { atomically, inTurn, type RecordRow } from './database.ts'
import { vaultError } from './error.ts'
import { type IndexLine, lineFor, lineOf } from './index-page.ts'
import { changePages, prefixFor } from './index-pages.ts'
import {
  applyChange,
  changeFits,
  openIndex,
  rebuildIndex,
  type SealedChange,
  sealChange,
  storeChange,
} from './index-store.ts'
import { type DamageReason, isRecordId, openRecord, type Sealed, sealRecord } from './seal.ts'
import type { Vault } from './vault.ts'

/** A record's content to be written. */
export interface Write {
  readonly id: string
  readonly content: Content
  /** Where it comes from others: their version and its ciphertext, and whether it says all that is written. */
  readonly agreed?: { readonly base: string; readonly sealed: string; readonly whole: boolean }
}

/** A record as it stands on disk before a change: its content, or why it does not open. */
export interface Standing {
  readonly content: Content | undefined
  readonly damage: DamageReason | undefined
  readonly revision: number
}

/** Works out what to write from what stands there; it may be called again where that changed meanwhile. */
export type Plan = (current: ReadonlyMap<string, Standing>) => readonly Write[]

/**
 * Reads records, lets `plan` say what becomes of them, and writes that with the index in one transaction.
 *
 * @throws VaultError what `plan` throws, or what the storage says.
 */
export async function writeContents(vault: Vault, ids: ReadonlySet<string>, plan: Plan): Promise<void> {
  for (const id of ids) if (!isRecordId(id)) throw vaultError('damaged', 'A record id is 32 hexadecimal digits.')
  // In turn, so a second round is for the case alone that something else wrote without waiting for its turn.
  while (!(await inTurn(vault.database, () => tryToWrite(vault, ids, plan))));
}

async function tryToWrite(vault: Vault, ids: ReadonlySet<string>, plan: Plan): Promise<boolean> {
  const [standing, opened] = await Promise.all([readStanding(vault, ids), openIndex(vault, ids)])
  const prefixes = opened ?? (await rebuildIndex(vault))
  const writes = plan(new Map([...standing].flatMap(([id, one]) => (one === undefined ? [] : [[id, one] as const]))))
  const [rows, change] = await Promise.all([
    Promise.all(writes.map((write) => rowFor(vault, write, standing.get(write.id)))),
    indexChange(vault, prefixes, writes),
  ])
  const stored = await atomically(vault.database, ['records', 'index'], async (transaction) => {
    const store = transaction.objectStore('records')
    const [present, fits] = await Promise.all([
      Promise.all(rows.map(({ id }) => store.get(id))),
      changeFits(transaction, change),
    ])
    if (!fits || !rows.every(({ id }, index) => present[index]?.revision === standing.get(id)?.revision)) return false
    await Promise.all([...rows.map(async (row) => store.put(row)), storeChange(transaction, change)])
    return true
  })
  if (stored) applyChange(vault, change)
  return stored
}

interface StandingRow extends Standing {
  readonly row: RecordRow
}

async function readStanding(vault: Vault, ids: ReadonlySet<string>): Promise<Map<string, StandingRow | undefined>> {
  const { store, done } = vault.database.transaction('records')
  const [rows] = await Promise.all([Promise.all([...ids].map((id) => store.get(id))), done])
  const standing = rows.map(async (row) => {
    if (row === undefined) return undefined
    const opened = await openRecord(vault.key, row)
    const { revision } = row
    return opened.ok
      ? { content: opened.inside, damage: undefined, revision, row }
      : { content: undefined, damage: opened.damage.reason, revision, row }
  })
  return new Map(await Promise.all([...ids].map(async (id, index) => [id, await standing[index]] as const)))
}

async function rowFor(
  vault: Vault,
  { id, content, agreed }: Write,
  before: StandingRow | undefined,
): Promise<RecordRow> {
  const sealed = await sealRecord(vault.key, id, content)
  const revision = (before?.revision ?? 0) + 1
  // Of what was removed, no older ciphertext stays either.
  if (isDeleted(content) && agreed === undefined) {
    return { ...sealed, revision, dirty: true, base: before?.row.base ?? null, agreed: null }
  }
  const unopened = unopenedIn(before)
  const row = { ...sealed, revision, ...(unopened === undefined ? {} : { unopened }) }
  if (agreed !== undefined) return { ...row, dirty: !agreed.whole, base: agreed.base, agreed: agreed.sealed }
  return { ...row, dirty: true, base: before?.row.base ?? null, agreed: before?.row.agreed ?? null }
}

function unopenedIn(before: StandingRow | undefined): Sealed | undefined {
  if (before?.damage === undefined) return before?.row.unopened
  const { id, v, k, e } = before.row
  return { id, v, k, e }
}

/** Whether a good version may take the place of what stands there: not where only this program or key cannot read it. */
export function mayReplace({ damage }: Standing): boolean {
  return damage !== 'newer-format' && damage !== 'other-key'
}

// Records whose line stays as it is leave their page alone.
async function indexChange(
  vault: Vault,
  prefixes: ReadonlySet<string>,
  writes: readonly Write[],
): Promise<SealedChange> {
  const changed = new Map<string, IndexLine | undefined>()
  for (const { id, content } of writes) {
    const entry = isDeleted(content) ? undefined : vault.describe(content)
    const line = entry === undefined ? undefined : lineFor(id, entry)
    const placed = vault.pages.get(prefixFor(id, prefixes) ?? '')
    const before = placed === undefined ? undefined : lineOf(placed.page, id)
    if (!sameLine(before, line)) changed.set(id, line)
  }
  return await sealChange(vault.key, changePages({ prefixes, pages: vault.pages }, changed))
}

function sameLine(one: IndexLine | undefined, other: IndexLine | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return (['kind', 'group', 'label', 'text'] as const).every((name) => one[name] === other[name])
}
