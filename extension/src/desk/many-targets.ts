/** Many targets at once: listed, read, changed and removed, each time in one transaction. @module */

import { pluginById } from '../all-plugins.ts'
import type { Payload } from '../messages.ts'
import { type Change, list, readRecords, search } from '../vault/records.ts'
import { newRecordId } from '../vault/seal.ts'
import type { Vault } from '../vault/vault.ts'
import { change, forget, readAccount, readAccounts, readShortcuts } from './holdings.ts'
import { changePreferences } from './preferences.ts'
import { inUserLanguage, problemOf, removedMeanwhile, userLanguage } from './problem.ts'
import { settingsToShow, settingsToStore } from './settings.ts'
import { suggestedShortcutName } from './shortcut-name.ts'
import { actionFor } from './shortcuts.ts'
import {
  labelOfTarget,
  type StoredAccount,
  type StoredTarget,
  shortcutValues,
  targetIn,
  targetValues,
} from './stored.ts'
import type { ImportReply, ManyReply, TargetRows, TargetTable } from './target-views.ts'
import { unlockedVault } from './vault-session.ts'

/** All that hold what was typed, by name. */
export async function listTargets({ query, accountId }: Payload<'targets.list'>): Promise<TargetTable> {
  const vault = await unlockedVault()
  const among = { kind: 'target', group: accountId }
  const found =
    query.trim() === ''
      ? await list(vault, 'target', accountId)
      : (await search(vault, query, Number.MAX_SAFE_INTEGER, among)).lines
  const { compare } = new Intl.Collator(userLanguage(), { numeric: true })
  const lines = found.toSorted((one, other) => compare(one.label, other.label))
  const places = new Map<string, number>()
  const accountOf = lines.map(({ group }) => {
    if (!places.has(group)) places.set(group, places.size)
    return places.get(group) ?? 0
  })
  const set = new Set((await readAccounts()).flatMap(({ managedTargets = [] }) => managedTargets))
  return {
    ids: lines.map(({ id }) => id),
    labels: lines.map(({ label }) => label),
    accounts: [...places.keys()],
    accountOf,
    managed: set.size === 0 ? [] : lines.flatMap(({ id }, row) => (set.has(id) ? row : [])),
  }
}

/** What they hold; those that are gone, or do not open, are left out. */
export async function readManyTargets({ ids }: Payload<'targets.read'>): Promise<TargetRows> {
  const targets = await targetsOf(await unlockedVault(), ids)
  return await Promise.all(
    targets.map(async ({ id, accountId, fields }) => {
      const declared = await declaredFor(accountId)
      return { id, accountId, fields: settingsToShow(declared, fields).settings }
    }),
  )
}

/** Removes them with their shortcuts; those that the policy set up stay. */
export async function removeManyTargets({ ids }: Payload<'targets.remove'>): Promise<ManyReply> {
  return await counted(ids, async (vault, targets) => {
    const gone = new Set(targets.map(({ id }) => id))
    const shortcuts = (await readShortcuts()).filter(({ targetId = '' }) => gone.has(targetId))
    await forget(vault, [...gone, ...shortcuts.map(({ id }) => id)])
    return targets.length
  })
}

/** Gives them the same values in some fields. */
export async function changeManyTargets(payload: Payload<'targets.change'>): Promise<ManyReply> {
  const { ids, fields, asksNoMore } = payload
  return await counted(ids, async (vault, targets) => {
    const changes: Change[] = []
    for (const { id, revision, ...target } of targets) {
      const declared = await declaredFor(target.accountId)
      const given = { ...settingsToShow(declared, target.fields).settings, ...fields }
      const { asksNoMore: before, ...rest } = { ...target, fields: settingsToStore(declared, given, target.fields) }
      const asks = (asksNoMore ?? before) === true ? { asksNoMore: true as const } : {}
      changes.push({ id, revision, values: targetValues({ ...rest, ...asks }, declared) })
    }
    await change(vault, changes)
    return changes.length
  })
}

