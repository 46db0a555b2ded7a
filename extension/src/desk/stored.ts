/** What the vault holds, as the desk knows it: each kind of record, its form, and what the index says of it. @module */
import type { Fact, Fields } from '@joinery/sdk'
import type { RawValues } from '@joinery/sdk/host'
import { isColour, type ShortcutColour } from '../shortcut-colours.ts'
import type { Content, Values } from '../vault/content.ts'
import { valuesOf } from '../vault/content.ts'
import { oneLine } from '../vault/fold.ts'
import type { IndexEntry } from '../vault/index-page.ts'
import type { Json } from '../vault/json.ts'
import type { VaultRecord } from '../vault/records.ts'

/** The user's own profile. */
export type StoredMe = { readonly [F in Fact]?: string }

/** What every stored thing has. */
interface Stored {
  readonly id: string
  /** The version that was read. */
  readonly revision: number
  /** The policy's name for it, where it comes from there. */
  readonly managed?: string
}

/** An account as stored; secrets stand in its settings as plain text, so this never leaves desk and vault. */
export interface StoredAccount extends Stored {
  readonly pluginId: string
  readonly name: string
  readonly settings: RawValues
  readonly me: StoredMe
  /** Where it stands among the others; it was made then. */
  readonly position: number
  /** The ids of the targets that the policy set up in it. */
  readonly managedTargets?: readonly string[]
}

/** A target as stored. */
export interface StoredTarget extends Stored {
  readonly accountId: string
  readonly fields: RawValues
  /** Whether actions that ask first go ahead without a question. */
  readonly asksNoMore?: true
}

/** A shortcut as stored. */
export interface StoredShortcut extends Stored {
  readonly name: string
  readonly accountId: string
  readonly action: string
  readonly targetId?: string
  readonly inPage: boolean
  /** A link for a guest is shown with all ways to hand it out, instead of copied. */
  readonly opensInvitation?: true
  /** Where it is not in the popup's list. */
  readonly inPopup?: false
  readonly colour?: ShortcutColour
  /** The rules of the sites on whose pages alone it stands. */
  readonly sites?: readonly string[]
  readonly position: number
  /** Its place among those that are pinned to the top of the popup; absent, where it is not. */
  readonly pin?: number
}

/** Something to be stored. */
export type ToStore<Item extends Stored> = Omit<Item, 'id' | 'revision'>

// Secrets have a prefix of their own, so that neither lists nor search come near them.
const PLAIN = 'field.'
const SECRET = 'secret.'
const ME = 'me.'

/** The profile in a record. */
export function meIn({ values }: VaultRecord): StoredMe {
  return namesAfter(ME, values) as StoredMe
}

/** A profile as a record's values. */
export function meValues(me: StoredMe): Values {
  return namesBehind(ME, me)
}

/** The account in a record. */
export function accountIn({ id, revision, values }: VaultRecord): StoredAccount {
  const { pluginId, name, position } = values
  const own = { pluginId: textOf(pluginId), name: textOf(name), position: numberOf(position) }
  const targets = Array.isArray(values.managedTargets) ? { managedTargets: values.managedTargets.map(textOf) } : {}
  return {
    id,
    revision,
    ...managedIn(values),
    ...targets,
    ...own,
    settings: fieldsIn(values),
    me: namesAfter(ME, values),
  }
}

/** An account as a record's values; `fields` tell which settings are secret. */
export function accountValues(account: ToStore<StoredAccount>, fields: Fields): Values {
  const { pluginId, name, position, managed, settings, me } = account
  return { pluginId, name, position, ...managedIn({ managed }), ...fieldValues(settings, fields), ...meValues(me) }
}

/** The target in a record. */
export function targetIn({ id, revision, values }: VaultRecord): StoredTarget {
  const own = { accountId: textOf(values.accountId), fields: fieldsIn(values) }
  return { id, revision, ...managedIn(values), ...own, ...(values.asksNoMore === true ? { asksNoMore: true } : {}) }
}

/** A target as a record's values. */
export function targetValues(
  { accountId, managed, fields, asksNoMore }: ToStore<StoredTarget>,
  declared: Fields,
): Values {
  return {
    accountId,
    ...managedIn({ managed }),
    ...(asksNoMore ? { asksNoMore } : {}),
    ...fieldValues(fields, declared),
  }
}

