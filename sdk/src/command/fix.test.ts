/** `joinery-plugin check --fix`: what it mends, how little it touches, and what it leaves alone. @module */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { pageOf } from '../testing/report.ts'
import { main } from './main.ts'

const sdk = fileURLToPath(new URL('../..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'fix-command-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const [, CODE = ''] =
  /```ts\n([\s\S]*?)```/.exec(
    readFileSync(join(sdk, pageOf('permissions-used')), 'utf8').split('## Right\n')[1] ?? '',
  ) ?? []
const OPEN = "{ open: ['https://meet.example/*'] }"

/** A sound plugin with a part of its code replaced, run through the command. */
async function fixed(changes: readonly (readonly [from: string, to: string])[], ...words: readonly string[]) {
  const folder = mkdtempSync(join(scratch, 'plugin-'))
  const before = changes.reduce((code, [from, to]) => {
    expect(code).toContain(from)
    return code.replace(from, () => to)
  }, CODE)
  const file = join(folder, 'index.ts')
  writeFileSync(file, before)
  writeFileSync(join(folder, 'examples.ts'), "export { examples as default } from './index.ts'")
  const exports = { '.': './index.ts', './examples': './examples.ts' }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', exports }))
  mkdirSync(join(folder, 'node_modules/@joinery'), { recursive: true })
  symlinkSync(sdk, join(folder, 'node_modules/@joinery/sdk'))
  const [printed, noted]: [string[], string[]] = [[], []]
  const code = await main(['check', '.', '--fix', ...words], {
    folder,
    input: (async function* () {})(),
    print: (line) => void printed.push(line),
    note: (line) => void noted.push(line),
  })
  return { code, printed, noted, text: printed.join('\n'), before, after: readFileSync(file, 'utf8') }
}

const unused = (permissions: string) => [[OPEN, permissions]] as const

describe('an unused permission', () => {
  test.each<[string, string, string]>([
    [
      'last in its list',
      "{ open: ['https://meet.example/*', 'https://old.example/*'] }",
      "{ open: ['https://meet.example/*'] }",
    ],
    [
      'first in its list',
      "{ open: ['https://old.example/*', 'https://meet.example/*'] }",
      "{ open: ['https://meet.example/*'] }",
    ],
    [
      'over several lines, with its last comma',
      "{\n    open: [\n      'https://meet.example/*',\n      'https://old.example/*',\n    ],\n  }",
      "{\n    open: [\n      'https://meet.example/*',\n    ],\n  }",
    ],
    [
      'alone, with a certificate',
      "{ open: ['https://meet.example/*'], fetch: [{ pattern: 'https://old.example/*', clientCertificate: true }] }",
      "{ open: ['https://meet.example/*'], fetch: [] }",
    ],
    [
      'twice over',
      "{ open: ['https://old.example/*', 'https://meet.example/*', 'older:*'] }",
      "{ open: ['https://meet.example/*'] }",
    ],
  ])('is taken out: %s', async (_where, permissions, expected) => {
    const { after, before, text } = await fixed(unused(permissions))
    expect(after).toBe(before.replace(permissions, expected))
    expect(text).toMatch(
      /^Mended \(permissions-used\) in index\.ts: permissions\.(open|fetch) is without "https:\/\/old/,
    )
    expect(text).not.toContain('nothing that was tried used')
  })

  test.each<[string, string, string?]>([
    [
      'a comment beside it may speak of it',
      "{ open: ['https://meet.example/*', /* until 2030 */ 'https://old.example/*'] }",
    ],
    ['a constant stands for it', "{ open: ['https://meet.example/*', OLD] }", "const OLD = 'https://old.example/*'\n"],
    [
      'it stands in two lists',
      "{ open: ['https://meet.example/*', 'https://old.example/*'] }",
      "export const permissions = { open: ['https://old.example/*'] }\n",
    ],
    [
      'the source cannot be followed',
      "{ open: ['https://meet.example/*', 'https://old.example/*'] }",
      `export const name = (one: string) => \`\${one}\`\n`,
    ],
  ])('is left to its author where %s', async (_why, permissions, preamble = '') => {
    const start = 'import { definePlugin'
    const { after, before, text } = await fixed([...unused(permissions), [start, preamble + start]])
    expect(after).toBe(before)
    expect(text).toMatch(/^Not mended \(permissions-used\): .* by hand\.$/m)
    expect(text).toContain('nothing that was tried used "https://old.example/*"')
  })
})

describe('a version', () => {
  test.each([
    ['1.0', '1.0.0'],
    ['2', '2.0.0'],
    ['v1.2.3', '1.2.3'],
  ])('%s becomes %s', async (short, whole) => {
    const { after, before, code, text } = await fixed([["version: '1.0.0'", `version: '${short}'`]])
    expect(after).toBe(before.replace(`'${short}'`, `'${whole}'`))
    expect(text).toContain(`Mended (definition) in index.ts: version "${short}" is now "${whole}".`)
    expect(code).toBe(0)
  })

  test.each(['1.0.0-beta.1', '1.x', 'one'])('%s stays', async (version) => {
    const { after, before } = await fixed([["version: '1.0.0'", `version: '${version}'`]])
    expect(after).toBe(before)
  })
})

test('a fact that is needed twice is named once', async () => {
  const { after, before, code } = await fixed([
    ["for: 'me',", "for: 'me',\n      needs: ['firstName', 'lastName', 'firstName'],"],
    [
      "target: { room: 'lobby' },\n    now",
      "target: { room: 'lobby' },\n    person: { firstName: 'Ada', lastName: 'King' },\n    now",
    ],
  ])
  expect(after).toBe(before.replace("['firstName', 'lastName', 'firstName']", "['firstName', 'lastName']"))
  expect(code).toBe(0)
})

test('what is sound is left as it is, and nothing is said', async () => {
  const { after, before, code, text } = await fixed([])
  expect([after, code]).toEqual([before, 0])
  expect(text).not.toMatch(/mended/i)
})

test('the report is of the mended plugin, as JSON too, with the changes beside it', async () => {
  const { code, noted, printed } = await fixed([["version: '1.0.0'", "version: '1.0'"]], '--json')
  expect(noted).toEqual(['Mended (definition) in index.ts: version "1.0" is now "1.0.0".'])
  expect(printed).toHaveLength(1)
  expect(JSON.parse(printed[0] ?? '')).toMatchObject({ passed: true, plugin: { version: '1.0.0' } })
  expect(code).toBe(0)
})

test('everything is put back where the plugin cannot be loaded with it', async () => {
  const guard = `if (!readFileSync(import.meta.filename, 'utf8').includes("version: '1." + "0'")) throw new Error('changed')`
  const { after, before, code, noted } = await fixed([
    ["version: '1.0.0'", "version: '1.0'"],
    ['import { definePlugin', "import { readFileSync } from 'node:fs'\nimport { definePlugin"],
    ['export const examples', `${guard}\nexport const examples`],
  ])
  expect(after).toBe(before)
  expect(code).toBe(2)
  expect(noted.join()).toContain('put back')
})
