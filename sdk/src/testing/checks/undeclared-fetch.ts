/** Check: tasks call what they declared, through the host. @module */
import { taskExamples } from '../actions.ts'
import { attempt } from '../attempt.ts'
import type { Check } from '../report.ts'
import { trapNetwork } from '../traps.ts'

// Only one try at a time may have the traps set, or one would take another's for what was there before.
let last: Promise<unknown> = Promise.resolve()

/** Tasks call what they declared, through the host. */
export const undeclaredFetch: Check = {
  id: 'undeclared-fetch',
  title: 'A task calls only what permissions.fetch names, and only by host.fetch.',
  find: async (plugin, examples) => {
    const tasks = taskExamples(plugin, examples)
    if (tasks.length === 0) return 'not-applicable'
    const problems: string[] = []
    for (const example of tasks) {
      const { undeclared, sprung } = await alone(async () => {
        const traps = trapNetwork()
        try {
          return { ...(await attempt(plugin, example)), sprung: traps.sprung }
        } finally {
          traps.restore()
        }
      })
      problems.push(...undeclared.map((url) => `"${example.name}": it called ${url}, which no permission names`))
      problems.push(...[...sprung].map((name) => `"${example.name}": it used ${name} in place of host.fetch`))
    }
    return problems
  },
}

function alone<Result>(work: () => Promise<Result>): Promise<Result> {
  const result = last.then(work)
  last = result.catch(() => undefined)
  return result
}
