/** What a host does with a plugin: choose an action, run it, check what it gave. @module */
import { checkOutcome } from './check-outcome.ts'
import { isPluginError, PluginError } from './errors.ts'
import { complain, factLabel } from './field-texts.ts'
import type { Outcome } from './outcome.ts'
import { matchesPattern, type PatternSettings } from './patterns.ts'
import type { Action, AnyArguments, Fact, FetchHost, Person, Plugin, SaveHost, TaskHost } from './plugin.ts'
import { type RawValues, readFields } from './read-fields.ts'
import { restrictFetch } from './restrict-fetch.ts'
import { SECRET_MASK, Secret } from './secret.ts'

export { checkOutcome, linksOf } from './check-outcome.ts'
export { complain, factLabel } from './field-texts.ts'
export { isPattern, matchesPattern, settingOf } from './patterns.ts'
export { isShown, type RawValues, readFields } from './read-fields.ts'
export { restrictFetch } from './restrict-fetch.ts'

/** Every fact, in the order of forms. */
export const facts: readonly Fact[] = ['firstName', 'lastName', 'username', 'email', 'phone', 'company']

const MAX_FACT_LENGTH = 500

/** One run of one action; values are raw, as forms hold them (secrets as text or `Secret`). */
export interface RunRequest {
  readonly plugin: Plugin
  readonly action: string
  readonly account: RawValues
  readonly target?: RawValues
  readonly person?: RawValues
  readonly input?: RawValues
  /** Milliseconds since 1970. */
  readonly now: number
}

/** What the platform lends to tasks. */
export interface Capabilities {
  readonly fetch: typeof fetch
  readonly random: (byteCount: number) => Uint8Array
  readonly now: () => number
  readonly signal: AbortSignal
  readonly log: TaskHost['log']
  readonly progress: TaskHost['progress']
  readonly save: SaveHost['save']
}

/**
 * Runs an action: chooses the alternative that applies, reads every value by its field, lends what the permissions
 * grant, and checks the outcome.
 *
 * @throws PluginError, and nothing else: whatever else the plugin throws becomes `internal` with the cause kept aside.
 * @example
 * const outcome = await runAction({ plugin, action: 'join', account: {}, target: { room: 'lobby' }, now: Date.now() }, capabilities)
 */
export async function runAction(request: RunRequest, capabilities: Capabilities): Promise<Outcome> {
  try {
    return await run(request, capabilities)
  } catch (error) {
    if (isPluginError(error)) throw error
    throw new PluginError('internal', { en: 'The plugin failed.', de: 'Das Plugin ist gescheitert.' }, { cause: error })
  }
}

async function run(request: RunRequest, capabilities: Capabilities): Promise<Outcome> {
  const { plugin, now } = request
  const account = readFields(plugin.account, request.account)
  const action = chooseAction(plugin, request.action, account)
  const target = action.on === 'account' ? {} : readFields(plugin.target?.fields ?? {}, request.target ?? {})
  const person = readPerson(request.person ?? {}, action.needs ?? [])
  const input = readFields(action.input ?? {}, request.input ?? {})
  const args: AnyArguments = { account, target, person, input, now }
  const outcome =
    action.kind === 'link'
      ? action.build(args)
      : await action.run({ ...args, host: hostFor(plugin, args, capabilities) })
  return checkOutcome(plugin, account as PatternSettings, outcome)
}

/**
 * The alternative of an action that applies to an account with these values.
 *
 * @throws PluginError `not-applicable` where there is none.
 */
export function chooseAction(plugin: Plugin, name: string, account: RawValues): Action {
  const alternatives = Object.hasOwn(plugin.actions, name) ? (plugin.actions[name] ?? []) : []
  const action = alternatives.find(({ when }) =>
    Object.entries(when ?? {}).every(([setting, value]) => account[setting] === value),
  )
  if (action !== undefined) return action
  throw new PluginError('not-applicable', {
    en: 'This account does not offer this action.',
    de: 'Dieses Konto bietet diese Aktion nicht an.',
  })
}

/**
 * Reads a person's facts: trimmed texts, the needed ones present.
 *
 * @throws PluginError `missing` or `invalid` with the fact's name.
 */
export function readPerson(raw: RawValues, needs: readonly Fact[]): Person {
  const person: Partial<Record<Fact, string | undefined>> = {}
  for (const fact of facts) {
    const given = Object.hasOwn(raw, fact) ? raw[fact] : undefined
    person[fact] = readFact(fact, given)
    if (person[fact] === undefined && needs.includes(fact)) {
      throw new PluginError('missing', complain('missing', factLabel(fact)), { field: fact })
    }
  }
  return person as Person
}

function readFact(fact: Fact, given: unknown): string | undefined {
  const value = Number.isSafeInteger(given) ? String(given) : (given ?? '')
  if (typeof value !== 'string' || !value.isWellFormed()) {
    throw new PluginError('invalid', complain('notText', factLabel(fact)), { field: fact })
  }
  if (value.length > MAX_FACT_LENGTH) {
    throw new PluginError('invalid', complain('tooLong', factLabel(fact), { limit: MAX_FACT_LENGTH }), { field: fact })
  }
  if (/\p{Cc}/u.test(value.trim())) {
    throw new PluginError('invalid', complain('controlCharacter', factLabel(fact)), { field: fact })
  }
  return value.trim() === '' ? undefined : value.trim()
}

function hostFor(
  plugin: Plugin,
  args: AnyArguments,
  capabilities: Capabilities,
): TaskHost & Partial<FetchHost & SaveHost> {
  const { random, now, signal, progress } = capabilities
  const secrets = [...secretsIn(args.account), ...secretsIn(args.target), ...secretsIn(args.input)]
  const host: TaskHost = { random, now, signal, progress, log: (message) => capabilities.log(mask(message, secrets)) }
  return Object.freeze({
    ...host,
    ...(plugin.permissions.fetch === undefined
      ? {}
      : { fetch: restrictFetch(capabilities.fetch, plugin.permissions, args.account, signal) }),
    ...(plugin.target === undefined ? {} : { save: capabilities.save }),
  })
}

function secretsIn(value: unknown): readonly string[] {
  if (value instanceof Secret) return [value.reveal()]
  if (Array.isArray(value)) return value.flatMap(secretsIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(secretsIn) : []
}

function mask(message: string, secrets: readonly string[]): string {
  return secrets.reduce(
    (text, secret) => (secret === '' ? text : text.replaceAll(secret, SECRET_MASK)),
    String(message),
  )
}

/**
 * What a link in a page says by a plugin's `recognize`: target fields, or `undefined` where it is none of the vendor's.
 *
 * @example
 * recognizeLink(omnovia, 'https://www.omnovia.com/pages/sc2/roomlogin?roomID=5678') // { roomId: '5678' }
 */
export function recognizeLink(plugin: Plugin, link: string): { readonly [field: string]: string } | undefined {
  const recognition = plugin.recognize?.find(({ href }) => matchesPattern(href, link))
  if (recognition === undefined) return undefined
  const query = new URL(link).searchParams
  const found = Object.entries(recognition.query).flatMap(([field, names]) => {
    const value = [names]
      .flat()
      .map((name) => query.get(name))
      .find((text) => text !== null && text !== '')
    return value === undefined || value === null ? [] : [[field, value] as const]
  })
  return Object.fromEntries(found)
}
