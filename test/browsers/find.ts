/** Where this machine has a browser that the tests and the demo can drive. @module */

import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import type { BrowserName } from './browser-name.ts'

/** What the search asks of the machine; tests put their own in its place. */
export interface Probes {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly homeDirectory: string
  /** Where Playwright would put its own Chromium, whether or not it is there. */
  readonly playwrightChromium: string | undefined
  /** The existing files that a path with `*` stands for. */
  list(pattern: string): readonly string[]
  /** Whether the file is there and really a browser that starts; a distribution's stub is not. */
  runs(path: string): boolean
}

/** The environment variable that names a browser of the user's own choice. */
export const VARIABLES: Readonly<Record<BrowserName, string>> = {
  chromium: 'JOINERY_CHROMIUM',
  firefox: 'JOINERY_FIREFOX',
}

// Not google-chrome: the branded browser refuses extensions given on its command line.
const COMMANDS: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser', 'chrome-for-testing'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition', 'firefox-nightly'],
}

/**
 * The path of a browser, or `undefined` where the machine has none.
 *
 * @throws Error where the user's variable names something that does not start: another browser would be a surprise.
 */
export function findBrowser(name: BrowserName, probes: Probes = machineProbes()): string | undefined {
  const chosen = probes.environment[VARIABLES[name]]
  if (chosen) {
    if (probes.runs(chosen)) return chosen
    throw new Error(`${VARIABLES[name]} is ${chosen}, which is not there or does not start.`)
  }
  return candidates(name, probes).find((path) => probes.runs(path))
}

function candidates(name: BrowserName, probes: Probes): readonly string[] {
  const usual = [...onPath(name, probes), ...usualPlaces(name, probes)].flatMap((path) => probes.list(path))
  // A browser in a snap cannot read the temporary folders that extensions and profiles are in: the last resort.
  const isSnap = (path: string): boolean => path.startsWith('/snap/')
  const playwright = name === 'chromium' ? probes.playwrightChromium : undefined
  return [
    ...usual.filter((path) => !isSnap(path)),
    ...(playwright === undefined ? [] : [playwright]),
    ...usual.filter(isSnap),
  ]
}

function onPath(name: BrowserName, probes: Probes): readonly string[] {
  // On Windows a browser is never on the path.
  if (probes.platform === 'win32') return []
  const folders = (probes.environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return COMMANDS[name].flatMap((command) => folders.map((folder) => `${folder}/${command}`))
}

function usualPlaces(name: BrowserName, { platform, environment, homeDirectory: home }: Probes): readonly string[] {
  if (platform === 'darwin') {
    const inApplications =
      name === 'chromium'
        ? [
            'Chromium.app/Contents/MacOS/Chromium',
            'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
          ]
        : ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox']
    return inApplications.flatMap((path) => [`/Applications/${path}`, `${home}/Applications/${path}`])
  }
  if (platform === 'win32') {
    const folders = [environment.LOCALAPPDATA, environment.PROGRAMFILES, environment['PROGRAMFILES(X86)']]
    const inFolder =
      name === 'chromium'
        ? ['Chromium/Application/chrome.exe', 'Google/Chrome for Testing/Application/chrome.exe']
        : ['Mozilla Firefox/firefox.exe', 'Firefox Developer Edition/firefox.exe']
    return folders.flatMap((folder) => (folder === undefined ? [] : inFolder.map((path) => join(folder, path))))
  }
  return name === 'chromium'
    ? [
        '/usr/lib/chromium/chromium',
        '/usr/lib64/chromium-browser/chromium-browser',
        '/opt/chromium/chrome',
        `${home}/.cache/puppeteer/chrome/*/chrome-linux64/chrome`,
        '/snap/bin/chromium',
      ]
    : ['/usr/lib/firefox-esr/firefox-esr', '/usr/lib/firefox/firefox', '/opt/firefox/firefox', '/snap/bin/firefox']
}

/** The probes of the machine that this runs on. */
export function machineProbes(): Probes {
  return {
    platform: process.platform,
    environment: process.env,
    homeDirectory: homedir(),
    playwrightChromium: chromium.executablePath(),
    list: (pattern) => globSync(pattern),
    runs: startsBrowser,
  }
}

const startedBefore = new Map<string, boolean>()

function startsBrowser(path: string): boolean {
  // On Windows `--version` would open a window.
  if (process.platform === 'win32' || !existsSync(path)) return existsSync(path)
  const known = startedBefore.get(path)
  if (known !== undefined) return known
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  const starts = status === 0 && /Chrom|Firefox/.test(stdout)
  startedBefore.set(path, starts)
  return starts
}
