/** Starting a plugin, as a person or a script does it. @module */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { main as joineryPlugin } from '../../src/command/main.ts'
import { runLine } from '../../src/command/run-line.ts'
import type { Ask } from './ask.ts'
import { main } from './main.ts'
import { TOOLS } from './manifest.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const FLAGS = ['--name', 'Zoë & Co. Meet', '--id', 'org.zoe.meet', '--kind', 'link']

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'joinery-create-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function create(words: readonly string[], ask?: Ask) {
  const printed: string[] = []
  const noted: string[] = []
  const print = (line: string) => void printed.push(line)
  const note = (line: string) => void noted.push(line)
  const code = await main(words, { folder, ask, print, note })
  return { code, printed: printed.join('\n'), noted }
}

const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8')

/** With a flag's value changed. */
const flags = (flag: string, value: string) => FLAGS.map((word, at) => (FLAGS[at - 1] === flag ? value : word))
/** Without a flag and its value. */
const without = (flag: string) => FLAGS.filter((word, at) => word !== flag && FLAGS[at - 1] !== flag)

describe('by flags', () => {
  test('a plugin is written under its name, and nothing of the template’s is left', async () => {
    const { code, printed, noted } = await create(FLAGS)
    expect([code, noted]).toEqual([0, []])
    expect(printed).toContain('cd joinery-plugin-zoe-co-meet')
    expect(readdirSync(folder)).toEqual(['joinery-plugin-zoe-co-meet'])
    const files = readdirSync(join(folder, 'joinery-plugin-zoe-co-meet'), { recursive: true, withFileTypes: true })
    const texts = files
      .filter((file) => file.isFile())
      .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'))
    expect(texts.length).toBeGreaterThan(10)
    expect(texts.filter((text) => /Example Meet|com\.example\.meet|\{\{\w/.test(text))).toEqual([])
    expect(read('joinery-plugin-zoe-co-meet/src/index.ts')).toContain("name: 'Zoë & Co. Meet'")
    expect(read('joinery-plugin-zoe-co-meet/src/index.ts')).toContain("id: 'org.zoe.meet'")
  })

  test.each(['link', 'signed-link', 'task'])(
    'the line that the README of a %s has is one that its plugin takes',
    async (kind) => {
      await create([...flags('--kind', kind), 'meet'])
      const [, line = ''] = /^echo '(.*)' > line\.json$/m.exec(read('meet/README.md')) ?? []
      const { default: plugin } = await import(join(ROOT, 'sdk/create/templates', kind, 'src/index.ts'))
      const printed = await runLine(plugin, 'join', line, { reveal: false, note: () => undefined })
      expect(Object.keys(JSON.parse(printed))).toEqual(['outcome'])
    },
  )

  test('the SDK is that of this version, or the one that was named', async () => {
    await create([...FLAGS, 'usual'])
    await create([...FLAGS, 'named', '--sdk', 'file:../sdk.tgz'])
    const { version } = JSON.parse(readFileSync(join(ROOT, 'sdk/package.json'), 'utf8'))
    expect(JSON.parse(read('usual/package.json')).dependencies).toEqual({ '@joinery/sdk': `^${version}` })
    expect(JSON.parse(read('named/package.json')).dependencies).toEqual({ '@joinery/sdk': 'file:../sdk.tgz' })
  })

  test('the tools are those that this repository is tested with', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    expect(devDependencies).toMatchObject(TOOLS)
  })

  test('a name without Latin letters lends its folder none: the id does', async () => {
    await create(flags('--name', 'פגישה'))
    expect(readdirSync(folder)).toEqual(['joinery-plugin-meet'])
  })
})

describe('what is wrong is told by its field, and nothing is written', () => {
  test.each([
    ['name', flags('--name', '')],
    ['name', flags('--name', ' Meet')],
    ['name', flags('--name', "Bob's")],
    ['name', flags('--name', 'Meet */ evil()')],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template literal would run
    ['name', flags('--name', '${evil}')],
    ['name', flags('--name', 'Meet\nevil')],
    ['name', flags('--name', 'M'.repeat(61))],
    ['id', flags('--id', 'meet')],
    ['id', flags('--id', 'Org.Zoe')],
    ['id', flags('--id', 'org..zoe')],
    ['id', flags('--id', `org.${'z'.repeat(100)}`)],
    ['kind', flags('--kind', 'dance')],
    ['kind', flags('--kind', 'toString')],
    ['name', without('--name')],
    ['id', without('--id')],
    ['kind', without('--kind')],
    ['folder', [...FLAGS, 'My Meet']],
    ['folder', [...FLAGS, '..meet/.']],
  ])('%s: %j', async (field, words) => {
    const { code, printed, noted } = await create(words)
    expect([code, printed, noted]).toEqual([2, '', [expect.stringMatching(new RegExp(`^${field}: `))]])
    expect(readdirSync(folder)).toEqual([])
  })

  test.each([
    [['a', 'b', ...FLAGS], 'one word too many'],
    [['--loud'], "Unknown option '--loud'"],
  ])('%j', async (words, reason) => {
    const { code, noted } = await create(words)
    expect([code, noted]).toEqual([2, [expect.stringContaining(reason)]])
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('a folder', () => {
  test('with anything in it is left as it is', async () => {
    mkdirSync(join(folder, 'meet'))
    writeFileSync(join(folder, 'meet/.hidden'), 'mine')
    const { code, noted } = await create([...FLAGS, 'meet'])
    expect([code, noted]).toEqual([2, ['folder: meet is not empty; nothing was written.']])
    expect([readdirSync(join(folder, 'meet')), read('meet/.hidden')]).toEqual([['.hidden'], 'mine'])
  })

  test('that is a file is left as it is', async () => {
    writeFileSync(join(folder, 'meet'), 'mine')
    const { code, noted } = await create([...FLAGS, 'meet'])
    expect([code, noted, read('meet')]).toEqual([2, ['folder: meet is a file.'], 'mine'])
  })

  test('that is empty is used', async () => {
    mkdirSync(join(folder, 'meet'))
    expect((await create([...FLAGS, 'meet'])).code).toBe(0)
    expect(JSON.parse(read('meet/package.json')).name).toBe('meet')
  })
})

test('a person is asked for what no flag says, and again where an answer is wrong', async () => {
  const answers = ['Meet', 'meet', 'org.zoe.meet', 'dance', 'task']
  const questions: string[] = []
  const { code, noted } = await create([], async (question) => {
    questions.push(question.replace(/ .*/, ''))
    return answers.shift() ?? ''
  })
  expect(code).toBe(0)
  expect(questions).toEqual(['Name,', 'Id,', 'Id,', 'Kind', 'Kind'])
  expect(noted).toEqual([
    expect.stringMatching(/^id: "meet"/),
    expect.stringMatching(/^kind: There is no kind "dance"/),
  ])
  expect(read('joinery-plugin-meet/src/book.ts')).toContain('host.fetch')
})

test('joinery-plugin new starts a plugin among those of this repository, with what the repository has left out', async () => {
  mkdirSync(join(folder, 'sdk'))
  writeFileSync(join(folder, 'pnpm-workspace.yaml'), '')
  writeFileSync(join(folder, 'sdk/package.json'), '{"name":"@joinery/sdk"}')
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(join(ROOT, 'sdk/create'), join(folder, 'node_modules/create-joinery-plugin'))
  async function* input() {}
  const noted: string[] = []
  const around = { folder, input: input(), print: () => undefined, note: (line: string) => void noted.push(line) }
  expect([await joineryPlugin(['new', ...FLAGS], around), noted]).toEqual([0, []])
  expect(readdirSync(join(folder, 'plugins/zoe-co-meet')).sort()).toEqual([
    'AGENTS.md',
    'README.md',
    'package.json',
    'src',
  ])
  expect(JSON.parse(read('plugins/zoe-co-meet/package.json'))).toMatchObject({
    name: '@joinery/zoe-co-meet',
    exports: { '.': './src/index.ts', './examples': './src/examples.ts' },
    dependencies: { '@joinery/sdk': 'workspace:*' },
  })
})

test('joinery-plugin new says what it lacks where it is not installed', async () => {
  async function* input() {}
  const noted: string[] = []
  const around = { folder, input: input(), print: () => undefined, note: (line: string) => void noted.push(line) }
  expect(await joineryPlugin(['new', ...FLAGS], around)).toBe(2)
  expect(noted).toEqual([expect.stringContaining('needs the package create-joinery-plugin')])
})

test('--help explains', async () => {
  const { code, printed } = await create(['--help'])
  expect([code, printed]).toEqual([0, expect.stringContaining('--kind  link')])
})
