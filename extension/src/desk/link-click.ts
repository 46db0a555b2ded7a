/** What a click beside a link means: account and action by its button, the target by what the link says. @module */
import { type Action, PluginError } from '@joinery/sdk'
import { type RawValues, recognizeLink } from '@joinery/sdk/host'
import { i18n } from '#i18n'
import { isOver, unstored } from './choose-target.ts'
import type { ClickedLink, Way } from './click.ts'
import { filledBy, fitting, tellingFields } from './link-fields.ts'
import type { Meant } from './meant.ts'
import { type LinkButton, linkButtons, wayOf } from './page-links.ts'
import { inUserLanguage } from './problem.ts'
import { labelOfTarget, type StoredTarget } from './stored.ts'
import { targetsWith } from './targets-with.ts'

/**
 * What is meant. A link chooses among what is stored, with the settings and secrets that are stored with it; where nothing
 * is, it may fill in what the plugin reads from links, and nothing else.
 *
 * @throws PluginError where the button stands for nothing any more, the link is not what its button is for, or what it
 * names would have to be stored, and is not, or more than once.
 */
export async function meantByLink({ buttonId, href }: ClickedLink): Promise<Meant> {
  const button = (await linkButtons()).find(({ id }) => id === buttonId)
  if (button === undefined) throw new PluginError('not-applicable', i18n.t('error.notApplicable'))
  const { id: _, ...parts } = button
  const said = saidBy(button, href)
  const known = await storedTarget(button, said)
  if (known === undefined && !mayBeUnstored(button.action)) {
    throw new PluginError('not-found', i18n.t('run.unknownTarget'))
  }
  const target = known ?? unstored(button.account.id, said.values)
  return {
    ...parts,
    target,
    ...(known === undefined ? {} : { targetId: known.id }),
    isNamedByPage: true,
    name: inUserLanguage(button.plugin.target?.name ?? ''),
    question: questionAbout(button, target),
  }
}

/**
 * What is meant by a link alone. Of several accounts, the one that has what the link names stored is the right one.
 *
 * @throws PluginError where no account fits, or none more than the others.
 */
export async function meantByHref(way: Way, href: string): Promise<Meant> {
  const fitting = (await linkButtons()).filter(({ action }) => wayOf(action) === way)
  const tried = await Promise.allSettled(fitting.map(({ id }) => meantByLink({ buttonId: id, href })))
  const meant = tried.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []))
  const stored = meant.filter(({ targetId }) => targetId !== undefined)
  const [only, ...others] = stored.length > 0 ? stored : meant
  if (only === undefined || others.length > 0) throw new PluginError('not-found', i18n.t('run.unknownTarget'))
  return only
}

/** What a link says: every field that it fills, and those by which a stored target is known. */
interface Said {
  readonly values: RawValues
  readonly telling: RawValues
}

function saidBy({ account, plugin }: LinkButton, href: string): Said {
  const declared = plugin.target?.fields ?? {}
  for (const recognition of plugin.recognize ?? []) {
    const values = fitting(
      declared,
      recognizeLink({ ...plugin, recognize: [recognition] }, href, account.settings) ?? {},
    )
    const { names, isAnyEnough } = tellingFields(declared, filledBy(recognition))
    const present = names.filter((name) => Object.hasOwn(values, name))
    const isEnough = isAnyEnough ? present.length > 0 : present.length === names.length
    if (isEnough) return { values, telling: Object.fromEntries(present.map((name) => [name, values[name]])) }
  }
  throw new PluginError('not-applicable', i18n.t('run.strangeLink'))
}

// Of several, none is taken for the right one. Secrets are in no index, so what is told by one alone is not looked for.
async function storedTarget({ account, plugin }: LinkButton, { telling }: Said): Promise<StoredTarget | undefined> {
  const open = Object.entries(telling).filter(([name]) => plugin.target?.fields[name]?.type !== 'secret')
  const found = await targetsWith(account.id, Object.fromEntries(open))
  const [only, ...others] = found.filter((target) => !isOver(plugin, target))
  return others.length === 0 ? only : undefined
}

/** Whether an action gives no more than a link for what a page filled in. */
function mayBeUnstored({ asksFirst, kind }: Action): boolean {
  return kind === 'link' && asksFirst === undefined
}

function questionAbout({ account, action, plugin }: LinkButton, { fields }: StoredTarget): string {
  const declared = plugin.target?.fields ?? {}
  const shown = Object.fromEntries(Object.entries(fields).filter(([name]) => declared[name]?.type !== 'secret'))
  const what = [inUserLanguage(plugin.target?.name ?? ''), labelOfTarget(shown)].filter((part) => part !== '').join(' ')
  return `${inUserLanguage(action.label)}: ${what} · ${account.name}`
}
