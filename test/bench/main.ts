/** `pnpm bench`: every benchmark, or those named; exits 1 where a ratio is beyond its limit. @module */
import { ensureBrowser } from '../browsers/install.ts'
import { benchClick } from './click.ts'
import { benchLaunch } from './launch.ts'
import { benchLinks } from './links.ts'
import { benchMount } from './mount.ts'
import { benchNetviewer } from './netviewer.ts'
import { benchPopup } from './popup.ts'
import { benchReach } from './reach.ts'
import { benchRegistrations } from './registrations.ts'
import { keepsLimit, type Measurement, print } from './report.ts'
import { benchVault } from './vault.ts'

const benchmarks: Readonly<Record<string, () => readonly Measurement[] | Promise<readonly Measurement[]>>> = {
  links: benchLinks,
  mount: benchMount,
  click: benchClick,
  vault: benchVault,
  reach: benchReach,
  launch: benchLaunch,
  registrations: benchRegistrations,
  netviewer: benchNetviewer,
  popup: benchPopup,
}

const named = process.argv.slice(2)
const unknown = named.filter((name) => !Object.hasOwn(benchmarks, name))
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}; there are ${Object.keys(benchmarks).join(', ')}.`)
  process.exit(2)
}
await ensureBrowser('chromium')
const measurements: Measurement[] = []
for (const name of named.length > 0 ? named : Object.keys(benchmarks)) {
  for (const measurement of (await benchmarks[name]?.()) ?? []) {
    print(measurement)
    measurements.push(measurement)
  }
}
process.exit(measurements.every(keepsLimit) ? 0 : 1)
