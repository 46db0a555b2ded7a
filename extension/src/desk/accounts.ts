/** Accounts and the user's own profile: save. @module */

import type { Fact } from '@joinery/sdk'
import { type RawValues, readPerson } from '@joinery/sdk/host'
import { i18n } from '#i18n'
import { pluginById } from '../all-plugins.ts'
import type { Payload } from '../messages.ts'
import { readAccount, saveRecord, writeMe } from './holdings.ts'
import { readPolicy } from './policy.ts'
import { forbiddenByPolicy, removedMeanwhile } from './problem.ts'
import { givenName, settingsToStore } from './settings.ts'
import { accountValues } from './stored.ts'
import type { PersonView } from './views.ts'

/**
 * Saves the user's own profile.
 *
 * @throws PluginError with the fact at fault, VaultError `conflict` where it was changed meanwhile.
 */
export async function saveMe({ stored, person }: Payload<'desk.saveMe'>): Promise<undefined> {
  await writeMe(presentFacts(person), stored)
}

/**
 * Saves an account, new or changed.
 *
 * @throws PluginError with the field at fault, VaultError `conflict` where it was changed meanwhile.
 */
export async function saveAccount(given: Payload<'desk.saveAccount'>): Promise<string> {
  const plugin = pluginById(given.pluginId)
  if (plugin === undefined) throw removedMeanwhile()
  const { stored } = given
  const before = stored === undefined ? undefined : await readAccount(stored.id)
  if (stored !== undefined && before?.pluginId !== plugin.id) throw removedMeanwhile()
  if (before === undefined && !(await readPolicy()).allowAddingAccounts) throw forbiddenByPolicy()
  if (before?.managed !== undefined) throw forbiddenByPolicy()
  const account = {
    pluginId: plugin.id,
    name: givenName(given.name, i18n.t('save.nameMissing')),
    settings: settingsToStore(plugin.account, given.settings, before?.settings),
    me: presentFacts(given.me ?? {}),
    position: before?.position ?? Date.now(),
  }
  return await saveRecord({ kind: 'account', stored, values: accountValues(account, plugin.account) })
}

function presentFacts(person: RawValues): PersonView {
  const read = Object.entries(readPerson(person, [])) as [Fact, string | undefined][]
  return Object.fromEntries(read.filter(([, value]) => value !== undefined))
}
