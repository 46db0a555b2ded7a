/** Reads and changes what the vault holds; what was read is known until something changes. @module */
import { isVaultError, vaultError } from '../vault/error.ts'
import type { IndexLine } from '../vault/index-page.ts'
import {
  type Change,
  changeRecords,
  count,
  forgetRecords,
  list,
  readRecord,
  readRecords,
  search,
  type VaultRecord,
} from '../vault/records.ts'
import { newRecordId } from '../vault/seal.ts'
import type { Vault } from '../vault/vault.ts'
import { findMe, forgetPlaceOfMe } from './place-of-me.ts'
import { forbiddenByPolicy } from './problem.ts'
import {
  accountIn,
  meIn,
  meValues,
  type StoredAccount,
  type StoredMe,
  type StoredShortcut,
  type StoredTarget,
  shortcutIn,
  targetIn,
} from './stored.ts'
import { unlockedVault } from './vault-session.ts'

/** The kinds of record that are few, so that all of them are kept as read. */
type SmallKind = 'account' | 'shortcut'

/** A record, and the version of it that was read. */
export interface StoredVersion {
  readonly id: string
  readonly revision: number
}

/** What to store: of something new, or over the version that was read. */
export interface Saving {
  readonly kind: 'account' | 'target' | 'shortcut'
  readonly stored: StoredVersion | undefined
  readonly values: VaultRecord['values']
}

/** Some lines of the index, and whether there are more. */
export interface Lines {
  readonly lines: readonly IndexLine[]
  readonly more: boolean
}

interface Known {
  /** The id of the user's own profile. */
  me: Promise<string | undefined> | undefined
  readonly single: Map<string, Promise<VaultRecord | undefined>>
  readonly lists: Map<SmallKind, Promise<readonly VaultRecord[]>>
}

// A vault that was locked takes what is known of it along.
let knownOf = new WeakMap<Vault, Known>()

/** All accounts, in their order. */
export async function readAccounts(): Promise<readonly StoredAccount[]> {
  return (await all('account')).map(accountIn).toSorted(byPosition)
}

/** All shortcuts, in their order. */
export async function readShortcuts(): Promise<readonly StoredShortcut[]> {
  return (await all('shortcut')).map(shortcutIn).toSorted(byPosition)
}

/** One account, by its id alone: nothing else is opened. */
export async function readAccount(id: string): Promise<StoredAccount | undefined> {
  const record = await one(id, 'account')
  return record === undefined ? undefined : accountIn(record)
}

/** One shortcut. */
export async function readShortcut(id: string): Promise<StoredShortcut | undefined> {
  const record = await one(id, 'shortcut')
  return record === undefined ? undefined : shortcutIn(record)
}

/** One target. */
export async function readTarget(id: string): Promise<StoredTarget | undefined> {
  const record = await one(id, 'target')
  return record === undefined ? undefined : targetIn(record)
}

/** The user's own profile; empty where none was written yet. */
export async function readMe(): Promise<StoredMe> {
  return (await readOwnProfile()).me
}

/** The user's own profile, and the version of it that a change has to name. */
export async function readOwnProfile(): Promise<{ readonly me: StoredMe; readonly stored?: StoredVersion }> {
  const vault = await unlockedVault()
  const here = known(vault)
  here.me ??= findMe(vault)
  here.me.catch(() => {
    here.me = undefined
  })
  const id = await here.me
  // A profile that does not open is listed as damaged; it takes nothing else along.
  const record = id === undefined ? undefined : await unlessDamaged(one(id, 'me'))
  return record === undefined ? { me: {} } : { me: meIn(record), stored: { id: record.id, revision: record.revision } }
}

/**
 * Stores the user's own profile, over the version that was read.
 *
 * @throws VaultError `conflict` where it was changed, or first written, since then.
 */
export async function writeMe(me: StoredMe, stored: StoredVersion | undefined): Promise<void> {
  const vault = await unlockedVault()
  const values = meValues(me)
  if (stored !== undefined) return await change(vault, [{ ...stored, values }])
  await navigator.locks.request('me', async () => {
    const known = await findMe(vault)
    const before = known === undefined ? undefined : await unlessDamaged(readRecord(vault, known))
    if (before !== undefined) throw vaultError('conflict', 'There is a profile already.')
    await forgetPlaceOfMe(vault)
    await change(vault, [{ id: newRecordId(), kind: 'me', values }])
  })
}

