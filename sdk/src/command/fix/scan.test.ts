/** What stands where in a source, and what cannot be followed. @module */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scan } from './scan.ts'

const pathsOf = (source: string, value: string) =>
  scan(source)
    ?.literals.filter((literal) => literal.value === value)
    .map(({ path }) => path.join('.'))

test.each<[string, string]>([
  ["definePlugin({ permissions: { open: ['x'] } })", 'permissions.open'],
  ["const permissions = { open: ['x'] }", 'permissions.open'],
  [
    "definePlugin({ 'permissions': { fetch: [{ pattern: 'x', clientCertificate: true }] } })",
    'permissions.fetch.pattern',
  ],
  ["definePlugin({ a: /[/'{]/u, /* { */ version: 'x' })", 'version'],
  ["const a = b / c / d // '{\nconst version = 1, e = { version: 'x' }", 'e.version'],
  ["f({ name: { en: `a`, de: 'b' }, version: 'x' })", 'version'],
  ["f({ version: cond ? 'y' : 'x' })", ''],
])('in %s', (source, path) => {
  expect(pathsOf(source, 'x')?.[0]).toBe(path)
})

test('lists have their elements, however they are written', () => {
  const source = "f({ a: ['x', { pattern: 'y', z: [1] }, ...more, g('w'),] })"
  const list = scan(source)?.lists.find(({ path }) => path.join() === 'a')
  expect(list?.elements.map(({ start, end }) => source.slice(start, end))).toEqual([
    "'x'",
    "{ pattern: 'y', z: [1] }",
    '...more',
    "g('w')",
  ])
})

test.each([`f({ a: \`x\${'y'}\` })`, "f({ a: ['x' })", 'f(', ')', "f({ a: 'x })"])('does not follow %s', (source) => {
  expect(scan(source)).toBeUndefined()
})

test('follows our own plugins’ sources, but for filled templates', () => {
  const root = join(import.meta.dirname, '../../../..')
  const sources = globSync('plugins/*/src/**/*.ts', { cwd: root }).map((path) => readFileSync(join(root, path), 'utf8'))
  const plain = sources.filter((source) => !source.includes('${'))
  expect(plain.length).toBeGreaterThan(50)
  expect(plain.filter((source) => scan(source) === undefined)).toEqual([])
})
