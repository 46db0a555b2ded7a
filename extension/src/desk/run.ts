/** The way of one click: button and record in, an opened link out, a line in the journal. @module */

import { PluginError } from '@joinery/sdk'
import { i18n } from '#i18n'
import { asksForInput, type FormPlace, openActionForm } from './action-form.ts'
import { chooseTarget, unstoredTarget } from './choose-target.ts'
import type { Click } from './click.ts'
import { askToConfirm, countedDoubts } from './confirm-window.ts'
import { beginUnasked } from './control.ts'
import { handOutLinks } from './hand-out-links.ts'
import { readMe } from './holdings.ts'
import { type JournalEntry, writeJournal } from './journal.ts'
import { launch, opensSomething } from './launch.ts'
import { linkToRecord } from './links.ts'
import { type Meant, meantBy } from './meant.ts'
import { perform } from './perform.ts'
import { contactIn, meOn } from './person.ts'
import { prepareLink } from './prepared-links.ts'
import { problemOf } from './problem.ts'
import { leavesTargetOpen } from './shortcuts.ts'
import { labelOfTarget } from './stored.ts'
import type { Problem, RunReply } from './views.ts'
import { openControlWindow, type WaitingControl } from './waiting-control.ts'

/** Does what a click means, and opens or hands out what that gives; tells the page no more than how it ended. */
export async function runClick(click: Click): Promise<RunReply> {
  try {
    const [meant, me] = await Promise.all([meantBy(click), readMe()])
    const doubts = await countedDoubts(click)
    if (meant.action.asksFirst !== undefined) {
      return await ask(meant, click, doubts.length > 0 || meant.isNamedByPage === true)
    }
    if (doubts.length > 0) return await askToConfirm(click, doubts)
    const whole = leavesTargetOpen(meant) ? await withTarget(meant, click) : meant
    if (whole === undefined) return await ask(meant, click)
    const reply = await attempt(whole, click, me)
    // The user's click is not kept waiting for the journal.
    void writeJournal(lineFor(meant, click, reply)).catch(console.error)
    return reply
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}

/** The same with the target that the record has; nothing, where the user has to say. */
async function withTarget(meant: Meant, { record, site }: Click): Promise<Meant | undefined> {
  const { account, action, plugin } = meant
  const search = { plugin, accountId: account.id, record, site }
  // What stands in the record now says more than what was done there once.
  const target = unstoredTarget(search, action) ?? (await chooseTarget(search))?.target
  return target === undefined ? undefined : { ...meant, target }
}

async function attempt(meant: Meant, click: Click, profile: Parameters<typeof meOn>[1]): Promise<RunReply> {
  const { account, action, actionName, plugin, target } = meant
  try {
    if (action.for === 'contact' && click.record === undefined) {
      throw new PluginError('missing', i18n.t('run.noRecord'))
    }
    if (asksForInput(action)) return await openActionForm(formPlaceOf(meant), click)
    const me = meOn(account, profile)
    const person = action.for === 'me' || click.record === undefined ? me : contactIn(click.record)
    const { outcome, targetId } = await perform({ plugin, account, action: actionName, target, person })
    // What was made in a record is what its other buttons mean.
    if (target === undefined && targetId !== undefined) {
      await linkToRecord({ ...click, accountId: account.id }, targetId).catch(console.error)
    }
    if (outcome.type === 'app') {
      prepareLink(await openControlWindow({ ...waitingFor(meant, click), isPrepared: true }), outcome)
      return { ok: true, text: i18n.t('run.goesOn'), opened: true }
    }
    if (outcome.type === 'links') {
      const title = target === undefined ? account.name : labelOfTarget(target.fields)
      const opensWindow = meant.opensInvitation === true
      return await handOutLinks(outcome, { title, guest: person, me, place: click.place, opensWindow })
    }
    const name = outcome.type === 'target' ? labelOfTarget(outcome.target) : meant.name
    const text = await launch(outcome, name, click.place, me)
    return { ok: true, text, opened: opensSomething(outcome) }
  } catch (error) {
    return { ok: false, problem: problemOf(error, (field) => formOf(meant, field)) }
  }
}

// What is done goes into the journal there, when the user agreed.
async function ask(meant: Meant, click: Click, isDoubted = false): Promise<RunReply> {
  const waiting = { ...waitingFor(meant, click), ...(isDoubted ? { isDoubted: true as const } : {}) }
  await openControlWindow(waiting, (windowId) => beginUnasked(windowId, waiting))
  return { ok: true, text: i18n.t('run.goesOn'), opened: true }
}

function waitingFor({ account, actionName, shortcutId, targetId }: Meant, { record, site }: Click): WaitingControl {
  return {
    accountId: account.id,
    action: actionName,
    ...(shortcutId === undefined ? {} : { shortcutId }),
    ...(targetId === undefined ? {} : { targetId }),
    ...(record === undefined ? {} : { record }),
    ...(site === undefined ? {} : { site }),
  }
}

function formPlaceOf({ account, actionName, target }: Meant): FormPlace {
  return { accountId: account.id, action: actionName, ...(target === undefined ? {} : { targetId: target.id }) }
}

function formOf({ plugin, action }: Meant, field: string): Problem['form'] {
  if (field in (plugin.target?.fields ?? {})) return 'target'
  return field in plugin.account ? 'account' : action.for
}

function lineFor(
  { account, actionName, shortcutId, targetId }: Meant,
  { record, site }: Click,
  reply: RunReply,
): JournalEntry {
  return {
    at: Date.now(),
    ...(shortcutId === undefined ? { accountId: account.id } : { shortcutId }),
    ...(shortcutId !== undefined || targetId === undefined ? {} : { targetId }),
    action: actionName,
    ...(site === undefined ? {} : { site }),
    ...(record === undefined ? {} : { record: { kind: record.kind, key: record.key } }),
    outcome: reply.ok ? 'done' : reply.problem.code,
  }
}
