/** What the documentation shows is so: every block of TypeScript is compiled, and run with the results that it tells. @module */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Plugin } from '../../src/plugin.ts'
import { checkPlugin, type Example } from '../../src/testing.ts'
import { type Block, blocksIn, checked, resultsIn } from './blocks.ts'
import { readPages } from './pages.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../..', import.meta.url))
/** Short examples speak English alone, unless their page is about languages. */
const LANGUAGES = { check: 'host-languages', page: 'how-to/texts.md' }
/** What the compiler alone can find wrong. */
const TYPES_ALONE = /@ts-expect-error/

/** Pages beside the documentation whose blocks are compiled, too. */
const BESIDE = ['README.md', 'sdk/README.md']
const pages = [
  // What the checks' pages show is compiled and checked, wrong and right, by check-pages.test.ts.
  ...readPages().filter(({ path }) => !path.startsWith('checks/')),
  ...BESIDE.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
]
const blocks = pages.flatMap(({ path, text }) => blocksIn(path, text))
const code = blocks.filter(({ language }) => language === 'ts')
const isDocumented = ({ page }: Block) => !BESIDE.includes(page)
const documented = code.filter(isDocumented)
const scratch = mkdtempSync(join(tmpdir(), 'joinery-docs-'))

/** A page's blocks with names are files of one folder; the others are modules of their own. */
function fileOf({ page, line, note }: Block, ending = ''): string {
  const folder = join(scratch, page.replaceAll(/\W/g, '-'))
  return join(folder, note ?? `line-${line}${ending}.ts`)
}

function write(file: string, text: string): string {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

interface Module {
  readonly default?: Plugin
  readonly examples?: readonly Example[]
  readonly pairs: readonly (readonly [given: unknown, said: unknown])[]
}

async function moduleOf(block: Block): Promise<Module> {
  return import(pathToFileURL(write(fileOf(block, '.run'), checked(block.code))).href)
}

beforeAll(() => {
  mkdirSync(join(scratch, 'node_modules/@joinery'), { recursive: true })
  symlinkSync(join(root, 'sdk'), join(scratch, 'node_modules/@joinery/sdk'))
  symlinkSync(join(root, 'node_modules/vitest'), join(scratch, 'node_modules/vitest'))
  writeFileSync(join(scratch, 'package.json'), '{"type":"module"}')
  for (const block of code) write(fileOf(block), block.code)
})
afterAll(() => rmSync(scratch, { recursive: true }))

describe('every block of TypeScript', () => {
  test('compiles', async () => {
    const compilerOptions = { types: [] }
    const config = {
      extends: join(root, 'tsconfig.json'),
      compilerOptions,
      include: ['**/*.ts'],
      exclude: ['**/*.run.ts'],
    }
    writeFileSync(join(scratch, 'tsconfig.json'), JSON.stringify(config))
    const compile = () => run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', scratch])
    const { stdout } = await compile().catch((error: { readonly stdout: string }) => error)
    expect(stdout).toBe('')
    const wrong = write(join(scratch, 'wrong.ts'), 'export const wrong: number = "text"\n')
    await expect(compile()).rejects.toMatchObject({ stdout: expect.stringContaining('TS2322') })
    rmSync(wrong)
  })

  test.each(documented.filter(({ note }) => note === undefined))(
    'in $page, line $line, does what it says',
    async (block) => {
      const { default: plugin, examples = [], pairs } = await moduleOf(block)
      expect(pairs).toHaveLength(resultsIn(block.code))
      for (const [given, said] of pairs) expect(given).toEqual(said)
      const { checks } = plugin === undefined ? { checks: [] } : await checkPlugin(plugin, examples)
      const mayWarn = (id: string) => id === LANGUAGES.check && block.page !== LANGUAGES.page
      const found = checks.filter(({ status, id }) => status === 'failed' || (status === 'warned' && !mayWarn(id)))
      expect(found.map(({ id, problems }) => ({ id, problems }))).toEqual([])
      expect(pairs.length + checks.length + (TYPES_ALONE.test(block.code) ? 1 : 0)).toBeGreaterThan(0)
    },
  )

  test('with a test passes it', async () => {
    const tests = documented.filter(({ note }) => note?.endsWith('.test.ts'))
    const named = documented.filter(({ note }) => note !== undefined)
    expect(new Set(named.map(({ page }) => page))).toEqual(new Set(tests.map(({ page }) => page)))
    const file = join(scratch, 'report.json')
    const words = ['run', '--root', scratch, '--reporter', 'json', '--outputFile', file]
    await run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...words])
    const report = JSON.parse(readFileSync(file, 'utf8'))
    expect(report.testResults.map(({ name }: { readonly name: string }) => name).toSorted()).toEqual(
      tests.map((block) => fileOf(block)).toSorted(),
    )
    expect([report.success, report.numFailedTests, report.numPendingTests]).toEqual([true, 0, 0])
    expect(report.numPassedTests).toBeGreaterThan(10)
  })
})

test('blocks are of languages that tests read', () => {
  const languages = new Set(blocks.filter(isDocumented).map(({ language }) => language))
  expect([...languages].filter((language) => !['ts', 'sh', 'json', 'text', 'diff', ''].includes(language))).toEqual([])
})

test.each(blocks.filter(({ language }) => language === 'json'))('the JSON in $page, line $line, is JSON', (block) => {
  expect(() => JSON.parse(block.code)).not.toThrow()
})

describe('a block that is wrong would be found', () => {
  const block = (text: string): Block => ({
    page: 'wrong',
    line: text.length,
    language: 'ts',
    note: undefined,
    code: text,
  })

  test.each([
    ["import { url } from '@joinery/sdk'\nurl('https://a.example/', { b: 1 }) // 'https://a.example/?b=2'\n"],
    ["import { url } from '@joinery/sdk'\nurl('https://a.example/', { b: 1 }) // throws invalid\n"],
    ["import { encode } from '@joinery/sdk'\nencode('\\ud800') // throws missing\n"],
  ])('%j', async (text) => {
    const { pairs } = await moduleOf(block(text))
    expect(pairs).toHaveLength(1)
    expect(pairs[0]?.[0]).not.toEqual(pairs[0]?.[1])
  })

  test('and one that is right is not', async () => {
    const { pairs } = await moduleOf(
      block("import { encode } from '@joinery/sdk'\nencode('\\ud800') // throws invalid\nencode('&') // '%26'\n"),
    )
    expect(pairs.map(([given, said]) => given === said)).toEqual([true, true])
  })
})
