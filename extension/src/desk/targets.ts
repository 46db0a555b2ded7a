/** Targets: save, and whether they are asked about. @module */

import { pluginById } from '../all-plugins.ts'
import type { Payload } from '../messages.ts'
import { readAccount, readTarget, saveRecord } from './holdings.ts'
import { changePreferences } from './preferences.ts'
import { forbiddenByPolicy, removedMeanwhile } from './problem.ts'
import { settingsToStore } from './settings.ts'
import { type StoredTarget, targetValues } from './stored.ts'

/**
 * Saves a target, new or changed.
 *
 * @throws PluginError with the field at fault, VaultError `conflict` where it was changed meanwhile.
 */
export async function saveTarget({
  stored,
  accountId,
  fields,
  asksNoMore,
}: Payload<'desk.saveTarget'>): Promise<string> {
  const before = stored === undefined ? undefined : await readTarget(stored.id)
  if (stored !== undefined && before?.accountId !== accountId) throw removedMeanwhile()
  if (before?.managed !== undefined) throw forbiddenByPolicy()
  const change = { accountId, fields, ...(asksNoMore ? { asksNoMore } : {}) }
  return await store(stored, change, before)
}

async function store(
  stored: Payload<'desk.saveTarget'>['stored'],
  { fields: given, ...own }: Pick<StoredTarget, 'accountId' | 'fields' | 'asksNoMore'>,
  before: StoredTarget | undefined,
): Promise<string> {
  const account = await readAccount(own.accountId)
  const declared = pluginById(account?.pluginId ?? '')?.target?.fields
  if (declared === undefined) throw removedMeanwhile()
  const fields = settingsToStore(declared, given, before?.fields)
  const id = await saveRecord({ kind: 'target', stored, values: targetValues({ ...own, fields }, declared) })
  // Only the reminder to make a backup hangs on it.
  if (stored === undefined) await changePreferences({ targetAddedAt: Date.now() }).catch(console.error)
  return id
}

/** Lets actions on a target go ahead without a question, or asks again from now on. */
export async function setAsksNoMore({ id, managed, asksNoMore: _, ...target }: StoredTarget, asksNoMore: boolean) {
  const account = await readAccount(target.accountId)
  const declared = pluginById(account?.pluginId ?? '')?.target?.fields
  if (declared === undefined || managed !== undefined) return
  const values = targetValues({ ...target, ...(asksNoMore ? { asksNoMore } : {}) }, declared)
  await saveRecord({ kind: 'target', stored: { id, revision: target.revision }, values })
}
