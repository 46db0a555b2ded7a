/** The SDK as it is published: what its tarball holds, declares and weighs, and that it works where it is installed. @module */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPages } from '../../sdk/docs/site/pages.ts'
import { loadBundler } from '../bundler.ts'
import { API_REPORT, apiReport, entriesOf } from './api-report.ts'
import { command, type Packed, packPackage } from './pack.ts'

const LIMIT_MILLISECONDS = 120_000
const sdk = fileURLToPath(new URL('../../sdk', import.meta.url))
const { exports, publishConfig } = JSON.parse(readFileSync(join(sdk, 'package.json'), 'utf8'))
const subpaths: readonly string[] = Object.keys(exports)

/** Kilobytes of 1000 bytes that a subpath may weigh, bundled with what it imports, minified and gzipped. */
const BUDGETS: Readonly<Record<string, number>> = {
  '.': 1.5,
  './companion': 18,
  './csv': 0.4,
  './declarative': 11.5,
  './failed-reply': 1,
  './hash': 6.5,
  './host': 7.5,
  './testing': 22,
}

const BESIDE = ['LICENSE', 'README.md', 'api-report.md', 'package.json', 'plugin-file.schema.json']
const PLUGIN_FILES = ['whereby', 'mirotalk'].map((name) => `examples/declarative/${name}.plugin.json`)

const PLUGIN = `import { definePlugin, type Outcome, PluginError, url } from '@joinery/sdk'
import { csvOf } from '@joinery/sdk/csv'
import { failedReply } from '@joinery/sdk/failed-reply'
import { hmac } from '@joinery/sdk/hash'
import { runAction } from '@joinery/sdk/host'
import { checkPlugin, type Example } from '@joinery/sdk/testing'

const plugin = definePlugin({
  api: 1, id: 'example.meet', name: 'Meet', version: '1.0.0',
  permissions: { open: ['https://meet.example/*'] },
  account: { key: { type: 'secret', label: 'Key' } },
  target: { name: 'Room', fields: { room: { type: 'text', label: 'Room' } } },
  actions: ({ link }) => ({
    join: link({
      label: 'Join', for: 'me', needs: ['firstName'],
      build: ({ account, target, person }): Outcome => {
        const name: string = person.firstName
        const bytes: Uint8Array = hmac('sha256', account.key.reveal(), target.room)
        // @ts-expect-error a secret is no text
        const text: string = account.key
        return { type: 'tab', url: url('https://meet.example/', { name, size: bytes.length + typeof text.length }) }
      },
    }),
  }),
})
export default plugin
export const examples: readonly Example[] = []
export const others = [PluginError, csvOf, failedReply, runAction, checkPlugin]
`

const scratch = mkdtempSync(join(tmpdir(), 'joinery-published-'))
/** A folder with nothing but the installed tarball. */
const elsewhere = join(scratch, 'elsewhere')
let packed: Packed
let files: readonly string[]

beforeAll(async () => {
  packed = await packPackage('sdk', scratch)
  files = (await command('tar', ['-tzf', packed.tarball], scratch)).trim().split('\n')
  mkdirSync(elsewhere)
  writeFileSync(join(elsewhere, 'package.json'), '{"private":true,"type":"module"}')
  await command('npm', ['install', '--no-audit', '--no-fund', packed.tarball], elsewhere)
}, LIMIT_MILLISECONDS)
afterAll(() => rmSync(scratch, { recursive: true }))

test('the tarball holds modules with their declarations, the pages of the documentation, plugin files with their schema, licence and README, and no source and no test', () => {
  const beside = files.filter((name) => !/^package\/(dist|docs|examples)\//.test(name))
  expect([...beside].sort()).toEqual(BESIDE.map(inPackage).sort())
  const built = files.filter((name) => name.startsWith('package/dist/'))
  const modules = built.filter((name) => name.endsWith('.js'))
  expect(built).toHaveLength(2 * modules.length)
  expect(files).toEqual(expect.arrayContaining(modules.map((name) => name.replace(/\.js$/, '.d.ts'))))
  expect(files.filter((name) => /\.test\.|test-d|sound-plugin|faults|(?<!\.d)\.tsx?$/.test(name))).toEqual([])
  const pages = readPages().map(({ path }) => inPackage(join('docs', path)))
  expect(files.filter((name) => name.startsWith('package/docs/')).toSorted()).toEqual(pages.toSorted())
  expect(files).toEqual(expect.arrayContaining(PLUGIN_FILES.map(inPackage)))
})

test('every subpath is published as here, and none besides but the manifest', () => {
  expect(Object.keys(publishConfig.exports)).toEqual([...subpaths, './package.json'])
  const entries = Object.entries<string | Record<string, string>>(publishConfig.exports)
  const named = entries.flatMap(([, entry]) => (typeof entry === 'string' ? [entry] : Object.values(entry)))
  expect(files).toEqual(expect.arrayContaining(named.map(inPackage)))
})

test('publint finds nothing, strictly', async () => {
  const tarball = new Uint8Array(readFileSync(packed.tarball)).buffer
  const { messages } = await publint({ pack: { tarball }, strict: true })
  expect(messages).toEqual([])
})

test('types resolve wherever ES modules do', async () => {
  const result = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(packed.tarball))))
  if (result.types === false) throw new Error('no types were found')
  expect(Object.keys(result.entrypoints)).toEqual(expect.arrayContaining([...subpaths]))
  // What is for ES modules alone cannot be had by `require` in old Node, nor by resolution from before `exports`.
  const unexpected = result.problems.filter(
    (problem) => !('resolutionKind' in problem && ['node10', 'node16-cjs'].includes(problem.resolutionKind)),
  )
  expect(unexpected).toEqual([])
})

