/** The lines of the popup: shortcuts, and what can be done with targets that were found by name. @module */
import type { Action, Plugin } from '@joinery/sdk'
import type { PageRecord } from '../page-messages.ts'
import { asksForInput } from './action-form.ts'
import { findActions, openValues } from './found-targets.ts'
import { guestLacks } from './guest-link.ts'
import { readMe } from './holdings.ts'
import { contactIn, lackingFacts, meOn } from './person.ts'
import type { PopupEntry } from './popup-views.ts'
import { inUserLanguage } from './problem.ts'
import { lastUses } from './recent.ts'
import { resolveAll } from './shortcuts.ts'
import type { StoredAccount, StoredShortcut, StoredTarget } from './stored.ts'
import type { PersonView } from './views.ts'

/** A line for each shortcut that still stands for something, in their order; the page is asked for its record meanwhile. */
export async function shortcutEntries(
  shortcuts: readonly StoredShortcut[],
  asking: Promise<PageRecord | undefined>,
): Promise<readonly PopupEntry[]> {
  const [me, uses, resolved, record] = await Promise.all([readMe(), lastUses(), resolveAll(shortcuts), asking])
  return resolved.map(({ shortcut: { id, name, colour, pin }, ...parts }) => {
    const usedAt = uses.get(id)
    return {
      ...entry(parts, me, record),
      way: { shortcutId: id },
      id,
      name,
      ...(colour === undefined ? {} : { colour }),
      ...(pin === undefined ? {} : { pin }),
      ...(usedAt === undefined ? {} : { usedAt }),
    }
  })
}

/** Lines for the targets that match what was typed: one for each way in that their account offers. */
export async function targetEntries(query: string, record: PageRecord | undefined): Promise<readonly PopupEntry[]> {
  const [found, me] = await Promise.all([findActions(query), readMe()])
  return found
    .filter(({ action }) => isOffered(action))
    .map(({ account, plugin, targetId, label, name, action }) => ({
      ...entry({ account, plugin, action, target: undefined }, me, record),
      way: { accountId: account.id, action: name, targetId },
      id: `${targetId}-${name}`,
      name: `${inUserLanguage(action.label)}: ${label}`,
    }))
}

// What administers, asks for more, or is about a whole account has its form in the settings.
function isOffered(action: Action): boolean {
  return action.on !== 'account' && !asksForInput(action) && action.icon !== 'schedule'
}

interface Parts {
  readonly account: StoredAccount
  readonly plugin: Plugin
  readonly action: Action
  readonly target: StoredTarget | undefined
}

function entry({ account, plugin, action, target }: Parts, me: PersonView, record: PageRecord | undefined) {
  const person = action.for === 'me' ? meOn(account, me) : record === undefined ? {} : contactIn(record)
  const lacksForGuest = guestLacks(plugin, account, record)
  return {
    icon: action.icon ?? 'join',
    account: `${account.name} · ${inUserLanguage(plugin.name)}`,
    for: action.for,
    lacking: lackingFacts(person, action.needs ?? []),
    ...(lacksForGuest === undefined ? {} : { lacksForGuest }),
    terms: target === undefined ? [] : openValues(plugin, target),
  }
}
