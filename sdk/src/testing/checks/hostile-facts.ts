/** Check: no fact, setting or input can move a link. @module */
import type { Plugin } from '../../plugin.ts'
import { successes, withValue } from '../actions.ts'
import { attempt, reasonOf } from '../attempt.ts'
import type { Example } from '../example.ts'
import { type LinkShape, shapeOf, shapeProblem } from '../link-shape.ts'
import { linksIn } from '../links-in.ts'
import type { Check } from '../report.ts'
import { hostileVariants, type Place, placesOf } from '../runs.ts'

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

async function problemsAt(plugin: Plugin, example: Example, [part, name]: Place): Promise<readonly string[]> {
  const allowed = await allowedShapes(plugin, example, [part, name])
  const problems: string[] = []
  for (const { title, hostile, example: varied } of hostileVariants(example, [part, name])) {
    const { outcome, error } = await attempt(plugin, varied)
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
