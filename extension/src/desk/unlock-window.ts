/** The window that unlocks the vault, and the click that waits for it. @module */
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { bringToFront, openOwnWindow } from './own-window.ts'
import { type Click, runShortcut } from './run.ts'
import type { RunReply } from './views.ts'
import { whereItStands } from './waiting-click.ts'

/** A click that goes on once the vault is unlocked in the window that was opened for it. */
interface WaitingClick {
  readonly windowId: number
  /** Milliseconds since 1970. */
  readonly at: number
  /** Nothing, where the user wanted no more than to unlock. */
  readonly click: Click | undefined
}

const KEY = 'waitingClick'
const PAGE = '/unlock.html'
const SIZE = { width: 420, height: 460 }
// Whoever comes back later does not expect a room to open.
const LONGEST_WAIT_MILLISECONDS = 3 * 60_000

/** Opens the window, or brings it to the front; the latest click is the one that goes on. */
export async function askToUnlock(click?: Click): Promise<RunReply> {
  await navigator.locks.request(KEY, async () => {
    const before = await waitingClick()
    const isOpen = before !== undefined && (await bringToFront(before.windowId))
    const windowId = isOpen ? before.windowId : await openOwnWindow(PAGE, SIZE)
    const waiting: WaitingClick = { windowId, at: Date.now(), click }
    await browser.storage.session.set({ [KEY]: waiting })
  })
  return { ok: false, problem: { code: 'locked', text: i18n.t('run.unlockFirst') } }
}

/** Goes on with the click that this window was opened for, or `null` where there is none; once only. */
export async function goOn(windowId: number | undefined): Promise<RunReply | null> {
  const waiting = await navigator.locks.request(KEY, async () => {
    const stored = await waitingClick()
    if (stored?.windowId === windowId) await browser.storage.session.remove(KEY)
    return stored
  })
  if (waiting?.click === undefined || waiting.windowId !== windowId) return null
  if (Date.now() - waiting.at > LONGEST_WAIT_MILLISECONDS) return null
  const click = await whereItStands(waiting.click)
  return click === undefined ? null : await runShortcut(click)
}

/** The user closed a window: what waited for it does not go on. */
export async function forgetWindow(windowId: number): Promise<void> {
  await navigator.locks.request(KEY, async () => {
    if ((await waitingClick())?.windowId === windowId) await browser.storage.session.remove(KEY)
  })
}

async function waitingClick(): Promise<WaitingClick | undefined> {
  return (await browser.storage.session.get(KEY))[KEY] as WaitingClick | undefined
}
