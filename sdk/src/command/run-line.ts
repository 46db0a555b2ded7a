/** Runs an action with the values of one line of JSON. @module */
import { isPluginError, PluginError } from '../errors.ts'
import { runAction } from '../host.ts'
import { maskSecrets } from '../mask-secrets.ts'
import type { Plugin } from '../plugin.ts'
import type { RawValues } from '../read-fields.ts'
import type { Capabilities } from '../task-host.ts'
import { givenSecrets } from './given-secrets.ts'
import { asJson, type Showing } from './show-outcome.ts'

/** How a line is run. */
export interface LineOptions {
  readonly reveal: boolean
  /** Writes what the task logs. */
  readonly note: (line: string) => void
}

interface Line {
  readonly account: RawValues
  readonly target: RawValues
  readonly person: RawValues
  readonly input: RawValues
  readonly targets: readonly RawValues[]
  readonly now: number | undefined
}

/** Runs an action with one line's values; the answer is a line as well, of an outcome or an error. */
export async function runLine(plugin: Plugin, action: string, text: string, options: LineOptions): Promise<string> {
  let showing: Showing = { reveal: options.reveal, secrets: [] }
  try {
    const line = readLine(text)
    showing = { ...showing, secrets: secretsOf(plugin, action, line) }
    const { now = Date.now(), ...values } = line
    const outcome = await runAction({ plugin, action, ...values, now }, capabilities(line, options, showing))
    return asJson({ outcome }, showing)
  } catch (error) {
    if (!isPluginError(error)) throw error
    const { code, message, field, retryAfter } = error
    if (code === 'internal') options.note(`${message} ${maskSecrets(String(error.cause), showing.secrets)}`)
    const details = { ...(field === undefined ? {} : { field }), ...(retryAfter === undefined ? {} : { retryAfter }) }
    return asJson({ error: { code, message, ...details } }, showing)
  }
}

function readLine(text: string): Line {
  const value = parsed(text)
  if (!isObject(value)) throw new PluginError('invalid', 'The line is no JSON object.')
  const part = (name: string): RawValues => {
    const given = value[name] ?? {}
    if (isObject(given)) return given
    throw new PluginError('invalid', `${name} must be an object.`, { field: name })
  }
  const now = value.now ?? undefined
  if (now !== undefined && (typeof now !== 'number' || !Number.isSafeInteger(now))) {
    throw new PluginError('invalid', 'now must be a whole number of milliseconds since 1970.', { field: 'now' })
  }
  const targets = value.targets ?? []
  if (!Array.isArray(targets) || !targets.every(isObject)) {
    throw new PluginError('invalid', 'targets must be a list of objects.', { field: 'targets' })
  }
  return {
    account: part('account'),
    target: part('target'),
    person: part('person'),
    input: part('input'),
    targets,
    now,
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new PluginError('invalid', 'The line is not JSON.')
  }
}

function isObject(value: unknown): value is RawValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function capabilities({ now, targets }: Line, { note }: LineOptions, showing: Showing): Capabilities {
  return {
    fetch: globalThis.fetch,
    random: (byteCount) => crypto.getRandomValues(new Uint8Array(byteCount)),
    now: () => now ?? Date.now(),
    signal: new AbortController().signal,
    log: note,
    progress: (fraction) => note(`${Math.round(fraction * 100)} %`),
    save: async (target) => note(`stored: ${asJson(target, showing)}`),
    targets: async () => targets,
  }
}

function secretsOf(plugin: Plugin, action: string, line: Line): readonly string[] {
  const alternatives = Object.hasOwn(plugin.actions, action) ? (plugin.actions[action] ?? []) : []
  return [
    ...givenSecrets(plugin.account, line.account),
    ...givenSecrets(plugin.target?.fields ?? {}, line.target),
    ...alternatives.flatMap(({ input }) => givenSecrets(input ?? {}, line.input)),
  ]
}
