/** The way of one click: shortcut and record in, an opened link out, a line in the journal. @module */

import { PluginError } from '@joinery/sdk'
import { i18n } from '#i18n'
import type { Doubt, PageRecord } from '../page-messages.ts'
import { asksForInput, type FormPlace, openActionForm } from './action-form.ts'
import { chooseTarget, unstoredTarget } from './choose-target.ts'
import { askToConfirm, countedDoubts } from './confirm-window.ts'
import { beginUnasked } from './control.ts'
import { readMe, readShortcut } from './holdings.ts'
import { type JournalEntry, writeJournal } from './journal.ts'
import { launch, opensSomething, type Place } from './launch.ts'
import { linkToRecord } from './links.ts'
import { perform } from './perform.ts'
import { contactIn, meOn } from './person.ts'
import { prepareLink } from './prepared-links.ts'
import { problemOf } from './problem.ts'
import { leavesTargetOpen, type ResolvedShortcut, resolve } from './shortcuts.ts'
import { labelOfTarget } from './stored.ts'
import type { Problem, RunReply } from './views.ts'
import { openControlWindow, type WaitingControl } from './waiting-control.ts'

/** Where a click came from. */
export interface Click {
  readonly shortcutId: string
  /** What the page shows, where it shows a record. */
  readonly record: PageRecord | undefined
  /** The page's origin, for the journal. */
  readonly site: string | undefined
  /** Beside which tab to open. */
  readonly place: Place
  /** Why it may not be what the user meant. */
  readonly doubts?: readonly Doubt[]
}

/** Runs a shortcut and opens or hands out what it gives; tells the page no more than how it ended. */
export async function runShortcut(click: Click): Promise<RunReply> {
  try {
    const [shortcut, me] = await Promise.all([readShortcut(click.shortcutId), readMe()])
    const resolved = shortcut === undefined ? undefined : await resolve(shortcut)
    if (resolved === undefined) throw new PluginError('not-applicable', i18n.t('run.noShortcut'))
    const doubts = await countedDoubts(click)
    if (resolved.action.asksFirst !== undefined) return await ask(resolved, click, doubts.length > 0)
    if (doubts.length > 0) return await askToConfirm(click, doubts)
    const whole = leavesTargetOpen(resolved) ? await withTarget(resolved, click) : resolved
    if (whole === undefined) return await ask(resolved, click)
    const reply = await attempt(whole, click, me)
    // The user's click is not kept waiting for the journal.
    void writeJournal(lineFor(resolved, click, reply)).catch(console.error)
    return reply
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}

/** The shortcut with the target that the record has; nothing, where the user has to say. */
async function withTarget(resolved: ResolvedShortcut, { record, site }: Click): Promise<ResolvedShortcut | undefined> {
  const { account, action, plugin } = resolved
  const search = { plugin, accountId: account.id, record, site }
  // What stands in the record now says more than what was done there once.
  const target = unstoredTarget(search, action) ?? (await chooseTarget(search))?.target
  return target === undefined ? undefined : { ...resolved, target }
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
    if (asksForInput(action)) return await openActionForm(formPlaceOf(resolved), click)
    const me = meOn(account, profile)
    const person = action.for === 'me' || click.record === undefined ? me : contactIn(click.record)
    const { outcome, targetId } = await perform({ plugin, account, action: shortcut.action, target, person })
    // What was made in a record is what its other buttons mean.
    if (target === undefined && targetId !== undefined) {
      await linkToRecord({ ...click, accountId: account.id }, targetId).catch(console.error)
    }
    if (outcome.type === 'app') {
      prepareLink(await openControlWindow({ ...waitingFor(resolved, click), isPrepared: true }), outcome)
      return { ok: true, text: i18n.t('run.goesOn'), opened: true }
    }
    const name = outcome.type === 'target' ? labelOfTarget(outcome.target) : shortcut.name
    const text = await launch(outcome, name, click.place, me)
    return { ok: true, text, opened: opensSomething(outcome) }
  } catch (error) {
    return { ok: false, problem: problemOf(error, (field) => formOf(resolved, field)) }
  }
}

// What is done goes into the journal there, when the user agreed.
async function ask(resolved: ResolvedShortcut, click: Click, isDoubted = false): Promise<RunReply> {
  const waiting = { ...waitingFor(resolved, click), ...(isDoubted ? { isDoubted: true as const } : {}) }
  await openControlWindow(waiting, (windowId) => beginUnasked(windowId, waiting))
  return { ok: true, text: i18n.t('run.goesOn'), opened: true }
}

function waitingFor({ account, shortcut }: ResolvedShortcut, { record, site }: Click): WaitingControl {
  return {
    accountId: account.id,
    action: shortcut.action,
    shortcutId: shortcut.id,
    ...(shortcut.targetId === undefined ? {} : { targetId: shortcut.targetId }),
    ...(record === undefined ? {} : { record }),
    ...(site === undefined ? {} : { site }),
  }
}

function formPlaceOf({ account, shortcut, target }: ResolvedShortcut): FormPlace {
  const { action } = shortcut
  return { accountId: account.id, action, ...(target === undefined ? {} : { targetId: target.id }) }
}

function formOf({ plugin, action }: ResolvedShortcut, field: string): Problem['form'] {
  if (field in (plugin.target?.fields ?? {})) return 'target'
  return field in plugin.account ? 'account' : action.for
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
