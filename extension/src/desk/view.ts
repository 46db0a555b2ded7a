/** What the options page shows of the desk. @module */
import { pluginById } from '../all-plugins.ts'
import {
  countTargets,
  findTargets,
  readAccount,
  readAccounts,
  readOwnProfile,
  readShortcuts,
  readTarget,
} from './holdings.ts'
import { readPolicy } from './policy.ts'
import { settingsToShow } from './settings.ts'
import { chosenSites } from './site-choices.ts'
import { enabledSites } from './sites.ts'
import { labelOfTarget, type StoredAccount } from './stored.ts'
import type { AccountView, DeskView, TargetLines, TargetView } from './views.ts'

/** Reads the desk; targets, which may be many, are counted only. */
export async function readDesk(): Promise<DeskView> {
  const [profile, accounts, shortcuts, sites, policy, trusted, unfloating] = await Promise.all([
    readOwnProfile(),
    readAccounts(),
    readShortcuts(),
    enabledSites(),
    readPolicy(),
    chosenSites('trustedSites'),
    chosenSites('sitesWithoutFloating'),
  ])
  return {
    me: profile.me,
    ...(profile.stored === undefined ? {} : { meStored: profile.stored }),
    accounts: await Promise.all(accounts.map(viewOfAccount)),
    shortcuts,
    sites,
    wantedSites: policy.sites,
    trustedSites: trusted,
    sitesWithoutFloating: unfloating,
    mayAddAccounts: policy.allowAddingAccounts,
  }
}

/** Targets by what was typed. */
export async function readTargets(query: string, accountId: string | undefined, limit: number): Promise<TargetLines> {
  const [{ lines, more }, accounts] = await Promise.all([findTargets(query, accountId, limit), readAccounts()])
  const managed = new Set(accounts.flatMap(({ managedTargets = [] }) => managedTargets))
  const targets = lines.map(({ id, group, label }) => ({ id, accountId: group, label, isManaged: managed.has(id) }))
  return { targets, more }
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

async function viewOfAccount(stored: StoredAccount): Promise<AccountView> {
  const { id, revision, pluginId, name, settings, me, managed } = stored
  return {
    ...{ id, revision, pluginId, name, me },
    ...settingsToShow(pluginById(pluginId)?.account ?? {}, settings),
    isManaged: managed !== undefined,
    targets: await countTargets(id),
  }
}
