/** Firefox as a process: started with a profile, ended for sure. @module */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type Bidi, BidiError } from './bidi.ts'
import { endProcessGroup, keepProcessGroup } from './temporary.ts'
import { PATIENCE_MILLISECONDS, within } from './wait.ts'

/** A Firefox that listens. */
export interface FirefoxProcess {
  /** Where its WebDriver BiDi is reached. */
  readonly address: string
  /** Ends it with all its processes; there is nothing in its profile to save. */
  kill(): Promise<void>
  /** Resolves when it has ended, however that came. */
  readonly exited: Promise<void>
}

const START_LIMIT_MILLISECONDS = 60_000
const END_LIMIT_MILLISECONDS = 10_000
const ADDRESS = /WebDriver BiDi listening on (ws:\/\/\S+)/
const KEPT_OUTPUT_LENGTH = 4_000

export async function startFirefox(
  executablePath: string,
  profile: string,
  headless: boolean,
): Promise<FirefoxProcess> {
  const args = ['--no-remote', '--profile', profile, '--remote-debugging-port=0', '--remote-allow-system-access']
  const child = spawn(executablePath, [...(headless ? ['--headless'] : []), ...args, '--width=1280', '--height=960'], {
    // A group of its own, which is ended as a whole.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      // What it keeps beside its profile shall go with the profile.
      HOME: profile,
      XDG_CACHE_HOME: join(profile, 'cache'),
      XDG_CONFIG_HOME: join(profile, 'config'),
      XAUTHORITY: process.env.XAUTHORITY ?? join(homedir(), '.Xauthority'),
      MOZ_CRASHREPORTER_DISABLE: '1',
      MOZ_HEADLESS_WIDTH: '1600',
      MOZ_HEADLESS_HEIGHT: '1200',
    },
  })
  const { pid } = child
  if (pid !== undefined) keepProcessGroup(pid)
  const exited: Promise<void> = pid === undefined ? Promise.resolve() : once(child, 'exit').then(() => {})
  const kill = async (): Promise<void> => {
    if (pid !== undefined) endProcessGroup(pid)
    await within('the end of Firefox', END_LIMIT_MILLISECONDS, exited)
  }
  try {
    return { address: await within('the start of Firefox', START_LIMIT_MILLISECONDS, readAddress(child)), kill, exited }
  } catch (error) {
    await kill()
    throw error
  }
}

/** Lets Firefox write what it has to write; one that was killed before has nothing more to say. */
export async function quitFirefox(bidi: Bidi, exited: Promise<void>): Promise<void> {
  try {
    await bidi.send('browser.close')
  } catch (error) {
    if (!(error instanceof BidiError && error.code === 'closed')) throw error
  }
  await within('the end of Firefox', PATIENCE_MILLISECONDS, exited)
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    // Read on after the address too: a full pipe would stop the browser.
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-KEPT_OUTPUT_LENGTH)
      const address = ADDRESS.exec(output)?.[1]
      if (address !== undefined) resolve(address)
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => reject(new Error(`Firefox ended at start (${code ?? signal}): ${output}`)))
  })
}
