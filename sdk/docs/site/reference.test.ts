/** The reference names what there is: commands, codes, types and modules, with what the sources say of them. @module */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { KINDS } from '../../create/src/answers.ts'
import { main } from '../../src/command/main.ts'
import { errorCodes } from '../../src/errors.ts'
import { failedReply } from '../../src/failed-reply.ts'
import { blocksIn } from './blocks.ts'
import { DOCS, readPages } from './pages.ts'

const page = (name: string) => readFileSync(join(DOCS, 'reference', `${name}.md`), 'utf8')
const source = (name: string) => readFileSync(join(DOCS, '../src', `${name}.ts`), 'utf8')

/** The rows of a page's first table, as their cells. */
function rowsOf(text: string): readonly (readonly string[])[] {
  const [table = ''] = /^\|.*\n\|[-|]+\|\n((?:\|.*\n)+)/m.exec(text)?.slice(1) ?? []
  return table
    .trimEnd()
    .split('\n')
    .map((row) => row.slice(2, -2).split(' | '))
}

/** What the sources say of each member of a union: the type's name and the comment above, in the union's order. */
function described(file: string, ending: string): readonly (readonly [type: string, about: string])[] {
  const found = source(file).matchAll(
    new RegExp(`/\\*\\* ([^\\n]*) \\*/\\nexport interface \\w+${ending}\\b[^{]*\\{\\n  readonly type: '(\\w+)'`, 'g'),
  )
  return [...found].map(([, about = '', type = '']) => [`\`${type}\``, about.replaceAll(/\{@link (\w+)\}/g, '`$1`')])
}

async function help(): Promise<string> {
  const printed: string[] = []
  async function* input() {}
  await main(['--help'], {
    folder: DOCS,
    input: input(),
    print: (line) => void printed.push(line),
    note: () => undefined,
  })
  return printed.join('\n')
}

test('every error code stands there with what the sources say of it, in their order', () => {
  const said = [...source('errors').matchAll(/\/\*\* (.*) \*\/\n {2}'([a-z-]+)',/g)].map(([, about, code]) => [
    `\`${code}\``,
    about,
  ])
  expect(rowsOf(page('error-codes'))).toEqual(said)
  expect(said).toHaveLength(errorCodes.length)
})

test('statuses have the codes that they are said to have', () => {
  const rows = rowsOf(page('error-codes').split('## By HTTP status')[1] ?? '')
  const reply = (status: number) => ({ status, header: () => undefined, text: '', json: () => undefined })
  const numbers = rows.map(
    ([status = '', said = '']) => [Number.parseInt(status, 10) || 418, /`([a-z-]+)`/.exec(said)?.[1]] as const,
  )
  expect(numbers.length).toBeGreaterThan(5)
  for (const [status, said] of numbers) expect([status, said]).toEqual([status, failedReply(reply(status)).code])
})

test.each([
  ['field-types', 'fields', 'Field'],
  ['outcomes', 'outcome', 'Outcome'],
])('%s lists every type with what the sources say of it', (name, file, ending) => {
  const said = described(file, ending)
  expect(said.length).toBeGreaterThan(8)
  expect(rowsOf(page(name)).map(([type, about]) => [type, about])).toEqual(said)
})

test('every module that the package exports is listed', () => {
  const { name, exports } = JSON.parse(readFileSync(join(DOCS, '../package.json'), 'utf8'))
  const modules = Object.keys(exports).map((path) => `\`${join(name, path)}\``)
  expect(
    rowsOf(page('index'))
      .map(([module]) => module)
      .toSorted(),
  ).toEqual(modules.toSorted())
})

test('every command and flag of the help has its place, and pages name no other', async () => {
  const text = await help()
  const verbs = [...text.matchAll(/^joinery-plugin (\w+)/gm)].map(([, verb]) => String(verb))
  const headings = [...page('command-line').matchAll(/^## (\w+)$/gm)].map(([, verb]) => verb)
  expect(verbs.length).toBeGreaterThan(2)
  expect(headings).toEqual(expect.arrayContaining(verbs))
  for (const [flag] of text.matchAll(/--[a-z]+/g)) expect(page('command-line')).toContain(flag)
  const shell = readPages()
    .flatMap(({ path, text }) => blocksIn(path, text))
    .filter(({ language }) => language === 'sh')
  const used = shell.flatMap(({ code }) =>
    [...code.matchAll(/(?<![\w-]|create )joinery-plugin ([a-z]\w*)/g)].map(([, verb]) => String(verb)),
  )
  expect(used.length).toBeGreaterThan(4)
  expect(used.filter((verb) => !verbs.includes(verb))).toEqual([])
})

test('every kind to start from stands there with what it is for', () => {
  for (const [kind, use] of Object.entries(KINDS)) expect(page('command-line')).toContain(`\`${kind}\`: ${use}`)
})
