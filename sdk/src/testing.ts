/** The conformance kit: every check that a plugin must pass, for any test runner or none. @module */
import type { Plugin } from './plugin.ts'
import { checks } from './testing/checks.ts'
import type { Example } from './testing/example.ts'
import { type Check, type CheckOptions, type CheckResult, pageOf, type Report } from './testing/report.ts'

export type { Example, ReplyExample, RequestExample } from './testing/example.ts'
export type { HostWords } from './testing/host-words.ts'
export type { CheckOptions, CheckResult, CheckSeverity, CheckStatus, Report } from './testing/report.ts'

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
export async function checkPlugin(
  plugin: Plugin,
  examples: readonly Example[],
  options: CheckOptions = {},
): Promise<Report> {
  const results: CheckResult[] = []
  // One after another: a check that traps the clock must not disturb its neighbours.
  for (const check of checks) results.push(await resultOf(check, plugin, examples, options))
  return { plugin: plugin.id, checks: results, passed: results.every(({ status }) => status !== 'failed') }
}

/** What the checks are told, and what {@link testPlugin} does about warnings. */
export interface TestOptions extends CheckOptions {
  /** Warnings fail their test. */
  readonly strict?: boolean
  /** Lists a check's warnings; prints them by `console.warn` unless told. */
  readonly warn?: (warnings: string) => void
}

/**
 * Declares one test per check. A test fails with the problems and the check's page; warnings are listed and fail nothing,
 * unless `strict` says so.
 *
 * @example
 * import { describe, test } from 'vitest'
 * testPlugin(plugin, examples, { describe, test })
 */
export function testPlugin(
  plugin: Plugin,
  examples: readonly Example[],
  { describe, test }: TestRunner,
  { strict = false, warn = console.warn, ...options }: TestOptions = {},
): void {
  describe(`${plugin.id} is a sound plugin`, () => {
    for (const check of checks) {
      test(`${check.id}: ${check.title}`, async () => {
        const { status, problems, page } = await resultOf(check, plugin, examples, options)
        const found = `${problems.join('\n')}\nSee @joinery/sdk/${page}`
        if (status === 'failed' || (status === 'warned' && strict)) throw new Error(found)
        if (status === 'warned') warn(`${plugin.id}, ${check.id}: ${found}`)
      })
    }
  })
}

async function resultOf(
  check: Check,
  plugin: Plugin,
  examples: readonly Example[],
  options: CheckOptions,
): Promise<CheckResult> {
  const { id, title, severity = 'error' } = check
  const about = { id, title, severity, page: pageOf(id) }
  const bad = severity === 'error' ? 'failed' : 'warned'
  try {
    const found = await check.find(plugin, examples, options)
    if (found === 'not-applicable') return { ...about, status: 'not-applicable', problems: [] }
    const problems = [...new Set(found)]
    return { ...about, status: problems.length === 0 ? 'passed' : bad, problems }
  } catch (error) {
    return { ...about, status: bad, problems: [`the check could not be made: ${error}`] }
  }
}
