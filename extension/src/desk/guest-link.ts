/** The link that a guest gets, for a shortcut's target: what the account's own invitation by link gives. @module */
import { type Action, type Fact, type Plugin, PluginError } from '@joinery/sdk'
import { i18n } from '#i18n'
import type { PageRecord } from '../page-messages.ts'
import { asksForInput } from './action-form.ts'
import type { Click } from './click.ts'
import { atHome } from './demo.ts'
import { note } from './journal.ts'
import { entryFor } from './journal-entry.ts'
import type { Meant } from './meant.ts'
import { perform } from './perform.ts'
import { contactIn, lackingFacts } from './person.ts'
import type { LinkReply } from './popup-views.ts'
import { problemOf } from './problem.ts'
import { actionsOf, type NamedAction } from './shortcuts.ts'
import type { StoredAccount } from './stored.ts'

/** An account's action that gives a guest a link of their own, where it has one. */
export function guestAction(plugin: Plugin, account: StoredAccount): NamedAction | undefined {
  return actionsOf(plugin, account).find(({ action }) => givesGuestLink(action))
}

/** What a record lacks for it. */
export function guestLacks(
  plugin: Plugin,
  account: StoredAccount,
  record: PageRecord | undefined,
): readonly Fact[] | undefined {
  const found = guestAction(plugin, account)
  if (found === undefined) return undefined
  return lackingFacts(record === undefined ? {} : contactIn(record), found.action.needs ?? [])
}

/** The guest's link, for one of our own pages to show; nothing is opened or copied. */
export async function guestLinkOf(
  { account, plugin, target }: Pick<Meant, 'account' | 'plugin' | 'target'>,
  { record, site }: Pick<Click, 'record' | 'site'>,
): Promise<LinkReply> {
  try {
    const action = guestAction(plugin, account)?.name
    if (action === undefined) throw new PluginError('not-applicable', i18n.t('error.notApplicable'))
    if (record === undefined) throw new PluginError('missing', i18n.t('run.noRecord'))
    const performed = await perform({ plugin, account, action, target, person: contactIn(record) })
    const outcome = atHome(plugin, performed.outcome)
    // One that itself grants access is not for a screen.
    if (outcome.type !== 'links' || outcome.guest === undefined || outcome.sensitive === true) {
      throw new PluginError('not-applicable', i18n.t('error.notApplicable'))
    }
    // What is shown is handed out.
    note(entryFor({ account, action, for: 'contact', targetId: target?.id, record, site, outcome: 'done' }))
    return {
      ok: true,
      link: outcome.guest,
      ...(outcome.expiresAt === undefined ? {} : { expiresAt: outcome.expiresAt }),
    }
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}

// Only links are made without asking anybody, so only they may be had by the way.
function givesGuestLink(action: Action): boolean {
  return action.for === 'contact' && action.kind === 'link' && !asksForInput(action)
}
