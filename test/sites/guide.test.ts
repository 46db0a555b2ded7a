/** What the guide to sites says is so. @module */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cleanUp } from '../../extension/src/sites/clean-up.ts'
import type { CleanUp } from '../../extension/src/sites/rule.ts'
import { lintSite } from './lint.ts'
import { lintSelector } from './lint-selector.ts'
import { GUIDE_FILE, withSiteList } from './site-list.ts'
import { siteSchema } from './site-schema.ts'

const guide = readFileSync(GUIDE_FILE, 'utf8')
const example = JSON.parse(/```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? '')

/** The first cells of a table's lines, after the line of its heads. */
function cellsOf(head: string): readonly (readonly string[])[] {
  const [, table = ''] = guide.split(`${head}\n`)
  const lines = table.split('\n').slice(1)
  return lines
    .slice(
      0,
      lines.findIndex((line) => !line.startsWith('|')),
    )
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('\\|', '|')),
    )
}
const codesIn = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)

test('the list of sites is that of the files; `pnpm site-files` writes it anew', () => {
  expect(guide).toBe(withSiteList(guide))
  expect(guide).toContain('espocrm.json')
})

test('the example is a file that nothing refuses', () => {
  expect(lintSite(example)).toEqual([])
})

test('everything that can stand in a file is explained', () => {
  const names: string[] = []
  const collect = (part: unknown) => {
    if (typeof part !== 'object' || part === null) return
    const { properties } = part as { properties?: object }
    if (properties !== undefined) names.push(...Object.keys(properties))
    for (const inner of Object.values(part)) collect(inner)
  }
  collect(siteSchema())
  expect(names).toContain('shadowHosts')
  expect([...new Set(names)].filter((name) => !guide.includes(`\`${name}\``))).toEqual([])
})

describe('clean-ups do what the guide says', () => {
  test.each(cellsOf('| clean-up | makes of | this |'))('%s', (step, before, after) => {
    const [name, text, cleaned] = [step, before, after].map((cell) => codesIn(cell)[0] ?? '')
    expect(cleanUp(text ?? '', [name as CleanUp])).toBe(cleaned)
  })

  test('all of them are there', () => {
    const inGuide = cellsOf('| clean-up | makes of | this |').map(([step]) => codesIn(step)[0])
    const { $defs } = siteSchema() as { $defs: { factSource: unknown } }
    const inSchema = /"enum":(\["after-colon".*?\])/.exec(JSON.stringify($defs.factSource))?.[1]
    expect(inGuide).toEqual(JSON.parse(inSchema ?? '[]'))
  })
})

test('the selectors that the guide shows are accepted, and those that it warns of are refused', () => {
  const shown = cellsOf('| selector | means |').flatMap(([cell]) => codesIn(cell))
  expect(shown.length).toBeGreaterThan(5)
  expect(shown.filter((selector) => lintSelector(selector).length > 0)).toEqual([])
  const refused = cellsOf('| refused | instead |')
    .flatMap(([cell]) => codesIn(cell))
    .filter((code) => !code.includes('…'))
  expect(refused.length).toBeGreaterThan(5)
  expect(refused.filter((selector) => lintSelector(selector).length === 0)).toEqual([])
})
