/** What the address bar suggests: shortcuts and targets by what is typed. @module */
import type { PageRecord } from '../page-messages.ts'
import { fold } from '../vault/fold.ts'
import type { ChosenTarget } from './click.ts'
import { findActions, openValues } from './found-targets.ts'
import { readShortcuts } from './holdings.ts'
import { isWayIn } from './page-links.ts'
import { contactIn, lackingFacts } from './person.ts'
import { inUserLanguage } from './problem.ts'
import { type ResolvedShortcut, resolveAll } from './shortcuts.ts'

/** One line. */
export interface Suggestion {
  /** What the address bar shows once it is chosen: different for each line. */
  readonly content: string
  readonly name: string
  /** What tells it from others of the same name. */
  readonly detail: string
  readonly stands: { readonly shortcutId: string } | { readonly chosen: ChosenTarget }
}

/** More lines than this no browser shows. */
const MOST = 8

/** The best lines for a text, whatever its case, accents and order; without one, the shortcuts in their own order. */
export async function suggestionsFor(typed: string, record?: PageRecord): Promise<readonly Suggestion[]> {
  const resolved = (await resolveAll(await readShortcuts())).filter(({ action }) => isOffered(action, record))
  const words = fold(typed).split(' ').filter(Boolean)
  const found = resolved
    .map((shortcut) => ({ shortcut, text: textOf(shortcut) }))
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .toSorted((one, other) => rank(one.text, words) - rank(other.text, words))
    .map(({ shortcut }) => shortcut)
  const covered = new Set(found.map(({ shortcut }) => `${shortcut.targetId} ${shortcut.action}`))
  const targets = words.length === 0 ? [] : await targetsFor(typed)
  const others = targets.filter(({ stands }) => !covered.has(`${stands.chosen.targetId} ${stands.chosen.action}`))
  return unlike([...found.map(lineOf), ...others].slice(0, MOST))
}

function isOffered(action: ResolvedShortcut['action'], record: PageRecord | undefined): boolean {
  if (action.for === 'me') return true
  return record !== undefined && lackingFacts(contactIn(record), action.needs ?? []).length === 0
}

function textOf({ shortcut, account, action, plugin, target }: ResolvedShortcut): string {
  const values = target === undefined ? [] : openValues(plugin, target)
  return fold(
    [shortcut.name, ...values, account.name, inUserLanguage(action.label), inUserLanguage(plugin.name)].join(' '),
  )
}

// Those that start with what was typed, then those with a word that does, then the others.
function rank(text: string, words: readonly string[]): number {
  if (words.length === 0 || text.startsWith(words.join(' '))) return 0
  return words.every((word) => ` ${text}`.includes(` ${word}`)) ? 1 : 2
}

function lineOf({ shortcut, account }: ResolvedShortcut): Suggestion {
  return { content: shortcut.name, name: shortcut.name, detail: account.name, stands: { shortcutId: shortcut.id } }
}

async function targetsFor(typed: string) {
  const waysIn = (await findActions(typed)).filter(({ action }) => isWayIn(action))
  return waysIn.map(({ account, targetId, label, name, action }) => ({
    content: label,
    name: label,
    detail: `${inUserLanguage(action.label)} · ${account.name}`,
    stands: { chosen: { targetId, action: name } },
  }))
}

// Browsers leave out a line whose content another one has.
function unlike(lines: readonly Suggestion[]): readonly Suggestion[] {
  const seen = new Map<string, number>()
  return lines.map((line) => {
    const isTaken = seen.has(line.content)
    const content = isTaken ? `${line.content} · ${line.detail}` : line.content
    const count = (seen.get(content) ?? 0) + 1
    seen.set(content, count)
    return { ...line, content: count === 1 ? content : `${content} (${count})` }
  })
}
