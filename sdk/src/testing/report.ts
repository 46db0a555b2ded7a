/** What the conformance kit says of a plugin. @module */
import type { Plugin } from '../plugin.ts'
import type { Example } from './example.ts'

/** How a check went; `not-applicable` where the plugin has nothing that it concerns. */
export type CheckStatus = 'passed' | 'failed' | 'not-applicable'

/** The result of one check. */
export interface CheckResult {
  readonly id: string
  /** What the check asks for, as one sentence. */
  readonly title: string
  readonly status: CheckStatus
  /** What is wrong, one sentence each. */
  readonly problems: readonly string[]
}

/** The results of all checks. */
export interface Report {
  /** The plugin's id. */
  readonly plugin: string
  readonly checks: readonly CheckResult[]
  /** Whether no check failed. */
  readonly passed: boolean
}

/** One check: finds problems. */
export interface Check {
  readonly id: string
  readonly title: string
  find(plugin: Plugin, examples: readonly Example[]): Promise<readonly string[] | 'not-applicable'>
}
