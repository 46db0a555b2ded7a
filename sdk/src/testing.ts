/** The conformance kit: every check that a plugin must pass, for any test runner or none. @module */
import type { Plugin } from './plugin.ts'
import { checks } from './testing/checks.ts'
import type { Example } from './testing/example.ts'
import type { Check, CheckResult, Report } from './testing/report.ts'

export type { Example, ReplyExample, RequestExample } from './testing/example.ts'
export type { CheckResult, CheckStatus, Report } from './testing/report.ts'

/** The two functions of a test runner that {@link testPlugin} needs; those of Vitest, Jest, Mocha and node:test fit. */
export interface TestRunner {
  readonly describe: (name: string, define: () => void) => unknown
  readonly test: (name: string, run: () => Promise<void>) => unknown
}

/**
 * Runs every check on a plugin with its author's examples. It calls no network: tasks get a server that answers as the
 * examples say, or fails.
 *
 * @example
 * const report = await checkPlugin(plugin, examples)
 * report.passed // true
 */
export async function checkPlugin(plugin: Plugin, examples: readonly Example[]): Promise<Report> {
  const results: CheckResult[] = []
  // One after another: a check that traps the clock must not disturb its neighbours.
  for (const check of checks) results.push(await resultOf(check, plugin, examples))
  return { plugin: plugin.id, checks: results, passed: results.every(({ status }) => status !== 'failed') }
}

/**
 * Declares one test per check.
 *
 * @example
 * import { describe, test } from 'vitest'
 * testPlugin(plugin, examples, { describe, test })
 */
export function testPlugin(plugin: Plugin, examples: readonly Example[], { describe, test }: TestRunner): void {
  describe(`${plugin.id} is a sound plugin`, () => {
    for (const check of checks) {
      test(`${check.id}: ${check.title}`, async () => {
        const { problems } = await resultOf(check, plugin, examples)
        if (problems.length > 0) throw new Error(problems.join('\n'))
      })
    }
  })
}

async function resultOf(check: Check, plugin: Plugin, examples: readonly Example[]): Promise<CheckResult> {
  const { id, title } = check
  try {
    const found = await check.find(plugin, examples)
    if (found === 'not-applicable') return { id, title, status: 'not-applicable', problems: [] }
    const problems = [...new Set(found)]
    return { id, title, status: problems.length === 0 ? 'passed' : 'failed', problems }
  } catch (error) {
    return { id, title, status: 'failed', problems: [`the check could not be made: ${error}`] }
  }
}
