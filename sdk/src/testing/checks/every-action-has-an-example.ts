/** Check: the examples reach every action. @module */
import { alternativesOf, successes } from '../actions.ts'
import type { Check } from '../report.ts'

/** The examples reach every action. */
export const everyActionHasAnExample: Check = {
  id: 'every-action-has-an-example',
  title: 'Every alternative of every action has an example with an outcome.',
  find: async (plugin, examples) => {
    const reached = new Set(successes(plugin, examples).map(({ action }) => action))
    return alternativesOf(plugin)
      .filter(({ action }) => !reached.has(action))
      .map(({ title }) => `${title} has no example with an outcome`)
  },
}
