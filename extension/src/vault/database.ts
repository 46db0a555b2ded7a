/** The vault's database: sealed records, wrapped keys, the sealed index; every change is one transaction. @module */
import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'
import { isVaultError, vaultError } from './error.ts'
import type { Sealed } from './seal.ts'

/** A sealed record with what only this installation knows of it. */
export interface RecordRow extends Sealed {
  /** Counts the changes made here; who writes names the one that they read. */
  readonly revision: number
  /** Whether it was changed since it was last agreed with others. */
  readonly dirty: boolean
  /** The version that was last agreed with others, by their name for it. */
  readonly base: string | null
  /** The ciphertext that was last agreed with others. */
  readonly agreed: string | null
  /** What stood here and did not open, kept where a good version from elsewhere took its place. */
  readonly unopened?: Sealed
  /** The record in its older format, kept until the newer one was read back. */
  readonly previous?: Sealed
}

/** The wrapped vault key. */
export interface KeyRow {
  /** The key's name, such as `local/1`. */
  readonly id: string
  readonly wrapped: string
}

/** A sealed page of the index. */
export interface IndexRow extends Sealed {
  /** The first bits of the ids on this page, and the page's edition: `0110/<32 hexadecimal digits>`. */
  readonly id: string
}

/**
 * What is no record: `installation`, `attempts`, `format`; where the user's own profile stands (`me`); the key of this
 * computer (`device`), where the user wants the vault to stay unlocked; and the sealed parts of a list that is being worked
 * through here (`bulk/…`), which belong to this browser alone.
 */
export interface StateRow {
  readonly id: 'installation' | 'attempts' | 'format' | 'me' | 'device' | `bulk/${string}`
  readonly value: unknown
}

interface VaultSchema extends DBSchema {
  records: { key: string; value: RecordRow }
  keys: { key: string; value: KeyRow }
  index: { key: string; value: IndexRow }
  state: { key: string; value: StateRow }
}

/** The names of the stores. */
export type StoreName = 'records' | 'keys' | 'index' | 'state'

/** The opened database. */
export type VaultDatabase = IDBPDatabase<VaultSchema>

/** A transaction that may write to some stores. */
export type Writing<Names extends StoreName> = IDBPTransaction<VaultSchema, Names[], 'readwrite'>

/** The name of the database. */
export const DATABASE = 'joinery-vault'

const STORES: readonly StoreName[] = ['records', 'keys', 'index', 'state']

/** Opens the database, and makes it where there is none. */
export async function openDatabase(name = DATABASE): Promise<VaultDatabase> {
  return await openDB<VaultSchema>(name, 1, {
    upgrade(database) {
      for (const store of STORES) database.createObjectStore(store, { keyPath: 'id' })
    },
    // A newer Joinery in another window must not wait for this one.
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
  })
}

/** Removes the database with all that is in it. */
export async function eraseDatabase(database: VaultDatabase): Promise<void> {
  database.close()
  await deleteDatabase(database.name)
}

/** Removes a database that is not open, or does not open. */
export async function deleteDatabase(name = DATABASE): Promise<void> {
  await deleteDB(name)
}

/**
 * Does some writing in one transaction and resolves when it is on disk; where anything fails, nothing is changed.
 * `work` must await nothing but the transaction's own requests, and all of them.
 *
 * @throws VaultError `storage-full` or `storage-failed`, or what `work` throws.
 */
export async function atomically<Names extends StoreName, Result>(
  database: VaultDatabase,
  stores: readonly Names[],
  work: (transaction: Writing<Names>) => Promise<Result>,
): Promise<Result> {
  const transaction = database.transaction([...stores], 'readwrite', { durability: 'strict' })
  // Its failure is told below; without this it would also count as unhandled while `work` goes on.
  transaction.done.catch(() => {})
  try {
    const result = await work(transaction)
    await transaction.done
    return result
  } catch (error) {
    await undo(transaction)
    throw told(transaction.error ?? error)
  }
}

/** Lets one change after the other happen, in all windows; what breaks off lets the next one in. */
export async function inTurn<Result>(database: VaultDatabase, work: () => Promise<Result>): Promise<Result> {
  return await navigator.locks.request(`vault ${database.name}`, work)
}

async function undo<Names extends StoreName>(transaction: Writing<Names>): Promise<void> {
  try {
    transaction.abort()
  } catch {
    // It has ended by itself.
  }
  await transaction.done.catch(() => {})
}

function told(error: unknown): unknown {
  if (isVaultError(error) || !(error instanceof Error || error instanceof DOMException)) return error
  if (error.name === 'QuotaExceededError') {
    return vaultError('storage-full', 'The browser has no room left. Nothing was changed.', { cause: error })
  }
  if (!(error instanceof DOMException)) return error
  return vaultError('storage-failed', 'The browser could not store it. Nothing was changed.', { cause: error })
}

/** All stored records, some at a time, so that a large vault is never in memory as a whole. */
export async function* recordBatches(database: VaultDatabase, size = 1000): AsyncGenerator<readonly RecordRow[]> {
  let range: IDBKeyRange | undefined
  for (;;) {
    const rows = await database.getAll('records', range, size)
    yield rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < size) return
    range = IDBKeyRange.lowerBound(last.id, true)
  }
}
