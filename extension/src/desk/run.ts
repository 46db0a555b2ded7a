/** The way of one click: button and record in, an opened link out, a line in the journal. @module */

import { PluginError } from '@joinery/sdk'
import { i18n } from '#i18n'
import { asksForInput, type FormPlace, openActionForm } from './action-form.ts'
import { chooseTarget, unstoredTarget } from './choose-target.ts'
import type { Click } from './click.ts'
import { askToConfirm, countedDoubts } from './confirm-window.ts'
import { beginUnasked } from './control.ts'
import { atHome } from './demo.ts'
import { handOutLinks } from './hand-out-links.ts'
import { readMe } from './holdings.ts'
import { note } from './journal.ts'
import { entryFor } from './journal-entry.ts'
import { launch, opensSomething } from './launch.ts'
import { linkToRecord } from './links.ts'
import { type Meant, meantBy } from './meant.ts'
import { perform } from './perform.ts'
import { contactIn, meOn } from './person.ts'
import { prepareLink } from './prepared-links.ts'
import { problemOf } from './problem.ts'
import { leavesTargetOpen } from './shortcuts.ts'
import { labelOfTarget } from './stored.ts'
import type { PersonView, Problem, RunReply } from './views.ts'
import { openControlWindow, type WaitingControl } from './waiting-control.ts'

/** What a click turned out to mean, as soon as that is clear. */
interface Known {
  meant?: Meant
}

/** How a click ended, and what the journal says of it. */
interface Ended {
  readonly reply: RunReply
  readonly targetId?: string | undefined
  /** Whether the user is asked something first. */
  readonly isAsked?: boolean
  /** Whether the journal is written where it goes on. */
  readonly isNotedElsewhere?: boolean
}

/** Does what a click means, and opens or hands out what that gives; tells the page no more than how it ended. */
export async function runClick(click: Click): Promise<RunReply> {
  const known: Known = {}
  const ended = await endOf(click, known).catch(failed)
  // The user's click is not kept waiting for the journal.
  if (ended.isNotedElsewhere !== true) void noteClick(click, known, ended)
  return ended.reply
}

async function endOf(click: Click, known: Known): Promise<Ended> {
  const [meant, me] = await Promise.all([meantBy(click), readMe()])
  known.meant = meant
  const doubts = await countedDoubts(click)
  if (meant.action.asksFirst !== undefined) {
    return await ask(meant, click, doubts.length > 0 || meant.isNamedByPage === true)
  }
  if (doubts.length > 0) return { reply: await askToConfirm(click, doubts), isAsked: true }
  const whole = leavesTargetOpen(meant) ? await withTarget(meant, click) : meant
  if (whole === undefined) return await ask(meant, click)
  return await attempt(whole, click, me)
}

function failed(error: unknown): Ended {
  return { reply: { ok: false, problem: problemOf(error) } }
}

/** The same with the target that the record has; nothing, where the user has to say. */
async function withTarget(meant: Meant, { record, site }: Click): Promise<Meant | undefined> {
  const { account, action, plugin } = meant
  const search = { plugin, accountId: account.id, record, site }
  // What stands in the record now says more than what was done there once.
  const target = unstoredTarget(search, action) ?? (await chooseTarget(search))?.target
  return target === undefined ? undefined : { ...meant, target }
}

async function attempt(meant: Meant, click: Click, profile: PersonView): Promise<Ended> {
  const { account, action, actionName, plugin, target } = meant
  try {
    if (action.for === 'contact' && click.record === undefined) {
      throw new PluginError('missing', i18n.t('run.noRecord'))
    }
    if (asksForInput(action)) {
      return { reply: await openActionForm(formPlaceOf(meant), click), targetId: target?.id, isAsked: true }
    }
    const me = meOn(account, profile)
    const person = action.for === 'me' || click.record === undefined ? me : contactIn(click.record)
    const performed = await perform({ plugin, account, action: actionName, target, person })
    const { targetId } = performed
    const outcome = atHome(plugin, performed.outcome)
    // What was made in a record is what its other buttons mean.
    if (target === undefined && targetId !== undefined) {
      await linkToRecord({ ...click, accountId: account.id }, targetId).catch(console.error)
    }
    const about = { targetId: target?.id ?? targetId }
    if (outcome.type === 'app') {
      prepareLink(await openControlWindow({ ...waitingFor(meant, click), isPrepared: true }), outcome)
      return { reply: { ok: true, text: i18n.t('run.goesOn'), opened: true }, ...about }
    }
    if (outcome.type === 'links') {
      const title = target === undefined ? account.name : labelOfTarget(target.fields)
      const opensWindow = meant.opensInvitation === true
      const reply = await handOutLinks(outcome, { title, guest: person, me, place: click.place, opensWindow })
      return { reply, ...about }
    }
    const name = outcome.type === 'target' ? labelOfTarget(outcome.target) : meant.name
    const text = await launch(outcome, name, click.place, me)
    return { reply: { ok: true, text, opened: opensSomething(outcome) }, ...about }
  } catch (error) {
    return { reply: { ok: false, problem: problemOf(error, (field) => formOf(meant, field)) }, targetId: target?.id }
  }
}

// What is done goes into the journal there, when the user agreed, or needs not be asked.
async function ask(meant: Meant, click: Click, isDoubted = false): Promise<Ended> {
  const waiting = { ...waitingFor(meant, click), ...(isDoubted ? { isDoubted: true as const } : {}) }
  let goesAhead: Promise<boolean> = Promise.resolve(false)
  await openControlWindow(waiting, (windowId) => {
    goesAhead = beginUnasked(windowId, waiting)
  })
  const reply: RunReply = { ok: true, text: i18n.t('run.goesOn'), opened: true }
  return { reply, isAsked: true, isNotedElsewhere: await goesAhead }
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

async function noteClick(click: Click, { meant }: Known, { reply, targetId, isAsked }: Ended): Promise<void> {
  const profile = await readMe().catch(() => ({}))
  const done = isAsked ? 'asked' : 'done'
  note(
    entryFor({
      ...(meant && { account: meant.account, action: meant.actionName, for: meant.action.for }),
      profile,
      shortcutId: 'shortcutId' in click ? click.shortcutId : undefined,
      targetId: targetId ?? meant?.targetId,
      record: click.record,
      site: click.site,
      outcome: reply.ok ? done : reply.problem.code,
    }),
  )
}
