/** A list that is being worked through, sealed on disk: what was asked for is noted before it is asked. @module */
import type { RawValues } from '@joinery/sdk/host'
import { atomically } from '../vault/database.ts'
import { newRecordId, openText, sealText } from '../vault/seal.ts'
import type { Vault } from '../vault/vault.ts'
import type { Pace } from './pace.ts'

/** What becomes of one line: `asked` means that nobody knows yet. */
export type ItemState = 'waiting' | 'asked' | 'done' | 'partly' | 'refused' | 'unclear' | 'cancelled'

/** One line of the list. */
export interface BulkItem {
  readonly number: number
  /** Without its secrets once they are used. */
  readonly input: RawValues
  readonly state: ItemState
  /** When it was asked for, in milliseconds since 1970. */
  readonly askedAt?: number
  /** When its end was known, in milliseconds since 1970. */
  readonly endedAt?: number
  /** What the plugin said of it. */
  readonly text?: string
}

/** What is done with each line, and how fast. */
export interface BulkJob {
  readonly accountId: string
  readonly action: string
  readonly state: 'running' | 'paused' | 'cancelled' | 'finished'
  readonly atOnce: number
  readonly pace: Pace
  readonly count: number
  /** When the user began it or let it go on, in milliseconds since 1970. */
  readonly startedAt: number
  /** Not before then, in milliseconds since 1970; the vendor asked to wait. */
  readonly notBefore?: number
  /** Why it was paused, where the user did not do it. */
  readonly reason?: string
}

/** A job with its lines. */
export interface StoredBulk {
  readonly job: BulkJob
  readonly items: readonly BulkItem[]
}

const HEAD = 'bulk/head'
const ITEMS = 'bulk/item/'
const DIGITS = 6
const everything = () => IDBKeyRange.bound('bulk/', 'bulk/\uffff')

/** What is stored, or `undefined` where there is none; lines that do not open count as unclear. */
export async function readBulk({ database, key }: Vault): Promise<StoredBulk | undefined> {
  const { store, done } = database.transaction('state')
  const [rows] = await Promise.all([store.getAll(everything()), done])
  const opened = await Promise.all(rows.map(async ({ id, value }) => [id, await openText(key, value)] as const))
  const head = opened.find(([id]) => id === HEAD)?.[1]
  if (!head?.ok) return undefined
  const items = opened.flatMap(([id, item]): readonly BulkItem[] => {
    if (id === HEAD) return []
    const number = Number(id.slice(ITEMS.length))
    return [item.ok ? JSON.parse(item.inside) : { number, input: {}, state: 'unclear' }]
  })
  return { job: JSON.parse(head.inside), items }
}

/** Stores a new list in place of the last one. */
export async function writeBulk(vault: Vault, { job, items }: StoredBulk): Promise<void> {
  const rows = await Promise.all([headRow(vault, job), ...items.map((item) => itemRow(vault, item))])
  await atomically(vault.database, ['state'], async (transaction) => {
    const store = transaction.objectStore('state')
    await Promise.all([store.delete(everything()), ...rows.map((row) => store.put(row))])
  })
}

/** Stores what became of a line; on disk when it resolves. */
export async function writeItem(vault: Vault, item: BulkItem): Promise<void> {
  const row = await itemRow(vault, item)
  await atomically(vault.database, ['state'], (transaction) => transaction.objectStore('state').put(row))
}

/** Stores the job without its lines. */
export async function writeJob(vault: Vault, job: BulkJob): Promise<void> {
  const row = await headRow(vault, job)
  await atomically(vault.database, ['state'], (transaction) => transaction.objectStore('state').put(row))
}

/** Forgets the list. */
export async function removeBulk({ database }: Vault): Promise<void> {
  await atomically(database, ['state'], (transaction) => transaction.objectStore('state').delete(everything()))
}

async function headRow({ key }: Vault, job: BulkJob) {
  return { id: HEAD, value: await sealText(key, newRecordId(), JSON.stringify(job)) } as const
}

async function itemRow({ key }: Vault, item: BulkItem) {
  const id = `${ITEMS}${String(item.number).padStart(DIGITS, '0')}` as const
  return { id, value: await sealText(key, newRecordId(), JSON.stringify(item)) }
}
