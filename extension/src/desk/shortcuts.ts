/** Shortcuts: save, remove, and what each stands for. @module */

import { type Action, isPluginError, type Plugin, PluginError } from '@joinery/sdk'
import { chooseAction } from '@joinery/sdk/host'
import { i18n } from '#i18n'
import type { Payload } from '../messages.ts'
import { pluginById } from '../plugins.ts'
import {
  changeHoldings,
  type Holdings,
  type StoredAccount,
  type StoredShortcut,
  type StoredTarget,
} from '../vault/store.ts'
import { replaced } from './accounts.ts'
import { removedMeanwhile } from './problem.ts'
import { givenName } from './settings.ts'

/** A shortcut with all that it points to. */
export interface ResolvedShortcut {
  readonly shortcut: StoredShortcut
  readonly account: StoredAccount
  readonly plugin: Plugin
  readonly action: Action
  readonly target: StoredTarget | undefined
}

/**
 * Saves a shortcut, new or changed.
 *
 * @throws PluginError where its name is missing or what it points to was removed.
 */
export async function saveShortcut(given: Payload<'desk.saveShortcut'>): Promise<string> {
  const id = given.id ?? crypto.randomUUID()
  const name = givenName(given.name, i18n.t('save.nameMissing'))
  await changeHoldings(['accounts', 'targets', 'shortcuts'], (holdings) => {
    const { accountId, action, targetId, inPage } = given
    const shortcut = { id, name, accountId, action, ...(targetId === undefined ? {} : { targetId }), inPage }
    const resolved = resolve(shortcut, holdings)
    if (resolved === undefined) throw removedMeanwhile()
    if (resolved.action.on !== 'account' && resolved.plugin.target !== undefined && resolved.target === undefined) {
      throw new PluginError('missing', i18n.t('save.targetMissing'), { field: 'targetId' })
    }
    return { shortcuts: replaced<StoredShortcut>(holdings.shortcuts, shortcut) }
  })
  return id
}

/** Removes a shortcut. */
export async function removeShortcut({ id }: { readonly id: string }): Promise<undefined> {
  await changeHoldings(['shortcuts'], ({ shortcuts }) => ({ shortcuts: shortcuts.filter((other) => other.id !== id) }))
}

/** What a shortcut stands for, or `undefined` where a part of it is gone or does not apply (any more). */
export function resolve(
  shortcut: StoredShortcut,
  { accounts, targets }: Pick<Holdings, 'accounts' | 'targets'>,
): ResolvedShortcut | undefined {
  const account = accounts.find(({ id }) => id === shortcut.accountId)
  const plugin = account === undefined ? undefined : pluginById(account.pluginId)
  if (account === undefined || plugin === undefined) return undefined
  const target = targets.find(({ id, accountId }) => id === shortcut.targetId && accountId === account.id)
  if (shortcut.targetId !== undefined && target === undefined) return undefined
  const action = actionFor(plugin, shortcut.action, account)
  return action === undefined ? undefined : { shortcut, account, plugin, action, target }
}

function actionFor(plugin: Plugin, name: string, account: StoredAccount): Action | undefined {
  try {
    return chooseAction(plugin, name, account.settings)
  } catch (error) {
    if (isPluginError(error)) return undefined
    throw error
  }
}
