/** The documentation site is built by one command, which fails at a dead link; it has every page, and what programs read. @module */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { llmsText } from './llms.ts'
import { DOCS, GENERATED, readPages } from './pages.ts'
import { addressOf } from './sidebar.ts'

const LIMIT_MILLISECONDS = 300_000
const dist = join(DOCS, 'dist')
const pages = readPages()

beforeAll(() => {
  rmSync(dist, { recursive: true, force: true })
  const env = { ...process.env, PATH: [dirname(process.execPath), process.env.PATH].join(delimiter) }
  execFileSync('npx', ['-y', 'pnpm@12', 'run', 'docs'], { cwd: join(DOCS, '../..'), env, stdio: 'pipe' })
}, LIMIT_MILLISECONDS)

test('every page is there, as a page to look at and as it was written', () => {
  const html = pages.map(({ path }) => addressOf(path).replace(/\/$/, '/index'))
  expect(html.filter((address) => !existsSync(join(dist, `${address}.html`)))).toEqual([])
  for (const { path, text } of pages) expect(readFileSync(join(dist, path), 'utf8')).toBe(text)
})

test('every module has its page of declarations', () => {
  const { name, exports } = JSON.parse(readFileSync(join(DOCS, '../package.json'), 'utf8'))
  const modules = Object.keys(exports).map((path) => join(name, path))
  const html = (module: string) => readFileSync(join(dist, GENERATED, `${module}.html`), 'utf8')
  expect(modules.filter((module) => !html(module).includes(`tabindex="-1">${module} <a `))).toEqual([])
})

test('llms.txt is there', () => {
  expect(readFileSync(join(dist, 'llms.txt'), 'utf8')).toBe(llmsText(pages))
})
