/** The actions of a plugin and the examples that show them at work. @module */
import type { Action, Plugin } from '../plugin.ts'
import { prepare } from './attempt.ts'
import type { Example } from './example.ts'

/** Every alternative of every action, with a name for problems. */
export function alternativesOf(plugin: Plugin): readonly { readonly title: string; readonly action: Action }[] {
  return Object.entries(plugin.actions).flatMap(([name, alternatives]) =>
    alternatives.map((action, index) => ({
      title: alternatives.length === 1 ? `action ${name}` : `action ${name}, alternative ${index + 1}`,
      action,
    })),
  )
}

/** The alternative that an example runs; `undefined` where its values do not get that far. */
export function actionOf(plugin: Plugin, example: Example): Action | undefined {
  try {
    return prepare(plugin, example).action
  } catch {
    return undefined
  }
}

/** Examples of an outcome, with the alternative that each runs. */
export function successes(plugin: Plugin, examples: readonly Example[]) {
  return examples.flatMap((example) => {
    const action = example.outcome === undefined ? undefined : actionOf(plugin, example)
    return action === undefined ? [] : [{ example, action }]
  })
}

/** Examples of tasks. */
export function taskExamples(plugin: Plugin, examples: readonly Example[]): readonly Example[] {
  return examples.filter((example) => actionOf(plugin, example)?.kind === 'task')
}

/** An example with one value put in another's place, or taken away where it is `undefined`. */
export function withValue(
  example: Example,
  part: 'account' | 'target' | 'person' | 'input',
  name: string,
  value: unknown,
): Example {
  const { [name]: _old, ...rest } = example[part] ?? {}
  return { ...example, [part]: value === undefined ? rest : { ...rest, [name]: value } }
}
