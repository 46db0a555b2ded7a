/** The way of one click: shortcut and record in, an opened link out, a line in the journal. @module */

import { isPluginError, PluginError } from '@joinery/sdk'
import { type Capabilities, runAction } from '@joinery/sdk/host'
import { i18n } from '#i18n'
import type { PageRecord } from '../messages.ts'
import { type JournalEntry, readHoldings } from '../vault/store.ts'
import { writeJournal } from './journal.ts'
import { launch, type Place } from './launch.ts'
import { contactIn, meOn } from './person.ts'
import { problemOf } from './problem.ts'
import { type ResolvedShortcut, resolve } from './shortcuts.ts'
import type { Problem, RunReply } from './views.ts'

/** Where a click came from. */
export interface Click {
  readonly shortcutId: string
  /** What the page shows, where it shows a record. */
  readonly record: PageRecord | undefined
  /** The page's origin, for the journal. */
  readonly site: string | undefined
  /** Beside which tab to open. */
  readonly place: Place
}

/** Runs a shortcut and opens or hands out what it gives; tells the page no more than how it ended. */
export async function runShortcut(click: Click): Promise<RunReply> {
  const holdings = await readHoldings('me', 'accounts', 'targets', 'shortcuts')
  const shortcut = holdings.shortcuts.find(({ id }) => id === click.shortcutId)
  const resolved = shortcut === undefined ? undefined : resolve(shortcut, holdings)
  if (resolved === undefined) return { ok: false, problem: { code: 'not-applicable', text: i18n.t('run.noShortcut') } }
  const reply = await attempt(resolved, click, holdings.me)
  // The user's click is not kept waiting for the journal.
  void writeJournal(lineFor(resolved, click, reply))
  return reply
}

async function attempt(
  resolved: ResolvedShortcut,
  click: Click,
  profile: Parameters<typeof meOn>[1],
): Promise<RunReply> {
  const { account, action, plugin, shortcut, target } = resolved
  try {
    if (action.for === 'contact' && click.record === undefined) {
      throw new PluginError('missing', i18n.t('run.noRecord'))
    }
    const person = action.for === 'me' || click.record === undefined ? meOn(account, profile) : contactIn(click.record)
    const outcome = await runAction(
      {
        plugin,
        action: shortcut.action,
        account: account.settings,
        target: target?.fields ?? {},
        person,
        now: Date.now(),
      },
      capabilities(),
    )
    const text = await launch(outcome, shortcut.name, click.place)
    return { ok: true, text, opened: outcome.type === 'tab' || outcome.type === 'popup' }
  } catch (error) {
    if (!isPluginError(error)) console.error(error)
    return { ok: false, problem: problemOf(error, (field) => formOf(resolved, field)) }
  }
}

function formOf({ plugin, action }: ResolvedShortcut, field: string): Problem['form'] {
  if (field in (plugin.target?.fields ?? {})) return 'target'
  return field in plugin.account ? 'account' : action.for
}

function capabilities(): Capabilities {
  return {
    fetch: (...args) => fetch(...args),
    random: (byteCount) => crypto.getRandomValues(new Uint8Array(byteCount)),
    now: Date.now,
    signal: new AbortController().signal,
    log: (message) => console.info(message),
    progress: () => {},
    save: () =>
      Promise.reject(new PluginError('not-permitted', 'Targets cannot be stored before the vault is set up.')),
  }
}

function lineFor({ shortcut }: ResolvedShortcut, { record, site }: Click, reply: RunReply): JournalEntry {
  return {
    at: Date.now(),
    shortcutId: shortcut.id,
    action: shortcut.action,
    ...(site === undefined ? {} : { site }),
    ...(record === undefined ? {} : { record: { kind: record.kind, key: record.key } }),
    outcome: reply.ok ? 'done' : reply.problem.code,
  }
}
