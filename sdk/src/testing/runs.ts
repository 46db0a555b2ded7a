/** The ways in which the kit varies an example: hostile values in every place, and a server that fails. @module */
import type { Fields } from '../fields.ts'
import type { Action, Plugin } from '../plugin.ts'
import { facts } from '../prepare-run.ts'
import { withValue } from './actions.ts'
import { type Attempt, attempt } from './attempt.ts'
import type { Example } from './example.ts'
import type { Failure } from './failures.ts'
import { answersOf } from './fake-server.ts'
import { hostileTexts } from './hostile-texts.ts'

/** Where in an example a hostile text can stand. */
export type Place = readonly [part: 'target' | 'person' | 'input', name: string]

/** Every place that an action reads a text from and that a page or a user fills. */
export function placesOf(plugin: Plugin, action: Action): readonly Place[] {
  return [
    ...facts.map((fact) => ['person', fact] as const),
    ...(action.on === 'account' ? [] : writable(plugin.target?.fields ?? {})).map((name) => ['target', name] as const),
    ...writable(action.input ?? {}).map((name) => ['input', name] as const),
  ]
}

function writable(fields: Fields): readonly string[] {
  return Object.keys(fields).filter((name) => ['text', 'email'].includes(fields[name]?.type ?? ''))
}

/** An example with each of the hostile texts in one place. */
export function hostileVariants(example: Example, [part, name]: Place) {
  return hostileTexts.map(([title, hostile]) => ({
    title,
    hostile,
    example: withValue(example, part, name, hostile),
  }))
}

/** Tries an example whose server fails at one request, counted from 0, and at all that follow. */
export function failingAt(plugin: Plugin, example: Example, failing: number, failure: Failure): Promise<Attempt> {
  const controller = new AbortController()
  const good = answersOf(example.replies ?? [])
  const answer = (index: number) => (index < failing ? good(index) : failure.answer(controller))
  return attempt(plugin, example, { answer, controller })
}
