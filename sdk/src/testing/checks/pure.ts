/** Check: link actions are pure. @module */
import type { LinkAction, Plugin } from '../../plugin.ts'
import { actionOf } from '../actions.ts'
import { asPluginError, prepare } from '../attempt.ts'
import type { Example } from '../example.ts'
import type { Check } from '../report.ts'
import { same } from '../same.ts'
import { trapEverything } from '../traps.ts'

/** Link actions are pure. */
export const pure: Check = {
  id: 'pure',
  title: 'A link is made of its arguments alone: no clock, random, network, timer or storage; twice the same.',
  find: async (plugin, examples) => {
    const links = examples.flatMap((example) => {
      const action = actionOf(plugin, example)
      return action?.kind === 'link' ? [{ example, action }] : []
    })
    if (links.length === 0) return 'not-applicable'
    return links.flatMap(({ example, action }) =>
      problemsOf(plugin, example, action).map((problem) => `"${example.name}": ${problem}`),
    )
  },
}

function problemsOf(plugin: Plugin, example: Example, action: LinkAction): readonly string[] {
  const once = build(plugin, example, action)
  const twice = build(plugin, example, action)
  const reached = [...new Set([...once.sprung, ...twice.sprung])]
  if (reached.length > 0) return reached.map((name) => `it reached for ${name}`)
  if (once.result instanceof Promise) return ['it gave a promise; a link is made at once (make it a task)']
  return same(once.result, twice.result) ? [] : ['the same arguments gave two outcomes']
}

/** Nothing is awaited between setting and restoring, so nobody else meets the traps. */
function build(plugin: Plugin, example: Example, action: LinkAction) {
  const { args } = prepare(plugin, example)
  const traps = trapEverything()
  try {
    return { result: action.build(args) as unknown, sprung: traps.sprung }
  } catch (error) {
    const { code, field } = asPluginError(error)
    return { result: { code, field }, sprung: traps.sprung }
  } finally {
    traps.restore()
  }
}
