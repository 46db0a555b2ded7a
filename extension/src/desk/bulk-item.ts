/** One line of a list: noted, asked for once, and what became of it noted again. @module */
import { type Action, isPluginError, type Plugin } from '@joinery/sdk'
import type { RawValues } from '@joinery/sdk/host'
import { isVaultError } from '../vault/error.ts'
import type { BulkItem } from './bulk-store.ts'
import { findTargets, readTarget } from './holdings.ts'
import { identityOf } from './identity.ts'
import { perform } from './perform.ts'
import { problemOf } from './problem.ts'
import type { StoredAccount, StoredTarget } from './stored.ts'

/** What every line of a list shares. */
export interface BulkWork {
  readonly plugin: Plugin
  readonly account: StoredAccount
  readonly name: string
  readonly action: Action
  readonly identity: string
  readonly signal: AbortSignal
}

/** What became of a line, and what it means for the others. */
export interface ItemEnd {
  readonly item: BulkItem
  /** The vendor wants so many milliseconds of quiet. */
  readonly wait?: number
  /** Every other line would fail for this reason, too. */
  readonly stop?: string
}

const DEFAULT_WAIT_MILLISECONDS = 60_000
const LINES_LOOKED_AT = 10
const WRONG_FOR_ALL: ReadonlySet<string> = new Set(['unauthorized', 'forbidden', 'not-permitted', 'not-applicable'])

/** Asks for a line that was noted as asked. Nothing that may have happened is asked for again. */
export async function workOn(work: BulkWork, item: BulkItem): Promise<ItemEnd> {
  const { account, action, name, plugin, signal } = work
  try {
    await perform({ plugin, account, action: name, input: item.input, signal })
    return { item: { ...withoutSecrets(action, item), state: 'done' } }
  } catch (error) {
    return endAfter(work, item, error, await storedFor(work, item).catch(() => undefined))
  }
}

/** A line of which a stopped program left nothing but that it was asked for: what is stored tells, or nobody knows. */
export async function recovered(work: BulkWork, item: BulkItem): Promise<BulkItem> {
  const target = await storedFor(work, item)
  const clean = withoutSecrets(work.action, item)
  if (target === undefined) return { ...clean, state: 'unclear' }
  return { ...clean, state: isWhole(work, target) ? 'done' : 'partly' }
}

/** The target that a line has made, if it has. */
export async function storedFor(
  { account, identity }: BulkWork,
  { input }: BulkItem,
): Promise<StoredTarget | undefined> {
  const wanted = identityOf(input[identity])
  if (wanted === '') return undefined
  const { lines } = await findTargets(wanted, account.id, LINES_LOOKED_AT)
  for (const { id } of lines) {
    const target = await readTarget(id)
    if (target?.accountId === account.id && identityOf(target.fields[identity]) === wanted) return target
  }
  return undefined
}

function endAfter(work: BulkWork, item: BulkItem, error: unknown, target: StoredTarget | undefined): ItemEnd {
  const problem = problemOf(error)
  const clean = { ...withoutSecrets(work.action, item), text: problem.text }
  if (target !== undefined) return { item: { ...clean, state: isWhole(work, target) ? 'done' : 'partly' } }
  const { askedAt: _, ...waiting } = item
  // Locked before anything was sent, or called off before.
  if (isVaultError(error, 'locked') || problem.code === 'cancelled') return { item: { ...waiting, state: 'waiting' } }
  if (!isPluginError(error)) return { item: { ...clean, state: 'unclear' } }
  if (problem.code === 'rate-limited') {
    return { item: { ...waiting, state: 'waiting' }, wait: problem.retryAfter ?? DEFAULT_WAIT_MILLISECONDS }
  }
  if (WRONG_FOR_ALL.has(problem.code)) return { item: { ...waiting, state: 'waiting' }, stop: problem.text }
  const isUnclear = problem.code === 'ambiguous' || problem.code === 'internal'
  return { item: { ...clean, state: isUnclear ? 'unclear' : 'refused' } }
}

// A plugin that has states calls the last one its default.
function isWhole({ plugin }: BulkWork, { fields }: StoredTarget): boolean {
  const state = plugin.target?.fields.state
  return state?.type !== 'choice' || fields.state === undefined || fields.state === state.default
}

function withoutSecrets({ input = {} }: Action, item: BulkItem): BulkItem {
  const plain = Object.entries(item.input).filter(([name]) => input[name]?.type !== 'secret')
  return { ...item, input: Object.fromEntries(plain) as RawValues }
}
