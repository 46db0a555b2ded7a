/** Writes down the files that failed, for `run.ts`, which runs them once more. @module */
import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node'

/** Names the file that the list goes to; without it nothing is written. */
export const FAILED_FILES_VARIABLE = 'JOINERY_FAILED_FILES'

/** A file that failed, and what failed in it. */
export interface FailedFile {
  readonly project: string
  readonly file: string
  readonly failures: readonly string[]
}

/** As Vitest takes it. */
export default class FailedFilesReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[], reason: TestRunEndReason): void {
    const path = process.env[FAILED_FILES_VARIABLE]
    // What broke outside of every test is of no file.
    if (path === undefined || errors.length > 0 || reason === 'interrupted') return
    writeFileSync(path, JSON.stringify(modules.filter((module) => !module.ok()).map(describe)))
  }
}

function describe(module: TestModule): FailedFile {
  const own = module.errors().map(({ message }) => message)
  const tests = [...module.children.allTests('failed')].map((test) => {
    const [error] = test.result().errors ?? []
    return `${test.fullName}\n      ${error?.message ?? 'without an error'}`
  })
  return { project: module.project.name, file: module.relativeModuleId, failures: [...own, ...tests] }
}
