/** What the control window shows, and what it does once the user agrees: the link goes to that window alone. @module */
import { type Action, type AppOutcome, type Outcome, type Plugin, PluginError } from '@joinery/sdk'
import { chooseAction } from '@joinery/sdk/host'
import { i18n } from '#i18n'
import { pluginById } from '../all-plugins.ts'
import type { Payload } from '../messages.ts'
import type { PageRecord } from '../page-messages.ts'
import { asksForInput, openActionForm } from './action-form.ts'
import { chooseTarget, type FoundTarget, ownTarget } from './choose-target.ts'
import { readAccount, readMe } from './holdings.ts'
import { note } from './journal.ts'
import { entryFor } from './journal-entry.ts'
import { launch, opensSomething } from './launch.ts'
import { linkToRecord } from './links.ts'
import { perform } from './perform.ts'
import { contactIn, meOn } from './person.ts'
import { takePreparedLink } from './prepared-links.ts'
import { inUserLanguage, problemOf, removedMeanwhile } from './problem.ts'
import { labelOfTarget, type StoredAccount, type StoredTarget } from './stored.ts'
import { setAsksNoMore } from './targets.ts'
import type { ControlReply, ControlTarget, ControlView, PersonView } from './views.ts'
import { forgetControl, noteBegun, noteEnded, type WaitingControl, waitingIn } from './waiting-control.ts'

// How long a link works the vendor does not say; after this, a new one is better asked for.
const FRESH_MILLISECONDS = 60_000

interface Resolved {
  readonly account: StoredAccount
  readonly plugin: Plugin
  readonly action: Action
}

/** What was begun for a window while it opened. */
interface Begun {
  readonly target: StoredTarget
  readonly reply: Promise<ControlReply>
}

// In memory alone: a background that was stopped meanwhile does not do it again by itself.
const begun = new Map<number, Promise<Begun | undefined>>()

/** Does what needs no question while the window still opens; resolves to whether it needs none. */
export async function beginUnasked(windowId: number, waiting: WaitingControl): Promise<boolean> {
  const beginning = begin(windowId, waiting).catch(() => undefined)
  begun.set(windowId, beginning)
  return (await beginning) !== undefined
}

async function begin(windowId: number, waiting: WaitingControl): Promise<Begun | undefined> {
  const resolved = await resolve(waiting)
  // What wants a form, or to be agreed to there, is not begun without it.
  if (asksForInput(resolved.action)) return undefined
  const found = await chooseTarget({ ...waiting, plugin: resolved.plugin })
  if (found === undefined || waiting.isDoubted || mustAsk(found)) return undefined
  const { target } = found
  return { target, reply: goAhead(windowId, waiting, resolved, target) }
}

/** The user closed the window. */
export async function endControl(windowId: number): Promise<void> {
  begun.delete(windowId)
  await forgetControl(windowId)
}

