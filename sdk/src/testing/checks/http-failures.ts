/** Check: a task survives whatever a server does. @module */
import { taskExamples } from '../actions.ts'
import { type Attempt, attempt, reasonOf } from '../attempt.ts'
import { type Failure, failures } from '../failures.ts'
import type { Check } from '../report.ts'
import { failingAt } from '../runs.ts'
import { show } from '../same.ts'

/** A task survives whatever a server does. */
export const httpFailures: Check = {
  id: 'http-failures',
  title: 'Whatever the server fails at, at whichever request, the task ends in a PluginError and opens nothing.',
  find: async (plugin, examples) => {
    const tasks = taskExamples(plugin, examples).filter(({ outcome }) => outcome !== undefined)
    const problems: string[] = []
    let isApplicable = false
    for (const example of tasks) {
      const { requests } = await attempt(plugin, example)
      for (const index of requests.keys()) {
        isApplicable = true
        for (const failure of failures) {
          const problem = problemOf(failure, await failingAt(plugin, example, index, failure))
          if (problem === undefined) continue
          problems.push(`"${example.name}", request ${index + 1}, ${failure.name}: ${problem}`)
        }
      }
    }
    return isApplicable ? problems : 'not-applicable'
  },
}

function problemOf(failure: Failure, { outcome, error }: Attempt): string | undefined {
  if (error !== undefined) return error.code === 'internal' ? reasonOf(error) : undefined
  const type = (outcome as { readonly type?: unknown } | undefined)?.type
  // A request whose body says nothing may succeed without one, and what is gone already needs no removal.
  if ((type === 'done' || type === 'removed') && failure.kind === 'strange-body') return undefined
  if (type === 'removed' && failure.kind === 'not-there') return undefined
  return `it gave ${show(outcome)}`
}
