/** Check: every link is one that the plugin may open. @module */
import { checkOutcome } from '../../check-outcome.ts'
import type { Plugin } from '../../plugin.ts'
import { successes } from '../actions.ts'
import { asPluginError, attempt, prepare } from '../attempt.ts'
import type { Example } from '../example.ts'
import type { Check } from '../report.ts'

/** Every link is one that the plugin may open. */
export const opensOnlyPermitted: Check = {
  id: 'opens-only-permitted',
  title: 'Every link matches one of the patterns in permissions.open.',
  find: async (plugin, examples) => {
    const shown = successes(plugin, examples)
    if (shown.length === 0) return 'not-applicable'
    const problems: string[] = []
    for (const { example } of shown) {
      const { outcome } = await attempt(plugin, example)
      if (outcome !== undefined && !isPermitted(plugin, example, outcome)) {
        problems.push(`"${example.name}": it gives a link outside permissions.open`)
      }
    }
    return problems
  },
}

function isPermitted(plugin: Plugin, example: Example, outcome: unknown): boolean {
  try {
    checkOutcome(plugin, prepare(plugin, example).args.account, outcome)
    return true
  } catch (error) {
    return asPluginError(error).code !== 'not-permitted'
  }
}
