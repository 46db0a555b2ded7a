/** What an item of the browser's menu means on a selected text, and the command for remote control without one. @module */
import { PluginError } from '@joinery/sdk'
import { recognizeText } from '@joinery/sdk/host'
import { i18n } from '#i18n'
import { fold, oneLine } from '../vault/fold.ts'
import { isOver, unstored } from './choose-target.ts'
import type { ChosenItem } from './click.ts'
import { firstPin } from './first-pin.ts'
import { findTargets, readShortcuts, readTarget } from './holdings.ts'
import { fitting } from './link-fields.ts'
import type { Meant } from './meant.ts'
import { type LinkButton, linkButtons, wayOf } from './page-links.ts'
import { inUserLanguage } from './problem.ts'
import { resolveAll } from './shortcuts.ts'
import { labelOfTarget, type StoredTarget } from './stored.ts'
import { targetsWith } from './targets-with.ts'

/** A text that somebody selects is a name or an id; of more, the beginning tells enough. */
const MOST_LETTERS = 200
const LINES_LOOKED_AT = 20
const MOST_IDS = 5

/**
 * What is to be done. A selected text chooses among what is stored by name or id, or fills in a token, as a link would: never
 * an account, a server, a secret that is stored.
 *
 * @throws PluginError where nothing of the user's own fits, or more than one.
 */
export async function actionOfItem({ way, text = '' }: ChosenItem): Promise<Meant | { readonly shortcutId: string }> {
  const typed = oneLine(text).slice(0, MOST_LETTERS)
  if (way === 'invite') return await firstInvite()
  if (way === 'join' && typed === '') return await firstOfMine()
  const buttons = (await linkButtons()).filter(({ action }) => wayOf(action) === way)
  const named = typed === '' ? [] : (await Promise.all(buttons.map((button) => namedBy(button, typed)))).flat()
  const [only, ...others] = named
  if (only !== undefined && others.length === 0) return only
  if (others.length > 0) throw new PluginError('not-found', i18n.t('run.unknownTarget'))
  if (way === 'control') return anyControl(buttons)
  throw new PluginError('not-found', i18n.t('elsewhere.noSuchTarget'))
}

async function firstOfMine(): Promise<{ readonly shortcutId: string }> {
  const shortcutId = await firstPin()
  if (shortcutId === undefined) throw new PluginError('not-applicable', i18n.t('elsewhere.noPin'))
  return { shortcutId }
}

async function firstInvite(): Promise<{ readonly shortcutId: string }> {
  const resolved = await resolveAll(await readShortcuts())
  const found = resolved.find(({ action }) => action.for === 'contact' && action.icon === 'invite')
  if (found === undefined) throw new PluginError('not-applicable', i18n.t('elsewhere.noInvite'))
  return { shortcutId: found.shortcut.id }
}

// The window then asks which device: the record's, or one that the user picks.
function anyControl(buttons: readonly LinkButton[]): Meant {
  const [button] = buttons
  if (button === undefined) throw new PluginError('not-applicable', i18n.t('elsewhere.noControl'))
  return meant(button, undefined)
}

async function namedBy(button: LinkButton, typed: string): Promise<readonly Meant[]> {
  const { account, action, plugin } = button
  const ids = recognizeText(plugin, typed).slice(0, MOST_IDS)
  const byId = await Promise.all(ids.map(({ field, value }) => targetsWith(account.id, { [field]: value })))
  const found = new Map([...byId.flat(), ...(await calledLike(button, typed))].map((target) => [target.id, target]))
  const standing = [...found.values()].filter((target) => !isOver(plugin, target))
  if (standing.length > 0) return standing.map((target) => meant(button, target))
  const [only, ...others] = ids
  if (only === undefined || others.length > 0 || action.kind !== 'link' || action.asksFirst !== undefined) return []
  const values = fitting(plugin.target?.fields ?? {}, { [only.field]: only.value })
  return Object.keys(values).length === 0 ? [] : [meant(button, unstored(account.id, values))]
}

async function calledLike({ account }: LinkButton, typed: string): Promise<readonly StoredTarget[]> {
  const { lines } = await findTargets(typed, account.id, LINES_LOOKED_AT)
  const same = lines.filter(({ label }) => fold(label) === fold(typed))
  const targets = await Promise.all(same.map(({ id }) => readTarget(id)))
  return targets.filter((target) => target !== undefined)
}

function meant({ id: _, ...parts }: LinkButton, target: StoredTarget | undefined): Meant {
  const { account, action, plugin } = parts
  const kind = inUserLanguage(plugin.target?.name ?? '')
  const isStored = target !== undefined && target.id !== ''
  return {
    ...parts,
    target,
    name: isStored ? labelOfTarget(target.fields) : kind,
    question: `${inUserLanguage(action.label)}: ${isStored ? labelOfTarget(target.fields) : kind} · ${account.name}`,
    ...(isStored ? { targetId: target.id, isNamedByPage: true as const } : {}),
  }
}