describe('the declarations', () => {
  let report: string
  beforeAll(() => {
    report = apiReport(packed.built)
  }, LIMIT_MILLISECONDS)

  test('are those agreed on; `pnpm api-report` writes the report anew where a change is meant', () => {
    expect([...entriesOf(packed.built).keys()]).toHaveLength(subpaths.length)
    expect(report).toBe(readFileSync(API_REPORT, 'utf8'))
  })

  test('have these types of fields, and outcomes', () => {
    expect(typesOf(report, 'Field')).toEqual([
      'boolean',
      'choice',
      'datetime',
      'email',
      'file',
      'list',
      'number',
      'secret',
      'text',
      'url',
    ])
    expect(typesOf(report, 'Outcome')).toEqual([
      'app',
      'done',
      'invite',
      'links',
      'popup',
      'removed',
      'tab',
      'table',
      'target',
    ])
  })
})

test('the codes of errors are these', async () => {
  const script = `import { errorCodes } from '@joinery/sdk'; console.log(JSON.stringify(errorCodes))`
  expect(JSON.parse(await node(script))).toEqual([
    ...['missing', 'invalid', 'unsafe', 'not-applicable', 'not-permitted', 'unauthorized', 'forbidden', 'not-found'],
    ...['conflict', 'rate-limited', 'unreachable', 'certificate', 'timeout', 'ambiguous', 'server-failed'],
    ...['bad-answer', 'refused', 'unsupported', 'cancelled', 'internal'],
  ])
})

describe('installed in a folder elsewhere', () => {
  test.each(subpaths)('%s exports at run time what it does here', async (subpath) => {
    const here = await import(join(sdk, exports[subpath]))
    const script = `console.log(JSON.stringify(Object.keys(await import('${nameOf(subpath)}'))))`
    expect(JSON.parse(await node(script))).toEqual(Object.keys(here).sort())
  })

  test.each(subpaths)('%s is within its budget', async (subpath) => {
    const { rolldown } = await loadBundler()
    const path = await node(`console.log(import.meta.resolve('${nameOf(subpath)}'))`)
    const bundle = await rolldown({ input: fileURLToPath(path.trim()), platform: 'browser' })
    const { output } = await bundle.generate({ format: 'es', minify: true })
    expect(output.flatMap(({ imports = [] }) => imports)).toEqual([])
    const bytes = gzipSync(output.map(({ code = '' }) => code).join(''), { level: 9 }).length
    expect(bytes).toBeGreaterThan(100)
    expect(bytes).toBeLessThanOrEqual((BUDGETS[subpath] ?? 0) * 1000)
  })

  test.each(['nodenext', 'bundler'])(
    'a plugin compiles with it, strictly, by the resolution %s',
    async (resolution) => {
      writeFileSync(join(elsewhere, 'plugin.ts'), PLUGIN)
      const compiler = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url))
      const module = resolution === 'nodenext' ? 'nodenext' : 'preserve'
      const options = ['--strict', '--noEmit', '--exactOptionalPropertyTypes', '--target', 'es2022', '--types', '']
      await command(
        compiler,
        [...options, '--module', module, '--moduleResolution', resolution, 'plugin.ts'],
        elsewhere,
      )
    },
    LIMIT_MILLISECONDS,
  )

  test('the command checks a plugin, and names its pages where they are', async () => {
    const plugin = join(elsewhere, 'plugin')
    mkdirSync(plugin)
    const manifest = { type: 'module', exports: { '.': './index.js', './examples': './examples.js' } }
    writeFileSync(join(plugin, 'package.json'), JSON.stringify(manifest))
    writeFileSync(join(plugin, 'index.js'), stripTypeScriptTypes(PLUGIN))
    writeFileSync(join(plugin, 'examples.js'), 'export default []')
    const printed = await command('npx', ['joinery-plugin', 'check', 'plugin'], elsewhere).catch(String)
    expect(printed).toContain('✗ every-action-has-an-example')
    const pages = [...printed.matchAll(/See (\S+)/g)].map(([, page = '']) => page)
    expect(pages).toContain('node_modules/@joinery/sdk/docs/checks/every-action-has-an-example.md')
    for (const page of pages) expect(readFileSync(join(elsewhere, page), 'utf8')).toContain('## What it holds')
  })
})

const inPackage = (name: string) => join('package', name)
const nameOf = (subpath: string) => join('@joinery/sdk', subpath)
const node = (script: string) => command(process.execPath, ['--input-type=module', '--eval', script], elsewhere)

/** The values of `type` in the interfaces whose names end in a word, by the report. */
function typesOf(report: string, ending: string): readonly string[] {
  const interfaces = report.matchAll(new RegExp(`^export interface \\w+${ending} [\\s\\S]*?^}`, 'gm'))
  return [...interfaces].flatMap(([text]) => /^ {4}readonly type: '(\w+)'/m.exec(text)?.[1] ?? []).sort()
}
