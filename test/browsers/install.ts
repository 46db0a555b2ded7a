/**
 * Finds the browsers that the tests and the demo drive, NSS's tools, and the real CRMs that some tests run, or installs
 * them; as a command, all or the named ones.
 *
 * @module
 */

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { missingPackages, REQUEST_TRACKER_PACKAGES, TRYTON_PACKAGES } from '../real-crms/packages.ts'
import type { BrowserName } from './browser-name.ts'
import { findBrowser, VARIABLES } from './find.ts'

/** What the decision needs; tests put their own in its place. */
export interface InstallSteps {
  find(name: BrowserName): string | undefined
  /** Runs a command to its end; whether it succeeded within the time. */
  run(command: readonly string[], limitMilliseconds: number): boolean
  readonly isRoot: boolean
  readonly hasApt: boolean
  say(line: string): void
}

const DOWNLOAD_LIMIT_MILLISECONDS = 120_000
const PACKAGE_LIMIT_MILLISECONDS = 600_000
const LOOK_LIMIT_MILLISECONDS = 10_000
const NSS_PACKAGE = 'libnss3-tools'
const TITLES: Readonly<Record<BrowserName, string>> = { chromium: 'Chromium', firefox: 'Firefox' }
const PACKAGES: Readonly<Record<BrowserName, string>> = { chromium: 'chromium', firefox: 'firefox-esr' }

/**
 * The path of a browser that is there, or that was installed now.
 *
 * @throws Error with one sentence that says what to install and which variable to set.
 */
export function ensureBrowser(name: BrowserName, steps: InstallSteps = machineSteps()): string {
  const found = steps.find(name)
  if (found !== undefined) {
    steps.say(`${TITLES[name]}: ${found}`)
    return found
  }
  for (const install of name === 'chromium' ? [downloadByPlaywright, installPackage] : [installPackage]) {
    const path = install(name, steps) ? steps.find(name) : undefined
    if (path === undefined) continue
    steps.say(`${TITLES[name]}, installed now: ${path}`)
    return path
  }
  throw new Error(
    `There is no ${TITLES[name]} that can be driven on this machine: please install ${PACKAGES[name]} ` +
      `(or set ${VARIABLES[name]} to the path of one${name === 'chromium' ? '; branded Google Chrome will not do' : ''}).`,
  )
}

function downloadByPlaywright(name: BrowserName, steps: InstallSteps): boolean {
  steps.say(`No ${TITLES[name]} was found; trying Playwright's download.`)
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  return steps.run([process.execPath, cli, 'install', 'chromium', '--no-shell'], DOWNLOAD_LIMIT_MILLISECONDS)
}

function installPackage(name: BrowserName, steps: InstallSteps): boolean {
  return aptInstall([PACKAGES[name]], steps)
}

/**
 * Makes sure of `certutil` and `pk12util`, which read and fill the browsers' certificate stores.
 *
 * @throws Error with one sentence that says what to install.
 */
export function ensureNssTools(steps: InstallSteps = machineSteps()): void {
  const areThere = () => steps.run(['sh', '-c', 'command -v certutil && command -v pk12util'], LOOK_LIMIT_MILLISECONDS)
  if (areThere() || (aptInstall([NSS_PACKAGE], steps) && areThere())) return
  throw new Error(`There is no certutil and pk12util on this machine: please install ${NSS_PACKAGE}.`)
}

/** Makes sure of Request Tracker and Tryton; where they cannot be had, the tests with them are skipped. */
export function ensureCrms(steps: InstallSteps = machineSteps(), look = missingPackages): void {
  const missing = look([...REQUEST_TRACKER_PACKAGES, ...TRYTON_PACKAGES])
  if (missing.length === 0 || aptInstall(missing, steps, '--no-install-recommends')) return
  steps.say(`Tests with real CRMs will be skipped, for want of ${missing.join(', ')}.`)
}

function aptInstall(names: readonly string[], steps: InstallSteps, ...options: readonly string[]): boolean {
  if (!steps.isRoot || !steps.hasApt) return false
  steps.say(`Installing ${names.length === 1 ? 'the package' : 'the packages'} ${names.join(', ')}.`)
  return (
    steps.run(['apt-get', 'update'], PACKAGE_LIMIT_MILLISECONDS) &&
    steps.run(['apt-get', 'install', '-y', ...options, ...names], PACKAGE_LIMIT_MILLISECONDS)
  )
}

function machineSteps(): InstallSteps {
  return {
    find: (name) => findBrowser(name),
    run([command = '', ...rest], timeout) {
      const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
      // What the installers print goes to stderr: the caller's output stays its own.
      return spawnSync(command, rest, { timeout, env: environment, stdio: ['ignore', 2, 2] }).status === 0
    },
    isRoot: process.getuid?.() === 0,
    hasApt: existsSync('/usr/bin/dpkg') && existsSync('/usr/bin/apt-get'),
    say: (line) => console.log(line),
  }
}

if (import.meta.main) {
  try {
    for (const name of ['chromium', 'firefox'] as const) {
      if (process.argv.length === 2 || process.argv.includes(name)) ensureBrowser(name)
    }
    if (process.argv.length === 2 || process.argv.includes('nss')) ensureNssTools()
    if (process.argv.length === 2 || process.argv.includes('crms')) ensureCrms()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
