/** Check: actions leave their arguments as they are. @module */
import type { AnyArguments } from '../../plugin.ts'
import { Secret } from '../../secret.ts'
import { attempt } from '../attempt.ts'
import type { Check } from '../report.ts'
import { same } from '../same.ts'

/** Actions leave their arguments as they are. */
export const argumentsUntouched: Check = {
  id: 'arguments-untouched',
  title: 'An action changes nothing in its arguments, and comes out the same where they are frozen.',
  find: async (plugin, examples) => {
    const problems: string[] = []
    for (const example of examples) {
      let given: AnyArguments | undefined
      let before: unknown
      const free = await attempt(plugin, example, {
        arrange(args) {
          given = args
          before = copy(args)
        },
      })
      const frozen = await attempt(plugin, example, { arrange: freeze })
      if (!same(given, before)) problems.push(`"${example.name}": it changed its arguments`)
      else if (free.error?.code !== frozen.error?.code || !same(free.outcome, frozen.outcome)) {
        problems.push(`"${example.name}": it comes out differently where its arguments are frozen`)
      }
    }
    return problems
  },
}

function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Secret) return value
  if (Array.isArray(value)) return value.map(copy)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copy(part)]))
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const part of Object.values(value)) freeze(part)
  Object.freeze(value)
}
