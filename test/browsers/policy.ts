/** Policies for the extension under test, which no other process of this machine sees. @module */

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BrowserName } from './browser-name.ts'
import { findBrowser } from './find.ts'
import { idOfUnpacked } from './unpacked-id.ts'

/** What `storage.managed` gives to the extension. */
export type PolicyValues = Readonly<Record<string, unknown>>

/** Where a browser reads its policies. */
export interface PolicyFile {
  /** Writes what the extension gets; without values there is no policy. */
  write(values: PolicyValues | undefined): void
}

/** A browser's own view of the file system, with a policy folder in it. */
export interface PolicyRoom extends PolicyFile {
  /** Starts the browser inside. */
  readonly executablePath: string
}

/** Why a browser on this machine cannot be given policies of its own, or `undefined` where it can. */
export function obstacleToPolicy(name: BrowserName): string | undefined {
  if (name === 'firefox') return undefined
  if (process.platform !== 'linux') return 'needs mounts as Linux has them'
  const place = policyPlace(findBrowser(name) ?? '')
  if (!existsSync(place)) return `there is no ${place}`
  const [command = '', ...rest] = ['unshare', ...namespace(), 'mount', '--bind', place, place]
  return spawnSync(command, rest).status === 0 ? undefined : 'mounts of its own are not permitted here'
}

/** Gives Chromium a folder of policies over the machine's own, for its process and those that it starts; `browserPolicies` are Chromium's own. */
export function makeChromiumPolicy(
  folder: string,
  executablePath: string,
  extensionDirectory: string,
  browserPolicies: PolicyValues = {},
): PolicyRoom {
  const policies = join(folder, 'etc')
  const file = join(policies, 'policies', 'managed', 'joinery.json')
  const wrapper = join(folder, 'chromium-with-policies')
  mkdirSync(dirname(file), { recursive: true })
  const inside = `mount --bind ${quoted(policies)} ${quoted(policyPlace(executablePath))} && exec ${quoted(executablePath)} "$@"`
  // Each gives its process to the next, so the mount ends with the browser.
  const line = ['exec unshare', ...namespace(), 'sh', '-c', quoted(inside), 'sh', '"$@"'].join(' ')
  writeFileSync(wrapper, `#!/bin/sh\n${line}\n`, { mode: 0o700 })
  const id = idOfUnpacked(extensionDirectory)
  return {
    executablePath: wrapper,
    write: (values) => {
      replaceFile(file, { ...browserPolicies, ...(values && { '3rdparty': { extensions: { [id]: values } } }) })
    },
  }
}

/** The policy of a Firefox whose home is this folder; it is read when the extension starts. */
export function makeFirefoxPolicy(home: string, extensionDirectory: string): PolicyFile {
  const name = geckoIdOf(extensionDirectory)
  const file = join(home, '.mozilla', 'managed-storage', `${name}.json`)
  mkdirSync(dirname(file), { recursive: true })
  return { write: (data) => replaceFile(file, data && { name, description: 'Joinery', type: 'storage', data }) }
}

/** What changes the policy of a browser that was started with one. */
export function writerOf(file: PolicyFile | undefined): PolicyFile['write'] {
  if (file !== undefined) return file.write
  return () => {
    throw new Error('This browser was started without a policy.')
  }
}

function geckoIdOf(directory: string): string {
  const manifest = JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8'))
  return manifest.browser_specific_settings.gecko.id
}

function policyPlace(executablePath: string): string {
  const { stdout } = spawnSync(executablePath, ['--version'], { encoding: 'utf8' })
  return stdout?.includes('for Testing') ? '/etc/opt/chrome_for_testing' : '/etc/chromium'
}

// Who is not root may have mounts as the root of a namespace of their own.
function namespace(): readonly string[] {
  const own = ['--mount', '--propagation', 'private']
  return process.getuid?.() === 0 ? own : ['--map-root-user', ...own]
}

// A browser that looks at the wrong moment would find half a file.
function replaceFile(file: string, content: unknown): void {
  if (content === undefined) {
    rmSync(file, { force: true })
    return
  }
  const draft = `${file}.draft`
  writeFileSync(draft, JSON.stringify(content))
  renameSync(draft, file)
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
