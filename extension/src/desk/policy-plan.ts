/** What a policy wants in the vault: records by the policy's own names, and what it says that no plugin can use. @module */
import { type Fields, isPluginError, type Plugin } from '@joinery/sdk'
import { chooseAction, type RawValues } from '@joinery/sdk/host'
import { i18n } from '#i18n'
import { pluginById } from '../all-plugins.ts'
import type { Values } from '../vault/content.ts'
import type { PolicyAccount, PolicyTarget } from './policy-accounts.ts'
import type { Policy } from './policy-form.ts'
import { inUserLanguage } from './problem.ts'
import { settingsToShow, settingsToStore } from './settings.ts'
import { accountValues, labelOfTarget, shortcutValues, targetValues } from './stored.ts'

/** A record that the policy wants. */
export interface Wanted {
  /** The policy's name for it: `account`, `account/target` or `account/target/action`. */
  readonly managed: string
  readonly kind: 'account' | 'target' | 'shortcut'
  readonly pluginId: string
  /** The values, given the ids of what is wanted. */
  values(idOf: (managed: string) => string): Values
}

/** What is wanted, and what is wrong. */
export interface Plan {
  readonly wanted: readonly Wanted[]
  /** The paths of everything that is wrong with the policy. */
  readonly faults: readonly string[]
  /** Keys of which the policy says something wrong: what stands in the vault of them stays as it is. */
  readonly unclear: readonly string[]
}

interface Part {
  readonly wanted: readonly Wanted[]
  readonly faults?: readonly string[]
  readonly unclear?: readonly string[]
}

const LONGEST_NAME = 100

/** The plan for a policy. */
export function planFor({ accounts, faults, unclear }: Policy): Plan {
  const parts = accounts.map(planForAccount)
  return {
    wanted: parts.flatMap(({ wanted }) => wanted),
    faults: [...faults, ...parts.flatMap((part) => part.faults ?? [])],
    unclear: [...unclear, ...parts.flatMap((part) => part.unclear ?? [])],
  }
}

// The policy's order, before what the user made, whose positions are times.
function positionOf(account: number, target = 0, action = 0): number {
  return account * 1_000_000 + target * 100 + action
}

function planForAccount(account: PolicyAccount): Part {
  const { path, index, key, name, plugin: pluginId, settings: given, targets } = account
  const plugin = pluginById(pluginId)
  if (plugin === undefined) return { wanted: [], faults: [`${path}.plugin`], unclear: [key] }
  const { settings, faults } = readSettings(plugin.account, given, `${path}.settings`)
  if (settings === undefined) return { wanted: [], faults, unclear: [key] }
  const parts = targets.map((target) => planForTarget({ plugin, index, key, settings }, target))
  const own: Wanted = {
    managed: key,
    kind: 'account',
    pluginId,
    values: () =>
      accountValues({ pluginId, name, settings, me: {}, position: positionOf(index), managed: key }, plugin.account),
  }
  return {
    wanted: [own, ...parts.flatMap(({ wanted }) => wanted)],
    faults: [...faults, ...parts.flatMap((part) => part.faults ?? [])],
    unclear: parts.flatMap((part) => part.unclear ?? []),
  }
}

interface PlannedAccount {
  readonly plugin: Plugin
  readonly index: number
  readonly key: string
  readonly settings: RawValues
}

function planForTarget({ plugin, index, key, settings }: PlannedAccount, target: PolicyTarget): Part {
  const managed = `${key}/${target.key}`
  const declared = plugin.target?.fields
  if (declared === undefined) return { wanted: [], faults: [target.path], unclear: [managed] }
  const { settings: fields, faults } = readSettings(declared, target.fields, `${target.path}.fields`)
  if (fields === undefined) return { wanted: [], faults, unclear: [managed] }
  const offered = Object.keys(plugin.actions).filter((action) => verbOf(plugin, settings, action) !== undefined)
  const actions = target.actions ?? offered.filter((action) => !administers(plugin, settings, action))
  const wrong = actions.flatMap((action, index) => (offered.includes(action) ? [] : `${target.path}.actions[${index}]`))
  const label = labelOfTarget(settingsToShow(declared, fields).settings)
  const own: Wanted = {
    managed,
    kind: 'target',
    pluginId: plugin.id,
    values: (idOf) => targetValues({ accountId: idOf(key), managed, fields }, declared),
  }
  const shortcuts = offered
    .filter((action) => actions.includes(action))
    .map((action, place): Wanted => {
      const name = i18n.t('shortcuts.suggestedName', [verbOf(plugin, settings, action) ?? '', label]).trim()
      return {
        managed: `${managed}/${action}`,
        kind: 'shortcut',
        pluginId: plugin.id,
        values: (idOf) =>
          shortcutValues({
            managed: `${managed}/${action}`,
            name: name.slice(0, LONGEST_NAME),
            accountId: idOf(key),
            targetId: idOf(managed),
            action,
            inPage: true,
            position: positionOf(index, target.index, place),
          }),
      }
    })
  return { wanted: [own, ...shortcuts], faults: [...faults, ...wrong] }
}

/** What an action is called where this account offers it for its targets. */
function verbOf(plugin: Plugin, settings: RawValues, name: string): string | undefined {
  try {
    const { on, label } = chooseAction(plugin, name, settings)
    return on === 'account' ? undefined : inUserLanguage(label)
  } catch (error) {
    if (isPluginError(error)) return undefined
    throw error
  }
}

// What administers has its place in the settings, and gets a button only where the policy names it.
function administers(plugin: Plugin, settings: RawValues, name: string): boolean {
  return chooseAction(plugin, name, settings).icon === 'manage'
}

interface ReadSettings {
  readonly settings?: RawValues
  readonly faults: readonly string[]
}

function readSettings(fields: Fields, given: RawValues, path: string): ReadSettings {
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(fields, name))
  const faults = unknown.map((name) => `${path}.${name}`)
  try {
    return { settings: settingsToStore(fields, typed(fields, given)), faults }
  } catch (error) {
    if (!isPluginError(error)) throw error
    return { faults: [...faults, [path, error.field].filter(Boolean).join('.')] }
  }
}

// Policies of Chromium hold texts; the other field types read those by themselves.
function typed(fields: Fields, given: RawValues): RawValues {
  const read = Object.entries(given).map(([name, value]) => {
    const type = Object.hasOwn(fields, name) ? fields[name]?.type : undefined
    return [name, typeof value === 'string' ? typedText(type, value) : value]
  })
  return Object.fromEntries(read)
}

function typedText(type: Fields[string]['type'] | undefined, text: string): unknown {
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  if (type !== 'list' && type !== 'file') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
