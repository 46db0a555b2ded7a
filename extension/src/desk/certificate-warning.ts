/** Warns of certificates that end soon: by the toolbar's icon, looked at once a day. @module */
import { browser } from 'wxt/browser'
import { redrawBadge } from './badge.ts'
import { readPreferences } from './preferences.ts'

const ALARM = 'certificates'
const DAY_MINUTES = 24 * 60

/** Draws the icon anew, and lets the browser wake us once a day as long as something is watched. */
export async function warnOfCertificates(): Promise<void> {
  const { certificateEnds = [] } = await readPreferences()
  await redrawBadge()
  if (certificateEnds.length === 0) await browser.alarms.clear(ALARM)
  else await browser.alarms.create(ALARM, { periodInMinutes: DAY_MINUTES })
}

/** Looks when the alarm says so; to be called whenever the background starts. */
export function followCertificateAlarm(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void redrawBadge().catch(console.error)
  })
}
