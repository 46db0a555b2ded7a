/** Each check has its page, and what the page shows is so: its examples are compiled, and checked. @module */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import type { Plugin } from '../plugin.ts'
import { type CheckResult, checkPlugin, type Example } from '../testing.ts'
import { checks } from './checks.ts'
import { pageOf } from './report.ts'

const sdk = fileURLToPath(new URL('../..', import.meta.url))
const pages = join(sdk, 'docs/checks')
const SECTIONS = ['What it holds', 'Why', 'Wrong', 'Right', 'Source']
/** Examples speak English alone so that they stay short; only this check's own page must do better. */
const LANGUAGES = 'host-languages'
/** Problems that a page shows before it counts the rest. */
const SHOWN = 4

const scratch = mkdtempSync(join(tmpdir(), 'check-pages-'))
afterAll(() => rmSync(scratch, { recursive: true }))
mkdirSync(join(scratch, 'node_modules/@joinery'), { recursive: true })
symlinkSync(sdk, join(scratch, 'node_modules/@joinery/sdk'))
writeFileSync(join(scratch, 'package.json'), '{"type":"module"}')

/** A page's sections by their headings; what stands before the first is under the empty one. */
function sectionsOf(id: string): ReadonlyMap<string, string> {
  const [before = '', ...rest] = readFileSync(join(sdk, pageOf(id)), 'utf8').split(/^## /m)
  const split = rest.map((section) => [section.split('\n', 1)[0] ?? '', section.replace(/^.*\n/, '').trim()] as const)
  return new Map([['', before.trim()], ...split])
}

/** The only block of code of one language in a section. */
function blockIn(section: string | undefined, language: string): string {
  const blocks = [...(section ?? '').matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))]
  expect(blocks).toHaveLength(1)
  return blocks[0]?.[1] ?? ''
}

function written(id: string, heading: 'Wrong' | 'Right'): string {
  const file = join(scratch, `${id}-${heading.toLowerCase()}.ts`)
  writeFileSync(file, blockIn(sectionsOf(id).get(heading), 'ts'))
  return file
}

async function resultsOf(id: string, heading: 'Wrong' | 'Right'): Promise<readonly CheckResult[]> {
  const module: { default: Plugin; examples: readonly Example[] } = await import(
    pathToFileURL(written(id, heading)).href
  )
  return (await checkPlugin(module.default, module.examples)).checks
}

/** The checks that found something. */
function foundIn(results: readonly CheckResult[], id: string): readonly string[] {
  const found = results.filter(({ status }) => status === 'failed' || status === 'warned')
  return found.map((result) => result.id).filter((other) => other === id || other !== LANGUAGES)
}

test('there is a page for each check, and no other', () => {
  const files = readdirSync(pages).filter((name) => name !== 'README.md')
  expect(files.toSorted()).toEqual(checks.map(({ id }) => `${id}.md`).toSorted())
})

test('the index lists each check with its title, in the order of the report', () => {
  const rows = readFileSync(join(pages, 'README.md'), 'utf8').match(/^\| \[.*$/gm)
  expect(rows).toEqual(
    checks.map(
      ({ id, mends = '', severity = 'error', title }) =>
        `| [${id}](${id}.md) | ${severity} | ${title} | ${mends}${mends === '' ? '' : ' '}|`,
    ),
  )
})

describe.each(checks)('the page about $id', ({ id, mends, title, severity = 'error' }) => {
  const sections = sectionsOf(id)

  test('opens with the check’s title, and has every section', () => {
    const means = severity === 'error' ? 'An error: ' : 'A warning: '
    expect(sections.get('')).toContain(`# ${id}\n\n**${title}** ${means}`)
    expect([...sections.keys()]).toEqual(['', ...SECTIONS])
    for (const heading of SECTIONS) expect(sections.get(heading)).toMatch(/\S/)
    // What is mended is said where the right way is shown, and nowhere else.
    expect(sections.get('Right')?.includes('`--fix`')).toBe(mends !== undefined)
    expect(sections.get('Source')).toMatch(/^`design\.md`, (section \d|invariant \d)/)
  })

  test('shows a plugin that this check alone finds wrong, and what it says', async () => {
    const results = await resultsOf(id, 'Wrong')
    expect(foundIn(results, id)).toEqual([id])
    const problems = results.find((result) => result.id === id)?.problems ?? []
    const rest = problems.length > SHOWN ? [`and ${problems.length - SHOWN} more`] : []
    const said = [...problems.slice(0, SHOWN), ...rest]
    expect(blockIn(sections.get('Wrong'), 'text')).toBe(`${said.join('\n')}\n`)
  })

  test('shows the same made right', async () => {
    const results = await resultsOf(id, 'Right')
    expect(foundIn(results, id)).toEqual([])
    expect(results.find((result) => result.id === id)?.status).toBe('passed')
  })

  test('links to pages that there are', () => {
    const links = [...sections.values()].flatMap((text) => [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to))
    expect(links.filter((to) => !readdirSync(pages).includes(String(to)))).toEqual([])
  })
})

test('all their examples compile', () => {
  for (const { id } of checks) {
    written(id, 'Wrong')
    written(id, 'Right')
  }
  const root = dirname(sdk.replace(/\/$/, ''))
  const compilerOptions = { types: [] }
  writeFileSync(
    join(scratch, 'tsconfig.json'),
    JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, include: ['*.ts'], exclude: [] }),
  )
  const compiler = createRequire(import.meta.url).resolve('typescript/package.json')
  const run = () =>
    execFileSync(process.execPath, [join(dirname(compiler), 'bin/tsc'), '-p', scratch], { encoding: 'utf8' })
  expect(run()).toBe('')
  writeFileSync(join(scratch, 'pure-right.ts'), 'export const wrong: number = "text"\n')
  expect(run).toThrow(expect.objectContaining({ stdout: expect.stringContaining('TS2322') }))
})