/** Makes a shortcut to each that has none for this action yet, and whose account offers it. */
export async function makeManyShortcuts({ ids, action }: Payload<'targets.makeShortcuts'>): Promise<ManyReply> {
  return await counted(ids, async (vault, targets) => {
    const there = new Set((await readShortcuts()).map((shortcut) => `${shortcut.targetId} ${shortcut.action}`))
    const changes: Change[] = []
    for (const target of targets) {
      const account = await readAccount(target.accountId)
      const offered = account === undefined ? undefined : offeredBy(account, action)
      if (offered === undefined || there.has(`${target.id} ${action}`)) continue
      const own = { accountId: target.accountId, action, targetId: target.id, inPage: false }
      const name = suggestedShortcutName(inUserLanguage(offered.label), labelOfTarget(target.fields))
      const position = Date.now() + changes.length
      changes.push({ id: newRecordId(), kind: 'shortcut', values: shortcutValues({ ...own, name, position }) })
    }
    if (changes.length > 0) await change(vault, changes)
    return changes.length
  })
}

/** Stores the rows that are right, and says what is wrong with the others. */
export async function importTargets({ accountId, rows }: Payload<'targets.import'>): Promise<ImportReply> {
  try {
    const vault = await unlockedVault()
    const declared = await declaredFor(accountId)
    const before = new Map(
      (
        await targetsOf(
          vault,
          rows.flatMap(({ id }) => id ?? []),
        )
      ).map((each) => [each.id, each]),
    )
    const changes: Change[] = []
    const problems = rows.map(({ id, fields }) => {
      try {
        changes.push(
          changeFor({ accountId, fields, before: before.get(id ?? ''), isNamed: id !== undefined }, declared),
        )
        return null
      } catch (error) {
        return problemOf(error).text
      }
    })
    if (changes.length > 0) await change(vault, changes)
    // Only the reminder to make a backup hangs on it.
    await changePreferences({ targetAddedAt: Date.now() }).catch(console.error)
    return { ok: true, problems }
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}

interface Row {
  readonly accountId: string
  readonly fields: StoredTarget['fields']
  readonly before: StoredTarget | undefined
  readonly isNamed: boolean
}

function changeFor(
  { accountId, fields: given, before, isNamed }: Row,
  declared: Parameters<typeof targetValues>[1],
): Change {
  if (isNamed && (before === undefined || before.managed !== undefined || before.accountId !== accountId)) {
    throw removedMeanwhile()
  }
  const shown = before === undefined ? {} : settingsToShow(declared, before.fields).settings
  const fields = settingsToStore(declared, { ...shown, ...given }, before?.fields)
  if (before === undefined) {
    return { id: newRecordId(), kind: 'target', values: targetValues({ accountId, fields }, declared) }
  }
  const { id, revision, ...rest } = before
  return { id, revision, values: targetValues({ ...rest, fields }, declared) }
}

async function counted(
  ids: readonly string[],
  work: (vault: Vault, targets: readonly StoredTarget[]) => Promise<number>,
): Promise<ManyReply> {
  try {
    const vault = await unlockedVault()
    const own = (await targetsOf(vault, ids)).filter(({ managed }) => managed === undefined)
    const changed = own.length === 0 ? 0 : await work(vault, own)
    return { ok: true, changed, kept: ids.length - changed }
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}

async function targetsOf(vault: Vault, ids: readonly string[]): Promise<readonly StoredTarget[]> {
  const { records } = await readRecords(vault, ids)
  return records.filter(({ kind }) => kind === 'target').map(targetIn)
}

async function declaredFor(accountId: string) {
  const account = await readAccount(accountId)
  const declared = pluginById(account?.pluginId ?? '')?.target?.fields
  if (declared === undefined) throw removedMeanwhile()
  return declared
}

function offeredBy(account: StoredAccount, name: string) {
  const plugin = pluginById(account.pluginId)
  return plugin === undefined ? undefined : actionFor(plugin, name, account)
}
