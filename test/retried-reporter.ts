/** Lists the tests that passed only when they ran once more: each is a fault to look for, in the test or the product. @module */
import type { Reporter, TestCase } from 'vitest/node'

/** As Vitest takes it. */
export default class RetriedReporter implements Reporter {
  readonly #retried: string[] = []

  onTestCaseResult(test: TestCase): void {
    if (!test.diagnostic()?.flaky) return
    const [reason = ''] = test.result().errors?.map(({ message }) => message) ?? []
    this.#retried.push(`${test.project.name} ${test.module.relativeModuleId}: ${test.fullName}\n    ${reason}`)
  }

  onTestRunEnd(): void {
    if (this.#retried.length === 0) return
    process.stdout.write(`\nPassed only when run once more:\n  ${this.#retried.join('\n  ')}\n`)
  }
}
