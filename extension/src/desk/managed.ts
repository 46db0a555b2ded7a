/** Brings what the organisation's policy sets up into the vault: accounts, targets and their shortcuts. @module */
import { type Fields, isPluginError, type Plugin } from '@joinery/sdk'
import { chooseAction, type RawValues } from '@joinery/sdk/host'
import { i18n } from '#i18n'
import { pluginById } from '../plugins.ts'
import type { Values } from '../vault/content.ts'
import { type Json, sameJson } from '../vault/json.ts'
import { type Change, list, readRecords, type VaultRecord } from '../vault/records.ts'
import { newRecordId } from '../vault/seal.ts'
import type { Vault } from '../vault/vault.ts'
import { change, forget } from './holdings.ts'
import { type PolicyAccount, type PolicyTarget, readPolicy } from './policy.ts'
import { inUserLanguage } from './problem.ts'
import { settingsToStore } from './settings.ts'
import { accountValues, labelOfTarget, shortcutValues, targetValues } from './stored.ts'
import { vaultIfUnlocked } from './vault-session.ts'

/** A record that the policy wants, by the policy's name for it. */
interface Wanted {
  readonly managed: string
  readonly kind: 'account' | 'target' | 'shortcut'
  /** The values, given the ids of what is wanted. */
  values(idOf: (managed: string) => string): Values
}

const KINDS = ['account', 'target', 'shortcut'] as const

/**
 * Makes, changes and removes managed records, so that they are what the policy says; nothing, while the vault is locked.
 * Secrets are sealed with the rest. What the policy says wrongly is left out.
 */
export async function applyPolicy(): Promise<void> {
  const vault = await vaultIfUnlocked()
  if (vault === undefined) return
  const { accounts } = await readPolicy()
  await navigator.locks.request('policy', () => apply(vault, accounts.flatMap(wantedFor)))
}

async function apply(vault: Vault, wanted: readonly Wanted[]): Promise<void> {
  const present = await managedRecords(vault)
  if (wanted.length === 0 && present.size === 0) return
  const ids = new Map(wanted.map(({ managed }) => [managed, present.get(managed)?.id ?? newRecordId()]))
  const changes = wanted.flatMap(({ managed, kind, values }): readonly Change[] => {
    const id = ids.get(managed) ?? newRecordId()
    const before = present.get(managed)
    const after = { ...values((name) => ids.get(name) ?? ''), ...positionIn(before), managed }
    if (before === undefined) return [{ id, kind, values: after }]
    return sameJson(before.values, after) ? [] : [{ id, revision: before.revision, values: after }]
  })
  if (changes.length > 0) await change(vault, changes)
  const gone = [...present].filter(([managed]) => !ids.has(managed)).map(([, { id }]) => id)
  // What the user added to an account goes with it.
  const added = await Promise.all(gone.flatMap((id) => KINDS.slice(1).map((kind) => list(vault, kind, id))))
  if (gone.length > 0) await forget(vault, [...gone, ...added.flat().map(({ id }) => id)])
}

// Only an account that the policy set up has managed targets and shortcuts, so its own are all that is looked at.
async function managedRecords(vault: Vault): Promise<ReadonlyMap<string, VaultRecord>> {
  const accounts = (await recordsOf(vault, 'account')).filter(isManaged)
  const belonging = await Promise.all(
    accounts.flatMap(({ id }) => KINDS.slice(1).map((kind) => recordsOf(vault, kind, id))),
  )
  const records = [...accounts, ...belonging.flat().filter(isManaged)]
  return new Map(records.map((record) => [String(record.values.managed), record]))
}

async function recordsOf(vault: Vault, kind: string, group?: string): Promise<readonly VaultRecord[]> {
  const lines = await list(vault, kind, group)
  return (
    await readRecords(
      vault,
      lines.map(({ id }) => id),
    )
  ).records
}

function isManaged({ values }: VaultRecord): boolean {
  return typeof values.managed === 'string'
}

function positionIn(before: VaultRecord | undefined): { readonly position?: Json } {
  const position = before?.values.position
  return position === undefined ? {} : { position }
}

function wantedFor(account: PolicyAccount): readonly Wanted[] {
  const plugin = pluginById(account.plugin)
  const settings =
    plugin === undefined
      ? undefined
      : readable(() => settingsToStore(plugin.account, typed(plugin.account, account.settings)))
  if (plugin === undefined || settings === undefined) return []
  const own: Wanted = {
    managed: account.key,
    kind: 'account',
    values: () =>
      accountValues(
        { pluginId: plugin.id, name: account.name, settings, me: {}, position: Date.now() },
        plugin.account,
      ),
  }
  return [own, ...account.targets.flatMap((target) => wantedWith(plugin, account, target))]
}

function wantedWith(plugin: Plugin, account: PolicyAccount, target: PolicyTarget): readonly Wanted[] {
  const declared = plugin.target?.fields
  const fields =
    declared === undefined ? undefined : readable(() => settingsToStore(declared, typed(declared, target.fields)))
  if (declared === undefined || fields === undefined) return []
  const managed = `${account.key}/${target.key}`
  const label = labelOfTarget(fields)
  const offered = Object.keys(plugin.actions).filter((action) => isOffered(plugin, account, action))
  const actions = target.actions?.filter((action) => offered.includes(action)) ?? offered
  return [
    {
      managed,
      kind: 'target',
      values: (idOf) => targetValues({ accountId: idOf(account.key), fields }, declared),
    },
    ...actions.map(
      (action): Wanted => ({
        managed: `${managed}/${action}`,
        kind: 'shortcut',
        values: (idOf) =>
          shortcutValues({
            name: nameOf(plugin, account, action, label),
            accountId: idOf(account.key),
            targetId: idOf(managed),
            action,
            inPage: true,
            position: Date.now(),
          }),
      }),
    ),
  ]
}

// Policies of Chromium hold texts; the other field types read those by themselves.
function typed(fields: Fields, given: RawValues): RawValues {
  const booleans = Object.entries(given).map(([name, value]) => {
    const isBoolean = Object.hasOwn(fields, name) && fields[name]?.type === 'boolean'
    return [name, isBoolean && (value === 'true' || value === 'false') ? value === 'true' : value]
  })
  return Object.fromEntries(booleans)
}

function isOffered(plugin: Plugin, { settings }: PolicyAccount, action: string): boolean {
  const chosen = readable(() => chooseAction(plugin, action, settings))
  return chosen !== undefined && chosen.on !== 'account' && chosen.icon !== 'manage'
}

function nameOf(plugin: Plugin, { settings }: PolicyAccount, action: string, label: string): string {
  const chosen = readable(() => chooseAction(plugin, action, settings))
  const verb = chosen === undefined ? '' : inUserLanguage(chosen.label)
  return i18n.t('shortcuts.suggestedName', [verb, label]).trim()
}

function readable<Result>(read: () => Result): Result | undefined {
  try {
    return read()
  } catch (error) {
    if (isPluginError(error)) return undefined
    throw error
  }
}
