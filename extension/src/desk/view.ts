/** What the options page shows of the desk. @module */
import { pluginById } from '../plugins.ts'
import { countTargets, findTargets, readAccount, readAccounts, readMe, readShortcuts, readTarget } from './holdings.ts'
import { readPolicy } from './policy.ts'
import { settingsToShow } from './settings.ts'
import { enabledSites } from './sites.ts'
import { labelOfTarget, type StoredAccount } from './stored.ts'
import type { AccountView, DeskView, TargetLines, TargetView } from './views.ts'

/** Reads the desk; targets, which may be many, are counted only. */
export async function readDesk(): Promise<DeskView> {
  const [me, accounts, shortcuts, sites, policy] = await Promise.all([
    readMe(),
    readAccounts(),
    readShortcuts(),
    enabledSites(),
    readPolicy(),
  ])
  return {
    me,
    accounts: await Promise.all(accounts.map(viewOfAccount)),
    shortcuts,
    sites,
    wantedSites: policy.sites,
    mayAddAccounts: policy.allowAddingAccounts,
  }
}

/** Targets by what was typed. */
export async function readTargets(query: string, accountId: string | undefined, limit: number): Promise<TargetLines> {
  const { lines, more } = await findTargets(query, accountId, limit)
  return { targets: lines.map(({ id, group, label }) => ({ id, accountId: group, label })), more }
}

/** One target, or `null` where it is gone, or belongs to a plugin that is not there. */
export async function viewOfTarget(id: string): Promise<TargetView | null> {
  const target = await readTarget(id)
  const account = target === undefined ? undefined : await readAccount(target.accountId)
  const declared = pluginById(account?.pluginId ?? '')?.target?.fields
  if (target === undefined || declared === undefined) return null
  const { settings, storedSecrets } = settingsToShow(declared, target.fields)
  const { revision, accountId, managed } = target
  const isManaged = managed !== undefined
  const asksNoMore = target.asksNoMore === true
  return {
    id,
    revision,
    accountId,
    label: labelOfTarget(settings),
    fields: settings,
    storedSecrets,
    isManaged,
    asksNoMore,
  }
}

async function viewOfAccount({ settings, managed, position: _, ...account }: StoredAccount): Promise<AccountView> {
  return {
    ...account,
    ...settingsToShow(pluginById(account.pluginId)?.account ?? {}, settings),
    isManaged: managed !== undefined,
    targets: await countTargets(account.id),
  }
}
