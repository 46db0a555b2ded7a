/** Targets: save, remove, name. @module */
import type { Plugin } from '@joinery/sdk'
import type { Payload } from '../messages.ts'
import { pluginById } from '../plugins.ts'
import { changeHoldings, type StoredTarget } from '../vault/store.ts'
import { replaced } from './accounts.ts'
import { removedMeanwhile } from './problem.ts'
import { settingsToStore } from './settings.ts'

/**
 * Saves a target, new or changed.
 *
 * @throws PluginError with the field at fault.
 */
export async function saveTarget(given: Payload<'desk.saveTarget'>): Promise<string> {
  const id = given.id ?? crypto.randomUUID()
  await changeHoldings(['accounts', 'targets'], ({ accounts, targets }) => {
    const account = accounts.find((candidate) => candidate.id === given.accountId)
    const plugin = account === undefined ? undefined : pluginById(account.pluginId)
    const stored = targets.find((target) => target.id === given.id)
    if (account === undefined || plugin?.target === undefined) throw removedMeanwhile()
    if (given.id !== undefined && stored === undefined) throw removedMeanwhile()
    const fields = settingsToStore(plugin.target.fields, given.fields, stored?.fields)
    return { targets: replaced<StoredTarget>(targets, { id, accountId: account.id, fields }) }
  })
  return id
}

/** Removes a target with its shortcuts. */
export async function removeTarget({ id }: { readonly id: string }): Promise<undefined> {
  await changeHoldings(['targets', 'shortcuts'], ({ targets, shortcuts }) => ({
    targets: targets.filter((target) => target.id !== id),
    shortcuts: shortcuts.filter(({ targetId }) => targetId !== id),
  }))
}

/** What a target is called: its label, else the first thing that its form asks for. */
export function targetLabel(plugin: Plugin, { fields }: StoredTarget): string {
  const names = ['label', ...Object.keys(plugin.target?.fields ?? {})]
  const shown = names.find((name) => plugin.target?.fields[name]?.type !== 'secret' && fields[name] !== undefined)
  return shown === undefined ? '' : String(fields[shown])
}
