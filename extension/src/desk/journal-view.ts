/** The journal as the options page reads it: some lines at a time, days opened only as they are needed. @module */

import { pluginById } from '../all-plugins.ts'
import type { Payload } from '../messages.ts'
import { fold } from '../vault/fold.ts'
import { lineOfRecord, list, readRecords } from '../vault/records.ts'
import type { Vault } from '../vault/vault.ts'
import { readAccounts, readShortcuts } from './holdings.ts'
import { ENTRY, type JournalEntry } from './journal.ts'
import { dayOf } from './journal-keeping.ts'
import { inUserLanguage, sentenceFor } from './problem.ts'
import { actionFor } from './shortcuts.ts'
import type { StoredAccount } from './stored.ts'
import { unlockedVault } from './vault-session.ts'

/** A line with its names as they are now; `null` where what it names was removed. */
export interface JournalLine {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly user?: string
  readonly contact?: string
  readonly accountId?: string
  readonly account?: string | null
  readonly target?: string | null
  readonly shortcut?: string | null
  /** In the user's language; absent where nobody knows it any more. */
  readonly action?: string
  readonly icon?: string
  /** The site's host. */
  readonly site?: string
  readonly record?: { readonly kind: string; readonly key: string }
  readonly outcome: 'done' | 'asked' | 'failed'
  /** What went wrong: its code, and what that means. */
  readonly code?: string
  readonly text?: string
}

/** Some lines, and whether there are more. */
export interface JournalPage {
  readonly lines: readonly JournalLine[]
  readonly more: boolean
  /** How many of the days that were looked at do not open; they are kept as they are. */
  readonly damagedDays: number
}

type Query = Payload<'journal.read'>

interface Entry extends JournalEntry {
  readonly id: string
}

/** Lines by a query, the newest first. */
export async function readJournal(query: Query): Promise<JournalPage> {
  const vault = await unlockedVault()
  const nameLine = await namer(vault)
  const wanted = fold(query.text).split(' ').filter(Boolean)
  const lines: JournalLine[] = []
  let damagedDays = 0
  for (const ids of await daysFor(vault, query)) {
    const { entries, damaged } = await entriesIn(vault, ids)
    damagedDays += damaged
    for (const entry of entries) {
      if (!isInRange(entry, query)) continue
      const line = await nameLine(entry)
      if (!fits(line, query, wanted)) continue
      if (lines.length === query.limit) return { lines, more: true, damagedDays }
      lines.push(line)
    }
  }
  return { lines, more: false, damagedDays }
}

/** The newest lines that tell of something that went wrong, without names. */
export async function latestFailures(vault: Vault, limit: number): Promise<readonly JournalEntry[]> {
  const found: JournalEntry[] = []
  for (const ids of await daysFor(vault, {})) {
    const { entries } = await entriesIn(vault, ids)
    found.push(...entries.filter(({ outcome }) => outcomeOf(outcome) === 'failed'))
    if (found.length >= limit) break
  }
  return found.slice(0, limit)
}

/** The records of each day in question, the newest day first; a backup may have brought a second one for a day. */
async function daysFor(
  vault: Vault,
  { from, until, after }: Pick<Query, 'from' | 'until' | 'after'>,
): Promise<readonly (readonly string[])[]> {
  const first = from === undefined ? '' : dayOf(from)
  const ends = [until, after?.at].filter((end) => end !== undefined).map(dayOf)
  const byDay = Map.groupBy(await list(vault, 'journal'), ({ group }) => group)
  return [...byDay]
    .filter(([day]) => day >= first && ends.every((end) => day <= end))
    .toSorted(([one], [other]) => (one < other ? 1 : -1))
    .map(([, lines]) => lines.map(({ id }) => id))
}

async function entriesIn(vault: Vault, ids: readonly string[]) {
  const { records, damaged } = await readRecords(vault, ids)
  const entries = records.flatMap(({ values }) =>
    Object.entries(values).flatMap(([name, value]): readonly Entry[] =>
      name.startsWith(ENTRY) ? [{ ...(Object(value) as JournalEntry), id: name.slice(ENTRY.length) }] : [],
    ),
  )
  return { entries: entries.toSorted(newestFirst), damaged: damaged.length }
}

