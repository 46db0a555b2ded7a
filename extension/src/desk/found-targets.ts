/** What can be done with targets that are found by what is typed. @module */
import type { Action, Plugin } from '@joinery/sdk'
import { pluginById } from '../all-plugins.ts'
import { findTargets, readAccounts } from './holdings.ts'
import { actionsOf } from './shortcuts.ts'
import type { StoredAccount, StoredTarget } from './stored.ts'

/** An action with a target that was found. */
export interface FoundAction {
  readonly account: StoredAccount
  readonly plugin: Plugin
  readonly targetId: string
  readonly label: string
  readonly name: string
  readonly action: Action
}

/** More are not offered; who types more finds them. */
const MOST_TARGETS = 6

/** All actions with the targets that match. The index tells all that is needed: no target is opened while somebody types. */
export async function findActions(typed: string): Promise<readonly FoundAction[]> {
  const [{ lines }, accounts] = await Promise.all([findTargets(typed, undefined, MOST_TARGETS), readAccounts()])
  return lines.flatMap(({ id: targetId, group, label }) => {
    const account = accounts.find(({ id }) => id === group)
    const plugin = pluginById(account?.pluginId ?? '')
    if (account === undefined || plugin === undefined) return []
    return actionsOf(plugin, account).map((named) => ({ account, plugin, targetId, label, ...named }))
  })
}

/** What a target may be found by: its texts, of which secrets are none. */
export function openValues(plugin: Plugin, { fields }: StoredTarget): readonly string[] {
  const declared = plugin.target?.fields ?? {}
  return Object.entries(fields).flatMap(([name, value]) => {
    const isOpen = declared[name] !== undefined && declared[name].type !== 'secret'
    return isOpen && typeof value === 'string' ? [value] : []
  })
}
