/** The lines of the popup: shortcuts, and what can be done with targets that were found by name. @module */
import type { Action, Plugin } from '@joinery/sdk'
import type { PageRecord } from '../page-messages.ts'
import { pluginById } from '../plugins.ts'
import type { IndexLine } from '../vault/index-page.ts'
import { asksForInput } from './action-form.ts'
import { guestLacks } from './guest-link.ts'
import { findTargets, readAccount, readMe, unlessDamaged } from './holdings.ts'
import { contactIn, lackingFacts, meOn } from './person.ts'
import type { PopupEntry } from './popup-views.ts'
import { inUserLanguage } from './problem.ts'
import { lastUses } from './recent.ts'
import { actionFor, resolveAll } from './shortcuts.ts'
import type { StoredAccount, StoredShortcut, StoredTarget } from './stored.ts'
import type { PersonView } from './views.ts'

/** More are not offered; who types more finds them. */
const MOST_TARGETS = 8

/** A line for each shortcut that still stands for something, in their order. */
export async function shortcutEntries(
  shortcuts: readonly StoredShortcut[],
  record: PageRecord | undefined,
): Promise<readonly PopupEntry[]> {
  const [me, uses, resolved] = await Promise.all([readMe(), lastUses(), resolveAll(shortcuts)])
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
  const [{ lines }, me] = await Promise.all([findTargets(query, undefined, MOST_TARGETS), readMe()])
  return (await Promise.all(lines.map((line) => entriesOf(line, me, record)))).flat()
}

// The index tells all that a line says: no target is opened while somebody types.
async function entriesOf(
  { id: targetId, group, label }: IndexLine,
  me: PersonView,
  record: PageRecord | undefined,
): Promise<readonly PopupEntry[]> {
  const account = await unlessDamaged(readAccount(group))
  const plugin = pluginById(account?.pluginId ?? '')
  if (account === undefined || plugin === undefined) return []
  return Object.keys(plugin.actions).flatMap((name) => {
    const action = actionFor(plugin, name, account)
    if (action === undefined || !isOffered(action)) return []
    return {
      ...entry({ account, plugin, action, target: undefined }, me, record),
      way: { accountId: account.id, action: name, targetId },
      id: `${targetId}-${name}`,
      name: `${inUserLanguage(action.label)}: ${label}`,
    }
  })
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

/** What a target may be found by: whatever is no secret. */
function openValues(plugin: Plugin, { fields }: StoredTarget): readonly string[] {
  const declared = plugin.target?.fields ?? {}
  return Object.entries(fields).flatMap(([name, value]) => {
    const isOpen = declared[name] !== undefined && declared[name].type !== 'secret'
    return isOpen && (typeof value === 'string' || typeof value === 'number') ? [String(value)] : []
  })
}