/** The shortcut in a record. */
export function shortcutIn({ id, revision, values }: VaultRecord): StoredShortcut {
  const { name, accountId, action, targetId, inPage, opensInvitation, inPopup, colour, sites, position, pin } = values
  return {
    id,
    revision,
    ...managedIn(values),
    name: textOf(name),
    accountId: textOf(accountId),
    action: textOf(action),
    ...(typeof targetId === 'string' ? { targetId } : {}),
    inPage: inPage === true,
    ...(opensInvitation === true ? { opensInvitation } : {}),
    ...(inPopup === false ? { inPopup } : {}),
    ...(isColour(colour) ? { colour } : {}),
    ...(Array.isArray(sites) && sites.length > 0 ? { sites: sites.map(textOf) } : {}),
    position: numberOf(position),
    ...(typeof pin === 'number' ? { pin } : {}),
  }
}

/** A shortcut as a record's values. */
export function shortcutValues({ targetId, managed, pin, ...shortcut }: ToStore<StoredShortcut>): Values {
  return {
    ...shortcut,
    ...managedIn({ managed }),
    ...(targetId === undefined ? {} : { targetId }),
    ...(pin === undefined ? {} : { pin }),
  }
}

/** What lists and search know of a record. */
export function describe(content: Content): IndexEntry | undefined {
  const values = valuesOf(content)
  const { kind } = content
  switch (kind) {
    case 'me':
      return { kind, label: '' }
    case 'account':
      return { kind, label: textOf(values.name) }
    case 'shortcut':
      return { kind, group: textOf(values.accountId), label: textOf(values.name) }
    case 'target': {
      const fields = namesAfter(PLAIN, values)
      const terms = Object.values(fields).flatMap((value) => texts(value))
      return { kind, group: textOf(values.accountId), label: labelOfTarget(fields), terms }
    }
    case 'text':
      return { kind, label: textOf(values.language) }
    case 'certificate':
      return { kind, label: textOf(values.name) }
    case 'link':
      return { kind, group: textOf(values.accountId), label: labelOfLink(values) }
    case 'journal':
      return { kind, group: textOf(values.day), label: '' }
    default:
      return undefined
  }
}

/** What tells a link from the others of its account: the record that it is for. */
export function labelOfLink({ site, kind, key }: { readonly [part in 'site' | 'kind' | 'key']?: unknown }): string {
  return oneLine(JSON.stringify([site, kind, key].map(textOf)))
}

/** What a target is called: its label, else the first thing that it has and that is no secret. */
export function labelOfTarget(fields: RawValues): string {
  const [first = ''] = Object.values(fields).flatMap((value) =>
    typeof value === 'number' ? [String(value)] : texts(value),
  )
  return textOf(fields.label) || first
}

// What people look for; a number is a quantity, such as minutes, and ids are texts.
function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  // A list's rows, such as a session's participants.
  if (Array.isArray(value)) return value.flatMap((row) => Object.values(row ?? {}).flatMap(texts))
  return []
}

function fieldsIn(values: Values): RawValues {
  return { ...namesAfter(PLAIN, values), ...namesAfter(SECRET, values) }
}

function fieldValues(settings: RawValues, fields: Fields): Values {
  const isSecret = (name: string) => Object.hasOwn(fields, name) && fields[name]?.type === 'secret'
  const names = Object.keys(settings)
  return {
    ...namesBehind(
      PLAIN,
      only(
        settings,
        names.filter((name) => !isSecret(name)),
      ),
    ),
    ...namesBehind(SECRET, only(settings, names.filter(isSecret))),
  }
}

function only(settings: RawValues, names: readonly string[]): RawValues {
  return Object.fromEntries(names.map((name) => [name, settings[name]]))
}

function namesAfter(prefix: string, values: Values): { readonly [name: string]: never } {
  const found = Object.entries(values).filter(([name]) => name.startsWith(prefix))
  return Object.fromEntries(found.map(([name, value]) => [name.slice(prefix.length), value as never]))
}

function namesBehind(prefix: string, values: RawValues): Values {
  const present = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(present.map(([name, value]) => [`${prefix}${name}`, value as Json]))
}

function managedIn({ managed }: { readonly managed?: unknown }): { readonly managed?: string } {
  return typeof managed === 'string' ? { managed } : {}
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
