/** The companion extensions that the user has to decide on; nobody need open the settings to learn of them. @module */
import { browser } from 'wxt/browser'
import { followAddedPlugins } from '../../added-plugins.ts'
import { readAllowed } from './allowed.ts'
import { ASKS, readAsks } from './asks.ts'

/** How many there are: those that ask to be allowed, and those that ask for more than they were allowed. */
export async function countWaiting(): Promise<number> {
  const [asks, allowed] = await Promise.all([readAsks(), readAllowed()])
  const isNew = asks.filter(({ isRefused, tooOld }) => !isRefused && tooOld === undefined)
  const isSuspended = allowed.filter(({ asks: more, tooOld }) => more !== undefined && tooOld === undefined)
  return isNew.length + isSuspended.length
}

/** Tells of every change after which there may be more of them, or fewer. */
export function followWaiting(listener: () => void): void {
  followAddedPlugins(listener)
  browser.storage.local.onChanged.addListener((changes) => {
    if (ASKS in changes) listener()
  })
}
