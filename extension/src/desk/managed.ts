/** Brings what the organisation's policy sets up into the vault: accounts, targets and their shortcuts. @module */
import { sameJson } from '../vault/json.ts'
import { type Change, list, readRecords, type VaultRecord } from '../vault/records.ts'
import { newRecordId } from '../vault/seal.ts'
import type { Vault } from '../vault/vault.ts'
import { change, forget } from './holdings.ts'
import { additionsTo, placedAnew } from './managed-additions.ts'
import { applyPolicyPlugins } from './managed-plugins.ts'
import { readPolicy } from './policy.ts'
import { isGone } from './policy-absence.ts'
import { type Plan, planFor, type Wanted } from './policy-plan.ts'
import { accountIn } from './stored.ts'
import { vaultIfUnlocked } from './vault-session.ts'

/**
 * Makes, changes and removes managed records, so that they are what the policy says; nothing, while the vault is locked.
 * Secrets are sealed with the rest. Of what the policy says wrongly, nothing is made, changed or removed. Its plugins, which
 * hold none, come first and need no vault.
 */
export async function applyPolicy(now = Date.now()): Promise<void> {
  await navigator.locks.request('policy', async () => {
    const policy = await readPolicy()
    const isGoneForGood = await isGone(policy, now)
    if (policy.isThere) await applyPolicyPlugins(policy.plugins)
    const vault = await vaultIfUnlocked()
    if (vault !== undefined && (policy.isThere || isGoneForGood)) await apply(vault, planFor(policy))
    // Last, since without their plugin accounts could not be known for managed ones.
    if (isGoneForGood) await applyPolicyPlugins({ plugins: [], areAll: true })
  })
}

async function apply(vault: Vault, plan: Plan): Promise<void> {
  const present = await managedRecords(vault)
  const match = matched(plan, present)
  const changes = changesFor(plan, match)
  const replaced = new Map(match.gone.map(({ id, values }) => [id, match.standing.get(String(values.managed))?.id]))
  const { moved, left } = placedAnew(await additionsTo(vault, match.gone), replaced)
  if (changes.length + moved.length > 0) await change(vault, [...changes, ...moved])
  const removed = [...match.gone.map(({ id }) => id), ...left]
  if (removed.length > 0) await forget(vault, removed)
}

/** What is wanted, against what is there. */
interface Match {
  /** What is there of what is wanted, by its name. */
  readonly standing: ReadonlyMap<string, VaultRecord>
  /** The ids of all that is wanted. */
  readonly ids: ReadonlyMap<string, string>
  /** What goes. */
  readonly gone: readonly VaultRecord[]
  /** What is not wanted, and stays because the policy is unclear about it. */
  readonly spared: readonly VaultRecord[]
}

function matched({ wanted, unclear }: Plan, present: readonly VaultRecord[]): Match {
  const standing = new Map(wanted.flatMap((one) => present.find((record) => isSame(one, record)) ?? []).map(named))
  const ids = new Map(wanted.map(({ managed }) => [managed, standing.get(managed)?.id ?? newRecordId()]))
  const kept = new Set(ids.values())
  const others = present.filter(({ id }) => !kept.has(id))
  const leaving = new Set(others.filter((record) => !unclear.some((key) => isUnder(key, record))).map(({ id }) => id))
  // Without its account nothing can stay, however unclear.
  const goes = ({ id, values }: VaultRecord) => leaving.has(id) || leaving.has(String(values.accountId))
  return { standing, ids, gone: others.filter(goes), spared: others.filter((record) => !goes(record)) }
}

function changesFor({ wanted }: Plan, { standing, ids, spared }: Match): readonly Change[] {
  const targets = [
    ...wanted.filter(({ kind }) => kind === 'target').map(({ managed }) => [managed, ids.get(managed) ?? ''] as const),
    ...spared.filter(({ kind }) => kind === 'target').map(({ id, values }) => [String(values.managed), id] as const),
  ]
  const targetsOf = (account: string) =>
    targets.flatMap(([managed, id]) => (managed.startsWith(`${account}/`) ? id : [])).toSorted()
  return wanted.flatMap(({ managed, kind, values }): readonly Change[] => {
    const before = standing.get(managed)
    const own = values((name) => ids.get(name) ?? '')
    const after = kind === 'account' ? { ...own, managedTargets: targetsOf(managed) } : own
    if (before === undefined) return [{ id: ids.get(managed) ?? '', kind, values: after }]
    // Where the user pinned a shortcut, it stays pinned.
    const { pin } = before.values
    const kept = pin === undefined ? after : { ...after, pin }
    return sameJson(before.values, kept) ? [] : [{ id: before.id, revision: before.revision, values: kept }]
  })
}

// An account of another plugin is another account, by whatever name; and a backup may bring one of the same name twice.
function isSame(wanted: Wanted, { kind, values }: VaultRecord): boolean {
  return (
    values.managed === wanted.managed &&
    kind === wanted.kind &&
    (kind !== 'account' || values.pluginId === wanted.pluginId)
  )
}

function isUnder(key: string, { values }: VaultRecord): boolean {
  return key === '' || values.managed === key || String(values.managed).startsWith(`${key}/`)
}

function named(record: VaultRecord): readonly [string, VaultRecord] {
  return [String(record.values.managed), record]
}

// An account may have very many targets of the user's own, so only those are opened that are known to be managed.
async function managedRecords(vault: Vault): Promise<readonly VaultRecord[]> {
  const lines = await list(vault, 'account')
  const accounts = (await recordsOf(vault, lines)).filter(isManaged)
  const shortcutLines = await Promise.all(accounts.map(({ id }) => list(vault, 'shortcut', id)))
  const shortcuts = (await recordsOf(vault, shortcutLines.flat())).filter(isManaged)
  const targetIds = [
    ...accounts.flatMap((account) => accountIn(account).managedTargets ?? []),
    ...shortcuts.flatMap(({ values }) => (typeof values.targetId === 'string' ? values.targetId : [])),
  ]
  const targets = await recordsOf(
    vault,
    [...new Set(targetIds)].map((id) => ({ id })),
  )
  return [...accounts, ...targets.filter(isManaged), ...shortcuts]
}

async function recordsOf(vault: Vault, lines: readonly { readonly id: string }[]): Promise<readonly VaultRecord[]> {
  const { records } = await readRecords(
    vault,
    lines.map(({ id }) => id),
  )
  return records
}

function isManaged({ values }: VaultRecord): boolean {
  return typeof values.managed === 'string'
}
