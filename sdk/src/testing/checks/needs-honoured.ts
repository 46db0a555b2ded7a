/** Check: `needs` names the facts that an action cannot do without. @module */
import type { Plugin } from '../../plugin.ts'
import { facts } from '../../prepare-run.ts'
import { successes, withValue } from '../actions.ts'
import { attempt, reasonOf } from '../attempt.ts'
import type { Example } from '../example.ts'
import type { Check } from '../report.ts'

/** `needs` names the facts that an action cannot do without. */
export const needsHonoured: Check = {
  id: 'needs-honoured',
  title: 'Without a needed fact an action is refused by that fact’s name; without any other it does not break down.',
  find: async (plugin, examples) => {
    const shown = successes(plugin, examples)
    if (shown.length === 0) return 'not-applicable'
    const problems: string[] = []
    for (const { example, action } of shown) {
      for (const fact of facts) {
        const problem = await without(plugin, example, fact, (action.needs ?? []).includes(fact))
        if (problem !== undefined) problems.push(`"${example.name}" without ${fact}: ${problem}`)
      }
    }
    return problems
  },
}

async function without(plugin: Plugin, example: Example, fact: string, isNeeded: boolean): Promise<string | undefined> {
  const { error } = await attempt(plugin, withValue(example, 'person', fact, undefined))
  if (error?.code === 'internal') return reasonOf(error)
  if (!isNeeded) return undefined
  return error?.code === 'missing' && error.field === fact ? undefined : 'it is not refused as missing'
}
