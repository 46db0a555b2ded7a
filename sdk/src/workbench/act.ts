/** Runs a plugin's actions with the values of the page's forms. @module */
import { isPluginError } from '../errors.ts'
import { runAction } from '../host.ts'
import type { Plugin } from '../plugin.ts'
import { chooseAction, prepareRun } from '../prepare-run.ts'
import { readFields } from '../read-fields.ts'
import type { Example } from '../testing/example.ts'
import { traceValues } from '../trace/trace.ts'
import { maskOf, typedSecrets } from './masking.ts'
import type { ActionState, ShownExchange, TaskState, Values, WrittenReply } from './messages.ts'
import { recordingFetch, replayed } from './replay.ts'
import { type Showing, showError, showOutcome } from './show.ts'

/** Takes what was printed since the last time. */
export type TakeLines = () => readonly string[]

/** Every action: of a link what it gives, of a task what stands against running it. */
export async function evaluate(plugin: Plugin, values: Values, takeLines: TakeLines): Promise<readonly ActionState[]> {
  const states: ActionState[] = []
  for (const name of Object.keys(plugin.actions)) states.push(await stateOf(plugin, name, values, takeLines))
  return states
}

async function stateOf(plugin: Plugin, name: string, values: Values, takeLines: TakeLines): Promise<ActionState> {
  const example = exampleFor(plugin, name, values)
  const showing = showingFor(plugin, name, values)
  const about = { name, ...alternativeOf(plugin, example) }
  takeLines()
  try {
    const { action } = prepareRun(requestFor(plugin, example))
    if (action.kind === 'task') return { ...about, lines: [] }
    const outcome = await runAction(requestFor(plugin, example), NOTHING_LENT)
    const lines = takeLines().map(showing.mask.text)
    const traces = await traceValues(plugin, example)
    return { ...about, outcome: showOutcome(outcome, { ...showing, traces }), lines }
  } catch (error) {
    return { ...about, error: showError(plugin, example, error, showing), lines: takeLines().map(showing.mask.text) }
  }
}

/** Runs a task with the replies that were written, or with the network's own. */
export async function runTask(
  plugin: Plugin,
  name: string,
  values: Values,
  given: { readonly replies: readonly WrittenReply[]; readonly network: typeof fetch | undefined },
  takeLines: TakeLines,
): Promise<TaskState> {
  const example: Example = { ...exampleFor(plugin, name, values), replies: given.replies.map(replayed) }
  const showing = showingFor(plugin, name, values)
  const { mask } = showing
  const exchanges: ShownExchange[] = []
  const saves: unknown[] = []
  const logged: string[] = []
  const told = () => ({
    name,
    ...alternativeOf(plugin, example),
    exchanges: mask.value(exchanges) as readonly ShownExchange[],
    saves: saves.map(mask.value),
    lines: [...logged, ...takeLines()].map(mask.text),
  })
  takeLines()
  try {
    const outcome = await runAction(requestFor(plugin, example), {
      fetch: recordingFetch(exchanges, given),
      random: given.network === undefined ? countingBytes() : randomBytes,
      now: () => (given.network === undefined ? example.now : Date.now()),
      signal: new AbortController().signal,
      log: (message) => void logged.push(message),
      progress: (fraction, text = '') => void logged.push(`${Math.round(fraction * 100)} % ${JSON.stringify(text)}`),
      save: async (target) => void saves.push(target),
      targets: async () => values.targets,
    })
    const state = told()
    // Its requests really went out: they are not sent again for others' sake.
    const traces = given.network === undefined ? await traceValues(plugin, example) : []
    return { ...state, outcome: showOutcome(outcome, { ...showing, traces }) }
  } catch (error) {
    return { ...told(), error: showError(plugin, example, error, showing) }
  }
}

/** What stands in the forms, as an example: what runs and what is traced is the same. */
function exampleFor(plugin: Plugin, action: string, values: Values): Example {
  const { account, target, targets, now = Date.now() } = values
  const person = values[personOf(plugin, action)]
  return { name: 'the forms', action, account, target, person, input: values.inputs[action] ?? {}, targets, now }
}

function personOf(plugin: Plugin, action: string): 'me' | 'contact' {
  return plugin.actions[action]?.[0]?.for ?? 'me'
}

function showingFor(plugin: Plugin, action: string, values: Values): Showing {
  return { mask: maskOf(typedSecrets(plugin, values)), person: personOf(plugin, action), traces: [] }
}

function requestFor(plugin: Plugin, { action, account = {}, target = {}, person = {}, input = {}, now }: Example) {
  return { plugin, action, account, target, person, input, now }
}

function alternativeOf(plugin: Plugin, { action, account = {} }: Example): { readonly alternative?: number } {
  try {
    const chosen = chooseAction(plugin, action, readFields(plugin.account, account))
    return { alternative: plugin.actions[action]?.indexOf(chosen) ?? 0 }
  } catch (error) {
    if (!isPluginError(error)) throw error
    return {}
  }
}

/** The same bytes in every run, so that what was traced is what was shown. */
function countingBytes(): (byteCount: number) => Uint8Array {
  let next = 0
  return (byteCount) => Uint8Array.from({ length: byteCount }, () => next++ % 256)
}

function randomBytes(byteCount: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(byteCount))
}

function unlent(): never {
  throw new Error('A link asks nobody for anything.')
}

/** Links get no host. */
const NOTHING_LENT = {
  fetch: unlent,
  random: unlent,
  now: unlent,
  signal: new AbortController().signal,
  log: unlent,
  progress: unlent,
  save: unlent,
  targets: unlent,
} as const
