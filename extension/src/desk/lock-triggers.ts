/** What locks the vault without being asked: time, idleness, the computer's own lock. @module */
import { browser } from 'wxt/browser'
import { readPreferences } from './preferences.ts'
import { lockInTime, lockUnlessItStays } from './vault-session.ts'

const ALARM = 'lock'

/** Listens for all of them; to be called whenever the background starts. */
export function followLockTriggers(): void {
  browser.idle.onStateChanged.addListener((state) => {
    if (state !== 'active') void lockUnlessItStays()
  })
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void lockInTime()
  })
  void setIdleTime()
}

/** Tells the browser after how long it is to report that nobody is there. */
export async function setIdleTime(): Promise<void> {
  browser.idle.setDetectionInterval((await readPreferences()).idleMinutes * 60)
}

/** Looks each minute while the vault is unlocked: where the computer slept, no idleness is reported. */
export async function watchTheClock(isUnlocked: boolean): Promise<void> {
  if (isUnlocked) await browser.alarms.create(ALARM, { periodInMinutes: 1 })
  else await browser.alarms.clear(ALARM)
}
