/** The window that asks before an action reaches into somebody's computer, and what waits for it. @module */
import { browser } from 'wxt/browser'
import type { PageRecord } from '../messages.ts'
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
  /** Whether its link is made already and only to be opened. */
  readonly isPrepared?: true
  /** Whether it was done already: it is not done again without a click. */
  readonly isDone?: true
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

/** Notes that it was done in this window. */
export async function noteDone(windowId: number): Promise<void> {
  await changeWaiting((known) => {
    const waiting = known[windowId]
    return waiting === undefined ? known : { ...known, [windowId]: { ...waiting, isDone: true } }
  })
}

/** The user closed a window: what waited in it is not done. */
export async function forgetControl(windowId: number): Promise<void> {
  await changeWaiting(({ [windowId]: _, ...others }) => others)
}

async function changeWaiting(change: (known: WaitingByWindow) => WaitingByWindow): Promise<void> {
  await navigator.locks.request(KEY, async () => {
    await browser.storage.session.set({ [KEY]: change(await waitingByWindow()) })
  })
}

async function waitingByWindow(): Promise<WaitingByWindow> {
  return ((await browser.storage.session.get({ [KEY]: {} }))[KEY] ?? {}) as WaitingByWindow
}

function isSame(known: WaitingControl | undefined, wanted: WaitingControl): boolean {
  if (known === undefined || known.isDone || known.isPrepared) return false
  const { record, ...own } = known
  const { record: wantedRecord, ...wantedOwn } = wanted
  return (
    JSON.stringify([own, record?.kind, record?.key]) ===
    JSON.stringify([wantedOwn, wantedRecord?.kind, wantedRecord?.key])
  )
}
