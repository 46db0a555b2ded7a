/** The window that asks before an action reaches into somebody's computer, and what waits for it. @module */
import { browser } from 'wxt/browser'
import type { PageRecord } from '../page-messages.ts'
import { bringToFront, openOwnWindow } from './own-window.ts'

/** What is to be done once the user agrees in the window that was opened for it. */
export interface WaitingControl {
  readonly accountId: string
  readonly action: string
  readonly shortcutId?: string
  /** The target, where it is no question. */
  readonly targetId?: string
  readonly record?: PageRecord
  readonly site?: string
  /** Whether the click may not have been meant, so that the user is asked in any case. */
  readonly isDoubted?: true
  /** Whether its link is made already and only to be opened. */
  readonly isPrepared?: true
  /** Whether it was begun already: it is not done again without a click. */
  readonly isDone?: true
  /** Whether nobody knows yet how that ended. */
  readonly isRunning?: true
}

type WaitingByWindow = { readonly [windowId: string]: WaitingControl }

const KEY = 'waitingControls'
const PAGE = '/control.html'
const SIZE = { width: 460, height: 520 }

/**
 * Opens a window for it, or brings the one to the front that asks the same.
 *
 * @param onOpened called with a new window's id before its page can ask for anything.
 */
export async function openControlWindow(
  waiting: WaitingControl,
  onOpened: (windowId: number) => void = () => {},
): Promise<number> {
  return await navigator.locks.request(KEY, async () => {
    const known = await waitingByWindow()
    const same = Object.keys(known).find((windowId) => isSame(known[windowId], waiting))
    if (same !== undefined && (await bringToFront(Number(same)))) return Number(same)
    const windowId = await openOwnWindow(PAGE, SIZE)
    await browser.storage.session.set({ [KEY]: { ...known, [windowId]: waiting } })
    onOpened(windowId)
    return windowId
  })
}

/** What waits for the user in a window; it is known by the time that the window's page asks. */
export async function waitingIn(windowId: number | undefined): Promise<WaitingControl | undefined> {
  if (windowId === undefined) return undefined
  return await navigator.locks.request(KEY, async () => (await waitingByWindow())[windowId])
}

/** Notes that it is done in this window from now on; whether anything still waits in it. */
export async function noteBegun(windowId: number): Promise<boolean> {
  return await changeWaiting(windowId, (waiting) => ({ ...waiting, isDone: true, isRunning: true }))
}

/** Notes that it ended, however it did. */
export async function noteEnded(windowId: number): Promise<void> {
  await changeWaiting(windowId, ({ isRunning: _, ...waiting }) => waiting)
}

/** The user closed a window: what waited in it is not done. */
export async function forgetControl(windowId: number): Promise<void> {
  await navigator.locks.request(KEY, async () => {
    const { [windowId]: _, ...others } = await waitingByWindow()
    await browser.storage.session.set({ [KEY]: others })
  })
}

async function changeWaiting(windowId: number, change: (waiting: WaitingControl) => WaitingControl): Promise<boolean> {
  return await navigator.locks.request(KEY, async () => {
    const known = await waitingByWindow()
    const waiting = known[windowId]
    if (waiting === undefined) return false
    await browser.storage.session.set({ [KEY]: { ...known, [windowId]: change(waiting) } })
    return true
  })
}

async function waitingByWindow(): Promise<WaitingByWindow> {
  return ((await browser.storage.session.get({ [KEY]: {} }))[KEY] ?? {}) as WaitingByWindow
}

function isSame(known: WaitingControl | undefined, wanted: WaitingControl): boolean {
  // What is still under way is not begun a second time.
  if (known === undefined || (known.isDone && !known.isRunning) || known.isPrepared) return false
  const { record, isDone: _done, isRunning: _running, ...own } = known
  const { record: wantedRecord, ...wantedOwn } = wanted
  return (
    JSON.stringify([own, record?.kind, record?.key]) ===
    JSON.stringify([wantedOwn, wantedRecord?.kind, wantedRecord?.key])
  )
}
