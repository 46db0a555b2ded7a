/** Everything that the options page shows. @module */
import { pluginById } from '../plugins.ts'
import { readHoldings } from '../vault/store.ts'
import { settingsToShow } from './settings.ts'
import { enabledSites } from './sites.ts'
import { targetLabel } from './targets.ts'
import type { DeskView } from './views.ts'

/** Reads the desk; what belongs to a plugin that is not there is left out. */
export async function readDesk(): Promise<DeskView> {
  const [holdings, sites] = await Promise.all([readHoldings('me', 'accounts', 'targets', 'shortcuts'), enabledSites()])
  const pluginOf = (accountId: string) => {
    const account = holdings.accounts.find(({ id }) => id === accountId)
    return account === undefined ? undefined : pluginById(account.pluginId)
  }
  return {
    me: holdings.me,
    accounts: holdings.accounts.map(({ settings, ...account }) => ({
      ...account,
      ...settingsToShow(pluginById(account.pluginId)?.account ?? {}, settings),
    })),
    targets: holdings.targets.flatMap((target) => {
      const plugin = pluginOf(target.accountId)
      if (plugin?.target === undefined) return []
      const { settings, storedSecrets } = settingsToShow(plugin.target.fields, target.fields)
      return [
        {
          id: target.id,
          accountId: target.accountId,
          label: targetLabel(plugin, target),
          fields: settings,
          storedSecrets,
        },
      ]
    }),
    shortcuts: holdings.shortcuts,
    sites,
  }
}
