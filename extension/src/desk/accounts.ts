/** Accounts and the user's own profile: save, remove. @module */

import type { Fact } from '@joinery/sdk'
import { type RawValues, readPerson } from '@joinery/sdk/host'
import { i18n } from '#i18n'
import type { Payload } from '../messages.ts'
import { pluginById } from '../plugins.ts'
import { changeHoldings, type StoredAccount } from '../vault/store.ts'
import { removedMeanwhile } from './problem.ts'
import { givenName, settingsToStore } from './settings.ts'
import type { PersonView } from './views.ts'

/**
 * Saves the user's own profile.
 *
 * @throws PluginError with the fact at fault.
 */
export async function saveMe({ person }: Payload<'desk.saveMe'>): Promise<undefined> {
  const me = presentFacts(person)
  await changeHoldings(['me'], () => ({ me }))
}

/**
 * Saves an account, new or changed.
 *
 * @throws PluginError with the field at fault.
 */
export async function saveAccount(given: Payload<'desk.saveAccount'>): Promise<string> {
  const plugin = pluginById(given.pluginId)
  if (plugin === undefined) throw removedMeanwhile()
  const id = given.id ?? crypto.randomUUID()
  const name = givenName(given.name, i18n.t('save.nameMissing'))
  const me = presentFacts(given.me ?? {})
  await changeHoldings(['accounts'], ({ accounts }) => {
    const stored = accounts.find((account) => account.id === given.id)
    if (given.id !== undefined && stored?.pluginId !== plugin.id) throw removedMeanwhile()
    const settings = settingsToStore(plugin.account, given.settings, stored?.settings)
    return { accounts: replaced<StoredAccount>(accounts, { id, pluginId: plugin.id, name, settings, me }) }
  })
  return id
}

/** Removes an account with its targets and shortcuts. */
export async function removeAccount({ id }: { readonly id: string }): Promise<undefined> {
  await changeHoldings(['accounts', 'targets', 'shortcuts'], ({ accounts, targets, shortcuts }) => ({
    accounts: accounts.filter((account) => account.id !== id),
    targets: targets.filter(({ accountId }) => accountId !== id),
    shortcuts: shortcuts.filter(({ accountId }) => accountId !== id),
  }))
}

/** A list with one item changed where it stands, or added at the end. */
export function replaced<Item extends { readonly id: string }>(list: readonly Item[], item: Item): readonly Item[] {
  return list.some(({ id }) => id === item.id)
    ? list.map((other) => (other.id === item.id ? item : other))
    : [...list, item]
}

function presentFacts(person: RawValues): PersonView {
  const read = Object.entries(readPerson(person, [])) as [Fact, string | undefined][]
  return Object.fromEntries(read.filter(([, value]) => value !== undefined))
}
