/** What the conformance kit says of a plugin. @module */
import type { Plugin } from '../plugin.ts'
import type { Example } from './example.ts'
import type { HostWords } from './host-words.ts'

/** What a check's problems mean: an `error` fails the plugin, a `warning` is for its author to weigh. */
export type CheckSeverity = 'error' | 'warning'

/** How a check went; `not-applicable` where the plugin has nothing that it concerns. */
export type CheckStatus = 'passed' | 'failed' | 'warned' | 'not-applicable'

/** The result of one check. */
export interface CheckResult {
  readonly id: string
  /** What the check asks for, as one sentence. */
  readonly title: string
  /** `warned` is the status of a warning with problems, `failed` that of an error. */
  readonly severity: CheckSeverity
  readonly status: CheckStatus
  /** What is wrong, one sentence each. */
  readonly problems: readonly string[]
  /** The page about this check, with a wrong and a right example: a path within the SDK's package. */
  readonly page: string
}

/** The results of all checks. */
export interface Report {
  /** The plugin's id. */
  readonly plugin: string
  readonly checks: readonly CheckResult[]
  /** Whether no check failed; warnings do not count. */
  readonly passed: boolean
}

/** What the checks are told beside the plugin and its examples. */
export interface CheckOptions {
  /** The translations that the plugin's host keeps of its texts, where it does. */
  readonly words?: HostWords
}

/** One check: finds problems. */
export interface Check {
  readonly id: string
  readonly title: string
  /** What `--fix` does about its problems, where it can; for the index of the pages. */
  readonly mends?: string
  /** `error` unless told. */
  readonly severity?: CheckSeverity
  find(
    plugin: Plugin,
    examples: readonly Example[],
    options: CheckOptions,
  ): Promise<readonly string[] | 'not-applicable'>
}

/** The path of a check's page within the SDK's package. */
export function pageOf(id: string): string {
  return `docs/checks/${id}.md`
}
