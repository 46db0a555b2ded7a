/** Actions that the options page runs: with input, progress and a way to call them off. @module */
import { type Outcome, PluginError, type TableOutcome } from '@joinery/sdk'
import { chooseAction } from '@joinery/sdk/host'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { pluginById } from '../all-plugins.ts'
import type { Payload, ProgressNotice } from '../messages.ts'
import { takeRecordOfForm } from './action-form.ts'
import { ownTarget } from './choose-target.ts'
import { readAccount, readMe } from './holdings.ts'
import { note } from './journal.ts'
import { entryFor } from './journal-entry.ts'
import { launch } from './launch.ts'
import { linkToRecord } from './links.ts'
import { perform } from './perform.ts'
import { meOn } from './person.ts'
import { inUserLanguage, problemOf, removedMeanwhile } from './problem.ts'
import { labelOfTarget } from './stored.ts'
import type { ActionReply, PersonView, TableView } from './views.ts'
import { openControlWindow } from './waiting-control.ts'

interface Ended {
  readonly reply: ActionReply
  /** The target that it made. */
  readonly storedId?: string | undefined
  /** Whether the user is asked first, in a window. */
  readonly isAsked?: true
}

const running = new Map<string, AbortController>()

/** Runs an action of an account, or of one of its targets. */
export async function runFromForm(order: Payload<'action.run'>, tabId?: number): Promise<ActionReply> {
  const { runId, accountId, action, targetId } = order
  const life = new AbortController()
  running.set(runId, life)
  const { reply, isAsked, storedId } = await attempt(order, life.signal, tabId)
    .catch((error: unknown): Ended => ({ reply: { ok: false, problem: problemOf(error) } }))
    .finally(() => running.delete(runId))
  const [account, profile] = await Promise.all([readAccount(accountId), readMe()]).catch(() => [])
  const outcome = isAsked ? 'asked' : 'done'
  const what = { account, action, targetId: targetId ?? storedId, ...(profile === undefined ? {} : { profile }) }
  note(entryFor({ ...what, outcome: reply.ok ? outcome : reply.problem.code }))
  return reply
}

/** Calls a run off; what was sent already is waited for. */
export async function cancelRun({ runId }: Payload<'action.cancel'>): Promise<boolean> {
  const life = running.get(runId)
  life?.abort()
  return life !== undefined
}

async function attempt(order: Payload<'action.run'>, signal: AbortSignal, tabId: number | undefined): Promise<Ended> {
  const { runId, accountId, action, targetId, input, isConfirmed = false } = order
  const account = await readAccount(accountId)
  const plugin = pluginById(account?.pluginId ?? '')
  const target = targetId === undefined ? undefined : await ownTarget(targetId, accountId)
  if (account === undefined || plugin === undefined) throw removedMeanwhile()
  if (targetId !== undefined && target === undefined) throw removedMeanwhile()
  const chosen = chooseAction(plugin, action, account.settings)
  if (chosen.for === 'contact') throw new PluginError('missing', i18n.t('run.noRecord'))
  if (chosen.asksFirst !== undefined) {
    await openControlWindow({ accountId, action, ...(targetId === undefined ? {} : { targetId }) })
    return { reply: { ok: true, text: i18n.t('run.goesOn') }, isAsked: true }
  }
  const person = meOn(account, await readMe())
  const { outcome, targetId: storedId } = await perform({
    plugin,
    account,
    action,
    target,
    person,
    input,
    signal,
    isConfirmed,
    progress: (fraction, text) => tell(runId, fraction, text === undefined ? '' : inUserLanguage(text)),
  })
  // What was made from a record is what its buttons mean.
  if (target === undefined && storedId !== undefined) {
    const clicked = await takeRecordOfForm(tabId, { accountId, action })
    await linkToRecord({ ...clicked, accountId }, storedId).catch(console.error)
  }
  // What was made or changed is called what it is called now.
  const known = outcome.type === 'target' ? outcome.target : target?.fields
  return { reply: await handOver(outcome, known === undefined ? account.name : labelOfTarget(known), person), storedId }
}

async function handOver(outcome: Outcome, name: string, me: PersonView): Promise<ActionReply> {
  if (outcome.type === 'table')
    return { ok: true, text: i18n.t('run.rows', outcome.rows.length), table: shown(outcome) }
  return { ok: true, text: await launch(outcome, name, {}, me) }
}

function shown({ title, columns, rows }: TableOutcome): TableView {
  return {
    title: inUserLanguage(title),
    columns: columns.map(inUserLanguage),
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : inUserLanguage(cell)))),
  }
}

function tell(runId: string, fraction: number, text: string): void {
  const notice: ProgressNotice = { notice: 'progress', runId, fraction, text }
  // Where the page was closed, nobody hears it.
  void browser.runtime.sendMessage(notice).catch(() => {})
}
