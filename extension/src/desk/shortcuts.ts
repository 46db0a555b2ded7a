/** Shortcuts: save, and what each stands for. @module */

import { type Action, isPluginError, type Plugin } from '@joinery/sdk'
import { chooseAction } from '@joinery/sdk/host'
import { i18n } from '#i18n'
import { pluginById } from '../all-plugins.ts'
import type { Payload } from '../messages.ts'
import { readAccount, readShortcut, readTarget, saveRecord, unlessDamaged } from './holdings.ts'
import { forbiddenByPolicy, removedMeanwhile } from './problem.ts'
import { givenName } from './settings.ts'
import { type StoredAccount, type StoredShortcut, type StoredTarget, shortcutValues } from './stored.ts'

/** A shortcut with all that it points to. */
export interface ResolvedShortcut {
  readonly shortcut: StoredShortcut
  readonly account: StoredAccount
  readonly plugin: Plugin
  readonly action: Action
  readonly target: StoredTarget | undefined
}

/** What a shortcut points to. */
type Pointers = Pick<StoredShortcut, 'accountId' | 'action' | 'targetId'>

/**
 * Saves a shortcut, new or changed.
 *
 * @throws PluginError where its name is missing or what it points to was removed, VaultError `conflict` where it was
 * changed meanwhile.
 */
export async function saveShortcut({ stored, ...given }: Payload<'desk.saveShortcut'>): Promise<string> {
  const name = givenName(given.name, i18n.t('save.nameMissing'))
  const before = stored === undefined ? undefined : await readShortcut(stored.id)
  if (stored !== undefined && before === undefined) throw removedMeanwhile()
  if (before?.managed !== undefined) throw forbiddenByPolicy()
  const { accountId, action, targetId, inPage, opensInvitation, inPopup, colour, sites } = given
  const position = before?.position ?? Date.now()
  const shortcut = {
    ...{ name, accountId, action, inPage, position },
    ...(targetId === undefined ? {} : { targetId }),
    ...(before?.pin === undefined ? {} : { pin: before.pin }),
    ...(opensInvitation === true ? { opensInvitation } : {}),
    ...(inPopup === false ? { inPopup } : {}),
    ...(colour === undefined ? {} : { colour }),
    ...(sites === undefined || sites.length === 0 ? {} : { sites }),
  }
  const found = await pointedTo(shortcut)
  if (found === undefined) throw removedMeanwhile()
  return await saveRecord({ kind: 'shortcut', stored, values: shortcutValues(shortcut) })
}

/** What a shortcut stands for, or `undefined` where a part of it is gone or does not apply (any more). */
export async function resolve(shortcut: StoredShortcut): Promise<ResolvedShortcut | undefined> {
  const found = await pointedTo(shortcut)
  return found === undefined ? undefined : { shortcut, ...found }
}

/** What shortcuts stand for; those of which a part is gone, or damaged, are left out. */
export async function resolveAll(shortcuts: readonly StoredShortcut[]): Promise<readonly ResolvedShortcut[]> {
  const found = await Promise.all(shortcuts.map((shortcut) => unlessDamaged(resolve(shortcut))))
  return found.filter((resolved) => resolved !== undefined)
}

/** Whether which target is meant shows at the click only. */
export function leavesTargetOpen({
  action,
  plugin,
  target,
}: Pick<ResolvedShortcut, 'action' | 'plugin' | 'target'>): boolean {
  return action.on !== 'account' && plugin.target !== undefined && target === undefined
}

/** What account, action and target together stand for, or `undefined` where a part of it is gone or does not apply. */
export async function pointedTo(pointers: Pointers): Promise<Omit<ResolvedShortcut, 'shortcut'> | undefined> {
  const { accountId, targetId } = pointers
  const [account, target] = await Promise.all([
    readAccount(accountId),
    targetId === undefined ? undefined : readTarget(targetId),
  ])
  const plugin = account === undefined ? undefined : pluginById(account.pluginId)
  if (account === undefined || plugin === undefined) return undefined
  if (targetId !== undefined && target?.accountId !== account.id) return undefined
  const action = actionFor(plugin, pointers.action, account)
  return action === undefined ? undefined : { account, plugin, action, target }
}

/** An action by its name in the plugin. */
export interface NamedAction {
  readonly name: string
  readonly action: Action
}

/** The actions that an account offers, in the plugin's order. */
export function actionsOf(plugin: Plugin, account: StoredAccount): readonly NamedAction[] {
  return Object.keys(plugin.actions).flatMap((name) => {
    const action = actionFor(plugin, name, account)
    return action === undefined ? [] : [{ name, action }]
  })
}

/** An account's action of this name, where it has one. */
export function actionFor(plugin: Plugin, name: string, account: StoredAccount): Action | undefined {
  try {
    return chooseAction(plugin, name, account.settings)
  } catch (error) {
    if (isPluginError(error)) return undefined
    throw error
  }
}
