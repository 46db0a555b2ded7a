/** The window that asks about a click that may not have been meant, and the click that waits in it. @module */
import { isPluginError } from '@joinery/sdk'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import type { AnyDoubt } from '../page-messages.ts'
import type { Click } from './click.ts'
import { meantBy } from './meant.ts'
import { openOwnWindow } from './own-window.ts'
import { contactIn } from './person.ts'
import { readPolicy } from './policy.ts'
import { runClick } from './run.ts'
import { chooseForSite, chosenSites } from './site-choices.ts'
import type { ConfirmView, RunReply } from './views.ts'
import { whereItStands } from './waiting-click.ts'

/** A click that goes on once the user says so. */
interface WaitingClick {
  readonly at: number
  readonly click: Click
  readonly doubts: readonly AnyDoubt[]
}

type WaitingByWindow = { readonly [windowId: string]: WaitingClick }

const KEY = 'doubtedClicks'
const PAGE = '/confirm.html'
const SIZE = { width: 420, height: 460 }
// Whoever comes back later does not expect a room to open.
const LONGEST_WAIT_MILLISECONDS = 3 * 60_000

/** The doubts about a click that count: on a site that is trusted, what the browser cannot see is none. */
export async function countedDoubts(click: Click): Promise<readonly AnyDoubt[]> {
  const doubts = click.doubts ?? []
  if (!doubts.includes('unseen') || click.site === undefined) return doubts
  // An organisation's own CRM is not asked about by each of its people.
  const trusted = [...(await chosenSites('trustedSites')), ...(await readPolicy()).sites]
  const isTrusted = trusted.includes(click.site)
  return isTrusted ? doubts.filter((doubt) => doubt !== 'unseen') : doubts
}

/** Opens the window for a click. */
export async function askToConfirm(click: Click, doubts: readonly AnyDoubt[]): Promise<RunReply> {
  await navigator.locks.request(KEY, async () => {
    const windowId = await openOwnWindow(PAGE, SIZE)
    const waiting: WaitingClick = { at: Date.now(), click, doubts }
    await browser.storage.session.set({ [KEY]: { ...(await waitingByWindow()), [windowId]: waiting } })
  })
  return { ok: true, text: i18n.t('run.goesOn'), opened: true }
}

/** What a window shows, or `null` where nothing waits in it. */
export async function readConfirm(windowId: number | undefined): Promise<ConfirmView | null> {
  const waiting = await navigator.locks.request(KEY, async () => (await waitingByWindow())[windowId ?? -1])
  if (waiting === undefined) return null
  const { click, doubts } = waiting
  const meant = await meantBy(click).catch(nothingAnyMore)
  if (meant === undefined) return null
  return {
    shortcut: meant.question,
    icon: meant.action.icon ?? 'join',
    site: click.site === undefined ? '' : new URL(click.site).host,
    person: click.record === undefined ? {} : contactIn(click.record),
    doubts,
  }
}

/** Does what waits in a window, once; `null` where nothing does, or for too long. */
export async function goOnWithClick(windowId: number | undefined, trusts: boolean): Promise<RunReply | null> {
  const waiting = await takeWaiting(windowId)
  if (waiting === undefined || Date.now() - waiting.at > LONGEST_WAIT_MILLISECONDS) return null
  const click = await whereItStands(waiting.click)
  if (click === undefined) return null
  if (trusts && click.site !== undefined) await chooseForSite('trustedSites', click.site, true)
  return await runClick({ ...click, doubts: [] })
}

/** The user closed a window: what waited in it is not done. */
export async function forgetClick(windowId: number): Promise<void> {
  await takeWaiting(windowId)
}

// What it was for may have gone while it waited.
function nothingAnyMore(error: unknown): undefined {
  if (!isPluginError(error)) throw error
}

async function takeWaiting(windowId: number | undefined): Promise<WaitingClick | undefined> {
  return await navigator.locks.request(KEY, async () => {
    const { [windowId ?? -1]: taken, ...others } = await waitingByWindow()
    if (taken !== undefined) await browser.storage.session.set({ [KEY]: others })
    return taken
  })
}

async function waitingByWindow(): Promise<WaitingByWindow> {
  return ((await browser.storage.session.get({ [KEY]: {} }))[KEY] ?? {}) as WaitingByWindow
}
