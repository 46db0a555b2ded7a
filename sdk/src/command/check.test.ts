/** `joinery-plugin check` on packages of a page's own: what it prints, as JSON and for people, and how it exits. @module */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { checks } from '../testing/checks.ts'
import { pageOf } from '../testing/report.ts'
import { loadBundler } from './bundler.ts'
import { main } from './main.ts'

const sdk = fileURLToPath(new URL('../..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'check-command-'))
afterAll(() => rmSync(scratch, { recursive: true }))

interface Package {
  /** The page whose plugin it is. */
  readonly page: string
  readonly heading: 'Wrong' | 'Right'
  readonly manifest?: object
  /** Replaces a part of the plugin's code. */
  readonly change?: readonly [from: string, to: string]
  readonly noBundler?: true
}

/** Writes a package as an author has it, and gives its folder. */
function written({ page, heading, manifest = {}, change = ['', ''], noBundler }: Package): string {
  const folder = mkdtempSync(join(scratch, 'plugin-'))
  const [, section = ''] = readFileSync(join(sdk, pageOf(page)), 'utf8').split(`## ${heading}\n`)
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(section) ?? []
  writeFileSync(join(folder, 'index.ts'), code.replace(...change))
  writeFileSync(join(folder, 'examples.ts'), "export { examples as default } from './index.ts'")
  const exports = { '.': './index.ts', './examples': './examples.ts' }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', exports, ...manifest }))
  mkdirSync(join(folder, 'node_modules/@joinery'), { recursive: true })
  symlinkSync(sdk, join(folder, 'node_modules/@joinery/sdk'))
  if (!noBundler) symlinkSync(join(sdk, '../node_modules/vitest'), join(folder, 'node_modules/vitest'))
  return folder
}

async function checked(folder: string, ...words: readonly string[]) {
  const printed: string[] = []
  const noted: string[] = []
  const code = await main(['check', '.', ...words], {
    folder,
    input: (async function* () {})(),
    print: (line) => void printed.push(line),
    note: (line) => void noted.push(line),
  })
  expect(noted).toEqual([])
  return { code, printed, text: printed.join('\n') }
}

async function json(folder: string, ...words: readonly string[]) {
  const { code, printed } = await checked(folder, '--json', ...words)
  expect(printed).toHaveLength(1)
  return { code, report: JSON.parse(printed[0] ?? '') }
}

const sound: Package = { page: 'host-languages', heading: 'Right' }
const english: Package = { page: 'host-languages', heading: 'Wrong' }
const impure: Package = { page: 'pure', heading: 'Wrong' }

describe('the exit code', () => {
  test.each<[number, string, Package, readonly string[]]>([
    [0, 'a plugin without warnings', sound, ['--strict']],
    [0, 'a plugin with warnings', english, []],
    [1, 'a plugin with warnings, strictly', english, ['--strict']],
    [1, 'a plugin with an error', impure, []],
  ])('is %i for %s', async (expected, _name, plugin, words) => {
    const folder = written(plugin)
    const { code, text } = await checked(folder, ...words)
    const { code: codeOfJson, report } = await json(folder, ...words)
    expect([code, codeOfJson, report.passed]).toEqual([expected, expected, expected === 0])
    expect(text).toMatch(expected === 0 ? /\nIt passed(, with warnings by 1)?\.$/ : /\nIt failed/)
  })
})

describe('the report as JSON', () => {
  test('is as its page shows', async () => {
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync(join(sdk, 'docs/report.md'), 'utf8')) ?? []
    const shown = JSON.parse(example)
    const { report } = await json(written(english))
    expect(Object.keys(report)).toEqual(Object.keys(shown))
    const told = new Set(shown.checks.map(({ id }: { id: string }) => id))
    const size = expect.objectContaining(typesOf(shown.size))
    expect({ ...report, checks: report.checks.filter(({ id }: { id: string }) => told.has(id)) }).toEqual({
      ...shown,
      size,
    })
    expect(Object.keys(report.size).toSorted()).toEqual(Object.keys(shown.size).toSorted())
  })

  test('has every member in its page’s table, and no other', async () => {
    const table = readFileSync(join(sdk, 'docs/report.md'), 'utf8').match(/^\| `.*$/gm) ?? []
    const named = table.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name))
    const { report } = await json(written(impure))
    const members = [
      ...Object.keys(report),
      ...Object.keys(report.checks[0]).map((name) => `checks[].${name}`),
      ...Object.keys(report.size).map((name) => `size.${name}`),
    ]
    expect(members.toSorted()).toEqual(named.toSorted())
  })

  test('has each check once, in order, with a page that there is', async () => {
    const { report } = await json(written(impure))
    expect(report.checks.map(({ id }: { id: string }) => id)).toEqual(checks.map(({ id }) => id))
    for (const { page } of report.checks) expect(existsSync(join(sdk, page))).toBe(true)
  })
})

function typesOf(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      typeof part === 'number' ? expect.any(Number) : expect.anything(),
    ]),
  )
}

describe('the report for people', () => {
  test('names the page of what failed and of what warned, as it is reached from here, and no other', async () => {
    const folder = written(impure)
    const { text } = await checked(folder)
    const pages = [...text.matchAll(/^ {6}See (.*)$/gm)].map(([, page]) => join(folder, String(page)))
    expect(pages.map((page) => page.replace(/.*\//, ''))).toEqual(['pure.md', 'host-languages.md'])
    expect(pages.filter((page) => !existsSync(page))).toEqual([])
    expect(text).toMatch(/^ {2}✗ pure .*\n {6}"joins a room": it reached for Date\.now$/m)
    expect(text).toMatch(/^ {2}! host-languages .*\n {6}de: none/m)
    expect(text).toMatch(/\nIt failed 1 of 18 checks, with warnings by 1\.$/)
  })
})

test('a plugin’s manifest names the translations that its host keeps', async () => {
  const words = Object.fromEntries(['Room', 'Join'].map((english) => [english, '…']))
  const folder = written({ ...english, manifest: { joinery: { words: 'words' } } })
  const warned = async () => (await json(folder)).report.checks.at(-1).problems.length
  expect(await warned()).toBe(5)
  mkdirSync(join(folder, 'words'))
  for (const language of ['de', 'es', 'fr'])
    writeFileSync(join(folder, 'words', `${language}.json`), JSON.stringify(words))
  expect(await warned()).toBe(2)
})

describe('the size', () => {
  test('is that of the plugin as it ships, with the SDK’s share', async () => {
    const { report } = await json(written(sound))
    const { minified, gzipped, sdk: share, unbundled } = report.size
    expect(unbundled).toEqual([])
    expect(minified).toBeGreaterThan(gzipped)
    expect(share.minified).toBeGreaterThan(share.gzipped)
    // A plugin of 25 lines, and the function `url` with its encoder.
    expect(minified - share.minified).toBeGreaterThan(500)
    expect(share.minified).toBeGreaterThan(500)
    expect(minified).toBeLessThan(6000)
  })

  test('grows by what the plugin’s data holds, and not by what else its file exports', async () => {
    const size = async (change: readonly [string, string]) => (await json(written({ ...english, change }))).report.size
    const before = await size(['', ''])
    const long = Array.from({ length: 2000 }, (_, index) => index.toString(36)).join('')
    const exported = await size(['export default', `export const other = '${long}'\nexport default`])
    expect(exported).toEqual(before)
    const held = await size(["label: 'Join'", `label: 'Join ${long}'`])
    expect(held.minified - before.minified).toBe(long.length + 1)
    expect(held.sdk.minified).toBe(before.sdk.minified)
  })

  test('tells what could not be bundled', async () => {
    const change = ['export default', "import 'node:util'\nexport default"] as const
    const folder = written({ ...english, change })
    expect((await json(folder)).report.size.unbundled).toEqual(['node:util'])
    expect((await checked(folder)).text).toContain('since it could not be bundled: node:util.')
  })

  test('is not known where no bundler is installed, and why is said', async () => {
    const folder = written({ ...sound, noBundler: true })
    expect(await loadBundler([folder])).toBeUndefined()
    const { code, report } = await json(folder, '--strict')
    expect([code, report.size]).toEqual([0, { unknown: expect.stringContaining('no bundler') }])
    expect((await checked(folder)).text).toContain('Its size is not known: no bundler is installed')
  })

  test('stands in one line for people', async () => {
    const { text } = await checked(written(sound))
    expect(text).toMatch(
      /\nIt weighs [\d,]+ bytes minified, [\d,]+ gzipped; [\d,]+ and [\d,]+ of them are the SDK’s\.\n/,
    )
  })
})