function newestFirst(one: { at: number; id: string }, other: { at: number; id: string }): number {
  if (one.id === other.id) return 0
  return other.at - one.at || (one.id < other.id ? 1 : -1)
}

function isInRange(entry: Entry, { from, until, after }: Query): boolean {
  if (from !== undefined && entry.at < from) return false
  if (until !== undefined && entry.at >= until) return false
  return after === undefined || newestFirst(after, entry) < 0
}

function fits(line: JournalLine, query: Query, wanted: readonly string[]): boolean {
  if (query.outcome !== undefined && line.outcome !== query.outcome) return false
  if (query.accountId !== undefined && line.accountId !== query.accountId) return false
  if (wanted.length === 0) return true
  const { user, contact, account, target, shortcut, action, site, record, code, text } = line
  const said = [user, contact, account, target, shortcut, action, site, record?.key, code, text]
  const whole = fold(said.filter((part) => typeof part === 'string').join('\n'))
  return wanted.every((word) => whole.includes(word))
}

function outcomeOf(outcome: string): JournalLine['outcome'] {
  return outcome === 'done' || outcome === 'asked' ? outcome : 'failed'
}

/** Puts names to lines; what was looked up once is known. */
async function namer(vault: Vault): Promise<(entry: Entry) => Promise<JournalLine>> {
  const [accounts, shortcuts] = await Promise.all([readAccounts(), readShortcuts()])
  const accountById = new Map(accounts.map((account) => [account.id, account]))
  const shortcutById = new Map(shortcuts.map((shortcut) => [shortcut.id, shortcut]))
  const labels = new Map<string, string | null>()

  async function labelOf(targetId: string): Promise<string | null> {
    const known = labels.get(targetId)
    if (known !== undefined) return known
    const line = await lineOfRecord(vault, targetId)
    const label = line?.kind === 'target' ? line.label : null
    labels.set(targetId, label)
    return label
  }

  return async (entry) => {
    const { id, at, user, contact, record, site, shortcutId } = entry
    const shortcut = shortcutId === undefined ? undefined : shortcutById.get(shortcutId)
    // Older lines name the shortcut alone.
    const accountId = entry.accountId ?? shortcut?.accountId
    const targetId = entry.targetId ?? shortcut?.targetId
    const account = accountId === undefined ? undefined : accountById.get(accountId)
    return {
      ...{ id, at },
      ...(user === undefined ? {} : { user }),
      ...(contact === undefined ? {} : { contact }),
      ...(accountId === undefined ? {} : { accountId, account: account?.name ?? null }),
      ...(targetId === undefined ? {} : { target: await labelOf(targetId) }),
      ...(shortcutId === undefined ? {} : { shortcut: shortcut?.name ?? null }),
      ...actionIn(entry, account),
      ...(site === undefined ? {} : { site: URL.parse(site)?.host ?? site }),
      ...(record === undefined ? {} : { record }),
      ...endingIn(entry),
    }
  }
}

function actionIn({ action: name, pluginId = '' }: Entry, account: StoredAccount | undefined) {
  if (name === undefined) return {}
  const plugin = pluginById(account?.pluginId ?? pluginId)
  const known = plugin !== undefined && Object.hasOwn(plugin.actions, name) ? plugin.actions[name]?.[0] : undefined
  const own = plugin === undefined || account === undefined ? undefined : actionFor(plugin, name, account)
  const shown = own ?? known
  if (shown === undefined) return { action: name }
  return { action: inUserLanguage(shown.label), ...(shown.icon === undefined ? {} : { icon: shown.icon }) }
}

function endingIn({ outcome: stored }: Entry): Pick<JournalLine, 'outcome' | 'code' | 'text'> {
  const outcome = outcomeOf(stored)
  if (outcome !== 'failed') return { outcome }
  const text = sentenceFor(stored)
  return { outcome, code: stored, ...(text === undefined ? {} : { text }) }
}
