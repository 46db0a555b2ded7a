/** Spares the tests' Firefoxes their first start: what one makes of the browser's own scripts, the others take over. @module */
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { connectBidi } from './bidi.ts'
import { findBrowser } from './find.ts'
import { startFirefox } from './firefox-process.ts'
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary.ts'
import { PATIENCE_MILLISECONDS, until, within } from './wait.ts'

const VARIABLE = 'JOINERY_FIREFOX_WARM'
/** The compiled scripts, and of which browser they are: others it would throw away. */
const TAKEN_OVER = ['startupCache', 'compatibility.ini']

/** Runs once before all tests in Firefox; the workers inherit the variable. */
export default async function setup(): Promise<() => Promise<void>> {
  const profile = makeTemporaryFolder('warm')
  const executablePath = findBrowser('firefox')
  if (executablePath !== undefined) {
    const firefox = await startFirefox(executablePath, profile, true)
    const isThere = () => existsSync(join(profile, 'startupCache', 'scriptCache.bin'))
    // Firefox writes it a few seconds after its start; without it the tests are slower, and nothing else.
    await until('the compiled scripts', isThere, { milliseconds: PATIENCE_MILLISECONDS }).catch(() => undefined)
    const bidi = await connectBidi(`${firefox.address}/session`)
    await bidi.send('session.new', { capabilities: {} })
    await bidi.send('browser.close')
    await within('the end of Firefox', PATIENCE_MILLISECONDS, firefox.exited)
    process.env[VARIABLE] = profile
  }
  return async () => await removeTemporaryFolder(profile)
}

/** Gives a new profile what was made once. */
export function warm(profile: string): void {
  const source = process.env[VARIABLE]
  if (source === undefined) return
  for (const name of TAKEN_OVER) {
    if (existsSync(join(source, name))) cpSync(join(source, name), join(profile, name), { recursive: true })
  }
}
