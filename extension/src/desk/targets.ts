/** Targets: save, and what plugins store of their own accord. @module */

import type { Payload } from '../messages.ts'
import { pluginById } from '../plugins.ts'
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
export async function saveTarget({ stored, accountId, fields }: Payload<'desk.saveTarget'>): Promise<string> {
  const before = stored === undefined ? undefined : await readTarget(stored.id)
  if (stored !== undefined && before?.accountId !== accountId) throw removedMeanwhile()
  if (before?.managed !== undefined) throw forbiddenByPolicy()
  return await store(stored, accountId, fields, before)
}

async function store(
  stored: Payload<'desk.saveTarget'>['stored'],
  accountId: string,
  given: StoredTarget['fields'],
  before: StoredTarget | undefined,
): Promise<string> {
  const account = await readAccount(accountId)
  const declared = pluginById(account?.pluginId ?? '')?.target?.fields
  if (declared === undefined) throw removedMeanwhile()
  const fields = settingsToStore(declared, given, before?.fields)
  const id = await saveRecord({ kind: 'target', stored, values: targetValues({ accountId, fields }, declared) })
  // Only the reminder to make a backup hangs on it.
  if (stored === undefined) await changePreferences({ targetAddedAt: Date.now() }).catch(console.error)
  return id
}