/** What a window shows, or a problem where what it waits for is gone. */
export async function readControl(windowId: number | undefined): Promise<ControlView> {
  try {
    const waiting = await waitingFor(windowId)
    const { account, action, plugin } = await resolve(waiting)
    const ahead = windowId === undefined ? undefined : await begun.get(windowId)
    const found = waiting.isPrepared ? undefined : await chooseTarget({ ...waiting, plugin })
    const view = {
      accountId: account.id,
      action: inUserLanguage(action.label),
      reachesIn: action.asksFirst !== undefined,
      targetName: inUserLanguage(plugin.target?.name ?? ''),
      ...personIn(waiting.record),
    }
    if (found === undefined) return { ok: true, ...view, asks: !waiting.isPrepared, maySearch: true, target: null }
    return {
      ok: true,
      ...view,
      asks:
        ahead?.target.id !== found.target.id &&
        (waiting.isDone === true || waiting.isDoubted === true || mustAsk(found)),
      maySearch: found.by !== 'shortcut',
      target: viewOf(found.target, action, plugin),
    }
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}

/** A target that the user picked in the window. */
export async function readChosen(windowId: number | undefined, targetId: string): Promise<ControlTarget | null> {
  const { account, action, plugin } = await resolve(await waitingFor(windowId))
  const target = await ownTarget(targetId, account.id)
  return target === undefined ? null : viewOf(target, action, plugin)
}

/** Does what the user agreed to, and gives the link to the window that asked; nobody else gets it, and it is kept nowhere. */
export async function goOnWithControl(
  windowId: number | undefined,
  { targetId, asksNoMore }: Payload<'control.goOn'>,
): Promise<ControlReply> {
  try {
    const waiting = await waitingFor(windowId)
    if (waiting.isPrepared) return prepared(windowId)
    const ahead = await takeBegun(windowId)
    if (ahead !== undefined && ahead.target.id === targetId) return await ahead.reply
    const resolved = await resolve(waiting)
    const target = targetId === undefined ? undefined : await ownTarget(targetId, resolved.account.id)
    if (target === undefined || (waiting.targetId ?? targetId) !== targetId) throw removedMeanwhile()
    if (asksForInput(resolved.action)) return await goOnInForm(resolved, waiting.action, target)
    if (asksNoMore !== (target.asksNoMore === true)) await setAsksNoMore(target, asksNoMore)
    return await goAhead(windowId, waiting, resolved, target)
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}

async function goOnInForm({ account }: Resolved, action: string, target: StoredTarget): Promise<ControlReply> {
  const reply = await openActionForm({ accountId: account.id, action, targetId: target.id })
  return reply.ok ? { ok: true, text: reply.text, opened: true } : reply
}

async function takeBegun(windowId: number | undefined): Promise<Begun | undefined> {
  if (windowId === undefined) return undefined
  const ahead = begun.get(windowId)
  begun.delete(windowId)
  return await ahead
}

// What a page names is asked for once; from then on it is linked.
function mustAsk({ by, target }: FoundTarget): boolean {
  return by === 'record' || target.asksNoMore !== true
}

async function goAhead(
  windowId: number | undefined,
  waiting: WaitingControl,
  resolved: Resolved,
  target: StoredTarget,
): Promise<ControlReply> {
  try {
    // The user may have closed the window before anything was asked of the vendor.
    if (windowId !== undefined && !(await noteBegun(windowId))) throw nothingWaits()
    return await attempt(waiting, resolved, target)
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  } finally {
    if (windowId !== undefined) await noteEnded(windowId)
  }
}

function prepared(windowId: number | undefined): ControlReply {
  const outcome = windowId === undefined ? undefined : takePreparedLink(windowId)
  if (outcome === undefined) throw nothingWaits()
  return { ok: true, link: linkOf(outcome), text: i18n.t('control.launchedOther') }
}

async function attempt(waiting: WaitingControl, resolved: Resolved, target: StoredTarget): Promise<ControlReply> {
  const { account, action, plugin } = resolved
  const { record, shortcutId, site } = waiting
  const profile = await readMe()
  const me = meOn(account, profile)
  const reply = await perform({
    plugin,
    account,
    action: waiting.action,
    target,
    person: action.for === 'contact' && record ? contactIn(record) : me,
  }).then(
    async ({ outcome }) => await handOver(outcome, labelOfTarget(target.fields), me),
    (error: unknown): ControlReply => ({ ok: false, problem: problemOf(error, formIn(plugin)) }),
  )
  const outcome = reply.ok ? 'done' : reply.problem.code
  const what = { account, action: waiting.action, for: action.for, targetId: target.id, shortcutId }
  note(entryFor({ ...what, profile, record, site, outcome }))
  if (reply.ok && waiting.targetId === undefined) await linkToRecord(waiting, target.id).catch(console.error)
  return reply
}

async function handOver(outcome: Outcome, name: string, me: PersonView): Promise<ControlReply> {
  if (outcome.type === 'app') return { ok: true, link: linkOf(outcome), text: i18n.t('control.launched', [name]) }
  const text = await launch(outcome, name, {}, me)
  return { ok: true, text, ...(opensSomething(outcome) ? { opened: true } : {}) }
}

function linkOf({ url, expiresAt }: AppOutcome): { readonly url: string; readonly freshUntil: number } {
  return { url, freshUntil: expiresAt ?? Date.now() + FRESH_MILLISECONDS }
}

async function waitingFor(windowId: number | undefined): Promise<WaitingControl> {
  const waiting = await waitingIn(windowId)
  if (waiting === undefined) throw nothingWaits()
  return waiting
}

function nothingWaits(): PluginError {
  return new PluginError('not-applicable', i18n.t('control.nothingWaits'))
}

async function resolve({ accountId, action: name }: WaitingControl): Promise<Resolved> {
  const account = await readAccount(accountId)
  const plugin = pluginById(account?.pluginId ?? '')
  if (account === undefined || plugin === undefined) throw removedMeanwhile()
  return { account, plugin, action: chooseAction(plugin, name, account.settings) }
}

function personIn(record: PageRecord | undefined): { readonly person: string; readonly company: string } {
  const { firstName = '', lastName = '', company = '' } = record === undefined ? {} : contactIn(record)
  return { person: `${firstName} ${lastName}`.trim(), company }
}

function viewOf(target: StoredTarget, { asksFirst }: Action, { target: declared }: Plugin): ControlTarget {
  const { id, fields, asksNoMore } = target
  const details = (asksFirst?.shows ?? []).flatMap((name) => {
    const field = declared?.fields[name]
    const value = fields[name]
    if (field === undefined || typeof value !== 'string' || value === '') return []
    const option = field.type === 'choice' ? field.options[value] : undefined
    return [{ label: inUserLanguage(field.label), text: option === undefined ? value : inUserLanguage(option) }]
  })
  const company = typeof fields.company === 'string' ? fields.company : ''
  return { id, label: labelOfTarget(fields), company, details, asksNoMore: asksNoMore === true }
}

function formIn({ account, target }: Plugin) {
  return (field: string) => {
    if (Object.hasOwn(target?.fields ?? {}, field)) return 'target'
    return Object.hasOwn(account, field) ? 'account' : undefined
  }
}
