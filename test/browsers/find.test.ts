import { describe, expect, test } from 'vitest'
import type { BrowserName } from './browser-name.ts'
import { findBrowser, type Probes } from './find.ts'
import { ensureBrowser, ensureCrms, ensureNssTools, type InstallSteps } from './install.ts'

/** A machine that has the given files, all of which start unless they are listed in `stubs`. */
function machine(files: readonly string[], more: Partial<Probes> & { stubs?: readonly string[] } = {}): Probes {
  return {
    platform: 'linux',
    environment: { PATH: '/usr/local/bin:/usr/bin' },
    homeDirectory: '/home/ada',
    playwrightChromium: '/home/ada/.cache/ms-playwright/chromium/chrome',
    list: (pattern) => files.filter((file) => file === pattern),
    runs: (path) => files.includes(path) && !more.stubs?.includes(path),
    ...more,
  }
}

test.each<[BrowserName, string]>([
  ['chromium', 'JOINERY_CHROMIUM'],
  ['firefox', 'JOINERY_FIREFOX'],
])("the user's own %s comes before all others", (name, variable) => {
  const probes = machine(['/opt/mine', '/usr/bin/chromium', '/usr/bin/firefox'], {
    environment: { PATH: '/usr/bin', [variable]: '/opt/mine' },
  })
  expect(findBrowser(name, probes)).toBe('/opt/mine')
})

test('a variable that names nothing is an error, not another browser', () => {
  const environment = { PATH: '/usr/bin', JOINERY_CHROMIUM: '/opt/gone' }
  expect(() => findBrowser('chromium', machine(['/usr/bin/chromium'], { environment }))).toThrow(
    'JOINERY_CHROMIUM is /opt/gone',
  )
})

test('branded Google Chrome is never taken', () => {
  const files = ['/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/opt/google/chrome/chrome']
  expect(findBrowser('chromium', machine(files))).toBeUndefined()
})

test('a stub that does not start gives way to the next', () => {
  const playwright = '/home/ada/.cache/ms-playwright/chromium/chrome'
  const files = ['/usr/bin/chromium-browser', playwright]
  expect(findBrowser('chromium', machine(files, { stubs: ['/usr/bin/chromium-browser'] }))).toBe(playwright)
})

test('a snap is the last resort', () => {
  const playwright = '/home/ada/.cache/ms-playwright/chromium/chrome'
  const environment = { PATH: '/snap/bin' }
  expect(findBrowser('chromium', machine(['/snap/bin/chromium', playwright], { environment }))).toBe(playwright)
  expect(findBrowser('chromium', machine(['/snap/bin/chromium'], { environment }))).toBe('/snap/bin/chromium')
})

test.each<[BrowserName, NodeJS.Platform, string]>([
  ['firefox', 'linux', '/usr/bin/firefox-esr'],
  ['firefox', 'darwin', '/Applications/Firefox.app/Contents/MacOS/firefox'],
  ['chromium', 'darwin', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
])('%s is found on %s', (name, platform, path) => {
  expect(findBrowser(name, machine([path], { platform }))).toBe(path)
})

/** Steps which note what was run; `after` is the command that makes the browser appear. */
function steps(after: string | undefined, more: Partial<InstallSteps> = {}): InstallSteps & { readonly ran: string[] } {
  const ran: string[] = []
  return {
    ran,
    find: () => (after !== undefined && ran.some((command) => command.includes(after)) ? '/found' : undefined),
    run: (command) =>
      ran.push(
        command
          .slice(1)
          .join(' ')
          .replace(/^.*cli\.js/, 'playwright'),
      ) > 0,
    isRoot: true,
    hasApt: true,
    say: () => undefined,
    ...more,
  }
}

test('nothing is installed where a browser is found', () => {
  const taken = steps(undefined, { find: () => '/usr/bin/chromium' })
  expect(ensureBrowser('chromium', taken)).toBe('/usr/bin/chromium')
  expect(taken.ran).toEqual([])
})

test("Chromium comes by Playwright's download first", () => {
  const taken = steps('playwright')
  expect(ensureBrowser('chromium', taken)).toBe('/found')
  expect(taken.ran).toEqual(['playwright install chromium --no-shell'])
})

test('a download that leaves no browser that starts is followed by the package', () => {
  const taken = steps('install -y')
  expect(ensureBrowser('chromium', taken)).toBe('/found')
  expect(taken.ran).toEqual(['playwright install chromium --no-shell', 'update', 'install -y chromium'])
})

test('Firefox comes as a package', () => {
  const taken = steps('install -y')
  expect(ensureBrowser('firefox', taken)).toBe('/found')
  expect(taken.ran).toEqual(['update', 'install -y firefox-esr'])
})

test.each([{ isRoot: false }, { hasApt: false }])('where %o, one sentence says what to do', (more) => {
  const taken = steps(undefined, more)
  expect(() => ensureBrowser('firefox', taken)).toThrow(/please install firefox-esr .*JOINERY_FIREFOX/)
  expect(taken.ran).toEqual([])
})

describe("NSS's tools", () => {
  /** A machine where looking for them succeeds once they were installed. */
  function machineWithout(isRoot: boolean): InstallSteps & { readonly ran: string[] } {
    const taken = steps(undefined, { isRoot })
    const run = (command: readonly string[]) => {
      if (command[0] === 'sh') return taken.ran.includes('install -y libnss3-tools')
      return taken.run(command, 0)
    }
    return { ...taken, run }
  }

  test('come as a package where they are missing', () => {
    const taken = machineWithout(true)
    ensureNssTools(taken)
    expect(taken.ran).toEqual(['update', 'install -y libnss3-tools'])
    ensureNssTools(taken)
    expect(taken.ran).toHaveLength(2)
  })

  test('are asked for where they cannot be installed', () => {
    expect(() => ensureNssTools(machineWithout(false))).toThrow('please install libnss3-tools')
  })
})

describe('the real CRMs', () => {
  test('come as packages, those that are missing', () => {
    const taken = steps(undefined)
    ensureCrms(taken, (names) => names.filter((name) => name.startsWith('tryton-s')))
    expect(taken.ran).toEqual(['update', 'install -y --no-install-recommends tryton-server tryton-sao'])
  })

  test.each([{ isRoot: false }, { hasApt: false }, { run: () => false }])(
    'where %o, one sentence says which tests will be skipped',
    (more) => {
      const said: string[] = []
      ensureCrms(steps(undefined, { ...more, say: (line) => said.push(line) }), () => ['tryton-sao'])
      expect(said.at(-1)).toBe('Tests with real CRMs will be skipped, for want of tryton-sao.')
    },
  )

  test('nothing is installed or said where they are there', () => {
    const said: string[] = []
    const taken = steps(undefined, { say: (line) => said.push(line) })
    ensureCrms(taken, () => [])
    expect([...taken.ran, ...said]).toEqual([])
  })
})