/** Targets by what was typed, of one account or all. Of more than are asked for without typing, any are given. */
export async function findTargets(query: string, accountId: string | undefined, limit: number): Promise<Lines> {
  const vault = await unlockedVault()
  if (query.trim() !== '') return await search(vault, query, limit, { kind: 'target', group: accountId })
  const lines = await list(vault, 'target', accountId, limit + 1)
  const shown = lines.slice(0, limit).toSorted((one, other) => one.label.localeCompare(other.label))
  return { lines: shown, more: lines.length > limit }
}

/** How many targets there are. */
export async function countTargets(accountId: string): Promise<number> {
  return await count(await unlockedVault(), 'target', accountId)
}

/**
 * Stores something and returns its id.
 *
 * @throws VaultError `conflict` where it was changed since it was read.
 */
export async function saveRecord({ kind, stored, values }: Saving): Promise<string> {
  const vault = await unlockedVault()
  const id = stored?.id ?? newRecordId()
  await change(vault, [stored === undefined ? { id, kind, values } : { ...stored, values }])
  return id
}

/**
 * Removes an account with all that belongs to it, or a target with its shortcuts, or a shortcut.
 *
 * @throws PluginError where the policy set it up.
 */
export async function removeRecord(id: string): Promise<void> {
  const vault = await unlockedVault()
  const record = await unlessDamaged(readRecord(vault, id))
  if (typeof record?.values.managed === 'string') throw forbiddenByPolicy()
  const shortcuts = (await readShortcuts()).filter(({ targetId }) => targetId === id)
  const [targets, own] = await Promise.all([list(vault, 'target', id), list(vault, 'shortcut', id)])
  await forget(vault, [id, ...[...shortcuts, ...targets, ...own].map((line) => line.id)])
}

/** Removes records whatever stands in them. */
export async function forget(vault: Vault, ids: readonly string[]): Promise<void> {
  await forgetRecords(vault, ids)
  dropKnown()
}

/** Makes changes and forgets what was known. */
export async function change(vault: Vault, changes: readonly Change[]): Promise<void> {
  try {
    await changeRecords(vault, changes)
  } finally {
    dropKnown()
  }
}

/** What was read is not known any more, by whichever opened vault it was changed: unlocking anew opens another. */
export function dropKnown(): void {
  knownOf = new WeakMap()
}

async function one(id: string, kind: string): Promise<VaultRecord | undefined> {
  const vault = await unlockedVault()
  const { single } = known(vault)
  const reading = single.get(id) ?? readRecord(vault, id)
  single.set(id, reading)
  reading.catch(() => single.delete(id))
  const record = await reading
  return record?.kind === kind ? record : undefined
}

async function all(kind: SmallKind): Promise<readonly VaultRecord[]> {
  const vault = await unlockedVault()
  const { lists } = known(vault)
  const reading = lists.get(kind) ?? readAll(vault, kind)
  lists.set(kind, reading)
  reading.catch(() => lists.delete(kind))
  return await reading
}

// Those that do not open are listed where the vault is checked.
async function readAll(vault: Vault, kind: SmallKind): Promise<readonly VaultRecord[]> {
  const lines = await list(vault, kind)
  const { records } = await readRecords(
    vault,
    lines.map(({ id }) => id),
  )
  return records
}

function known(vault: Vault): Known {
  const before = knownOf.get(vault)
  if (before !== undefined) return before
  const none: Known = { me: undefined, single: new Map(), lists: new Map() }
  knownOf.set(vault, none)
  return none
}

function byPosition(one: StoredShortcut | StoredAccount, other: StoredShortcut | StoredAccount): number {
  return one.position - other.position || (one.id < other.id ? -1 : 1)
}

/** Something that may be damaged, or `undefined` where it is. */
export async function unlessDamaged<Result>(reading: Promise<Result>): Promise<Result | undefined> {
  try {
    return await reading
  } catch (error) {
    if (isVaultError(error, 'damaged')) return undefined
    throw error
  }
}
