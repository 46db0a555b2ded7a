/** Asks axe what is wrong with a page: the rules of WCAG 2.2 up to AA, and what is good practice. @module */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from '../browsers/session.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
// Its text becomes a function's own, since no page of ours would evaluate a text.
const bringAxe = new Function(source) as () => void

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** Every rule; axe leaves the size of targets out unless it is named. */
export const ALL_RULES: RunOptions = {
  runOnly: { type: 'tag', values: TAGS },
  rules: { 'target-size': { enabled: true } },
}

/** Some rules alone. */
export function rules(...names: readonly string[]): RunOptions {
  return { runOnly: { type: 'rule', values: [...names] } }
}

/** Each violation in a line of its own: the rule, the element and what is to be done. */
export async function violations(page: Page, options: RunOptions): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(bringAxe)
  return await page.evaluate(async (wanted) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }
    const found = await axe.run({ resultTypes: ['violations'], ...wanted })
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n  ${failureSummary}`),
    )
  }, options)
}
