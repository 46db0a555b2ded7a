/** What is meant by an action on a target of one's own. @module */
import { PluginError } from '@joinery/sdk'
import { i18n } from '#i18n'
import { pluginById } from '../all-plugins.ts'
import type { ChosenTarget } from './click.ts'
import { readAccount, readTarget } from './holdings.ts'
import type { Meant } from './meant.ts'
import { inUserLanguage } from './problem.ts'
import { actionFor } from './shortcuts.ts'
import { labelOfTarget } from './stored.ts'

/**
 * The target with its account and action.
 *
 * @throws PluginError where a part is gone.
 */
export async function meantByChoice({ targetId, action: actionName }: ChosenTarget): Promise<Meant> {
  const target = await readTarget(targetId)
  const account = target === undefined ? undefined : await readAccount(target.accountId)
  const plugin = pluginById(account?.pluginId ?? '')
  const action = account && plugin ? actionFor(plugin, actionName, account) : undefined
  if (target === undefined || account === undefined || plugin === undefined || action === undefined) {
    throw new PluginError('not-applicable', i18n.t('run.noShortcut'))
  }
  const name = labelOfTarget(target.fields)
  const question = `${inUserLanguage(action.label)}: ${name} · ${account.name}`
  return { account, plugin, action, actionName, target, targetId, name, question }
}
