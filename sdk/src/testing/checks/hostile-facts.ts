/** Check: no fact, setting or input can move a link. @module */
import { linksOf } from '../../check-outcome.ts'
import type { Fields } from '../../fields.ts'
import type { Outcome } from '../../outcome.ts'
import type { Action, Plugin } from '../../plugin.ts'
import { facts } from '../../prepare-run.ts'
import { successes, withValue } from '../actions.ts'
import { attempt, reasonOf } from '../attempt.ts'
import type { Example } from '../example.ts'
import { hostileTexts } from '../hostile-texts.ts'
import { type LinkShape, shapeOf, shapeProblem } from '../link-shape.ts'
import type { Check } from '../report.ts'

type Place = readonly [part: 'target' | 'person' | 'input', name: string]

/** What a harmless person might have in a place that the example leaves empty. */
const HARMLESS = ['Ada', 'ada@example.com', 'EN', '7'] as const

/** No fact, setting or input can move a link. */
export const hostileFacts: Check = {
  id: 'hostile-facts',
  title: 'Whatever a fact, a target’s setting or an input says, a link keeps its origin, path and parameter names.',
  find: async (plugin, examples) => {
    const problems: string[] = []
    let isApplicable = false
    for (const { example, action } of successes(plugin, examples)) {
      if ((await shapesOf(plugin, example)).length === 0) continue
      isApplicable = true
      for (const place of placesOf(plugin, action)) problems.push(...(await problemsAt(plugin, example, place)))
    }
    return isApplicable ? problems : 'not-applicable'
  },
}

function placesOf(plugin: Plugin, action: Action): readonly Place[] {
  return [
    ...facts.map((fact) => ['person', fact] as const),
    ...(action.on === 'account' ? [] : writable(plugin.target?.fields ?? {})).map((name) => ['target', name] as const),
    ...writable(action.input ?? {}).map((name) => ['input', name] as const),
  ]
}

function writable(fields: Fields): readonly string[] {
  return Object.keys(fields).filter((name) => ['text', 'email'].includes(fields[name]?.type ?? ''))
}

async function problemsAt(plugin: Plugin, example: Example, [part, name]: Place): Promise<readonly string[]> {
  const allowed = await allowedShapes(plugin, example, [part, name])
  const problems: string[] = []
  for (const [title, hostile] of hostileTexts) {
    const { outcome, error } = await attempt(plugin, withValue(example, part, name, hostile))
    const found =
      error === undefined
        ? linksIn(outcome).flatMap((link, index) => shapeProblem(link, allowed[index] ?? [], hostile) ?? [])
        : error.code === 'internal' && hostile.trim() !== ''
          ? [reasonOf(error)]
          : []
    problems.push(...found.map((problem) => `"${example.name}" with ${title} as ${part}.${name}: ${problem}`))
  }
  return problems
}

/** Per link, the shapes it has with the example's value, with harmless ones, and with none. */
async function allowedShapes(plugin: Plugin, example: Example, [part, name]: Place) {
  const shapes: LinkShape[][] = []
  const own = example[part]?.[name]
  for (const value of [own, ...HARMLESS, undefined]) {
    for (const [index, shape] of (await shapesOf(plugin, withValue(example, part, name, value))).entries()) {
      shapes[index] = [...(shapes[index] ?? []), shape]
    }
  }
  return shapes
}

async function shapesOf(plugin: Plugin, example: Example): Promise<readonly LinkShape[]> {
  return linksIn((await attempt(plugin, example)).outcome).flatMap((link) => shapeOf(link) ?? [])
}

function linksIn(outcome: unknown): readonly string[] {
  const isOutcome = typeof outcome === 'object' && outcome !== null
  return isOutcome ? linksOf(outcome as Outcome).filter((link) => typeof link === 'string') : []
}
