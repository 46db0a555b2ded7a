/** What a click means: the account and action behind its button, and the target as far as that is known yet. @module */
import { type Action, type Plugin, PluginError } from '@joinery/sdk'
import { i18n } from '#i18n'
import { meantByChoice } from './chosen-target.ts'
import type { ChosenItem, Click } from './click.ts'
import { readShortcut } from './holdings.ts'
import { meantByHref, meantByLink } from './link-click.ts'
import { actionOfItem } from './menu-item.ts'
import { resolve } from './shortcuts.ts'
import type { StoredAccount, StoredTarget } from './stored.ts'
import { suggestionsFor } from './suggestions.ts'

/** What is to be done. */
export interface Meant {
  readonly account: StoredAccount
  readonly plugin: Plugin
  readonly action: Action
  readonly actionName: string
  readonly target: StoredTarget | undefined
  /** What is said to have been opened, in the page too: nothing that the page's script may not know. */
  readonly name: string
  /** What the user is asked about, in our own windows alone. */
  readonly question: string
  readonly shortcutId?: string
  /** The stored target that is meant whatever the record says. */
  readonly targetId?: string
  /** A link for a guest is shown with all ways to hand it out, instead of copied. */
  readonly opensInvitation?: true
  /** A page chose the target among those that are stored. */
  readonly isNamedByPage?: true
}

/**
 * What a click means.
 *
 * @throws PluginError where its button stands for nothing any more, or its link for nothing that is known.
 */
export async function meantBy(click: Click): Promise<Meant> {
  if ('link' in click) return await meantByLink(click.link)
  if ('item' in click) return await meantByItem(click.item)
  if ('chosen' in click) return await meantByChoice(click.chosen)
  if ('typed' in click) return await meantByText(click)
  return await meantByShortcut(click.shortcutId)
}

async function meantByText({ typed, record }: Extract<Click, { readonly typed: string }>): Promise<Meant> {
  const [best] = await suggestionsFor(typed, record)
  if (best === undefined) throw new PluginError('not-found', i18n.t('elsewhere.nothingFound'))
  const { stands } = best
  return 'chosen' in stands ? await meantByChoice(stands.chosen) : await meantByShortcut(stands.shortcutId)
}

async function meantByItem(item: ChosenItem): Promise<Meant> {
  if (item.href !== undefined) return await meantByHref(item.way, item.href)
  const found = await actionOfItem(item)
  return 'shortcutId' in found ? await meantByShortcut(found.shortcutId) : found
}

async function meantByShortcut(shortcutId: string): Promise<Meant> {
  const stored = await readShortcut(shortcutId)
  const resolved = stored === undefined ? undefined : await resolve(stored)
  if (resolved === undefined) throw new PluginError('not-applicable', i18n.t('run.noShortcut'))
  const { shortcut, ...parts } = resolved
  const { id, name, action: actionName, targetId, opensInvitation } = shortcut
  const own = {
    ...(targetId === undefined ? {} : { targetId }),
    ...(opensInvitation === undefined ? {} : { opensInvitation }),
  }
  return { ...parts, actionName, name, question: name, shortcutId: id, ...own }
}
