/** Check: no absent or masked value ends up in a link. @module */
import { checkOutcome } from '../../check-outcome.ts'
import type { Fields } from '../../fields.ts'
import type { Action, Plugin } from '../../plugin.ts'
import { facts } from '../../prepare-run.ts'
import { successes, withValue } from '../actions.ts'
import { asPluginError, attempt, prepare } from '../attempt.ts'
import type { Example } from '../example.ts'
import type { Check } from '../report.ts'
import { textsIn } from '../same.ts'

type Gap = readonly [part: 'account' | 'target' | 'person' | 'input', name: string]

/** A value that was joined into a text by mistake. */
const BROKEN_TEXT = /\b(undefined|NaN)\b|\[object \w+\]|\[secret\]/

/** No absent or masked value ends up in a link. */
export const noBrokenValues: Check = {
  id: 'no-broken-values',
  title: 'No undefined, NaN, [object Object] or [secret] is in an outcome, whichever optional values are absent.',
  find: async (plugin, examples) => {
    const shown = successes(plugin, examples)
    if (shown.length === 0) return 'not-applicable'
    const problems: string[] = []
    for (const { example, action } of shown) {
      for (const [title, varied] of variants(plugin, example, action)) {
        const { outcome } = await attempt(plugin, varied)
        if (outcome === undefined) continue
        problems.push(...brokenIn(plugin, varied, outcome).map((problem) => `"${example.name}"${title}: ${problem}`))
      }
    }
    return problems
  },
}

function variants(plugin: Plugin, example: Example, action: Action): readonly (readonly [string, Example])[] {
  const gaps: readonly Gap[] = [
    ...facts.filter((fact) => !action.needs?.includes(fact)).map((fact) => ['person', fact] as const),
    ...optional(plugin.account).map((name) => ['account', name] as const),
    ...optional(plugin.target?.fields ?? {}).map((name) => ['target', name] as const),
    ...optional(action.input ?? {}).map((name) => ['input', name] as const),
  ]
  const without = (varied: Example, [part, name]: Gap) => withValue(varied, part, name, undefined)
  return [
    ['', example],
    [' without any optional value', gaps.reduce(without, example)],
    ...gaps.map((gap) => [` without ${gap.join('.')}`, without(example, gap)] as const),
  ]
}

function optional(fields: Fields): readonly string[] {
  return Object.keys(fields).filter((name) => fields[name]?.optional)
}

function brokenIn(plugin: Plugin, example: Example, outcome: unknown): readonly string[] {
  const texts = textsIn(outcome).filter(([, text]) => BROKEN_TEXT.test(text))
  if (texts.length > 0) return texts.map(([path]) => `${path} holds a broken value`)
  try {
    checkOutcome(plugin, prepare(plugin, example).args.account, outcome)
  } catch (error) {
    const { code, cause } = asPluginError(error)
    if (code === 'internal') return [`the host refuses the outcome: ${cause}`]
  }
  return brokenNumbers(outcome)
}

function brokenNumbers(value: unknown, path = 'outcome'): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => brokenNumbers(part, `${path}.${name}`))
}
