/** What stands between a host's request and a plugin's function: the right alternative, and its values read. @module */
import { meetsCondition } from './condition.ts'
import { PluginError } from './errors.ts'
import { complain, factLabel } from './field-texts.ts'
import type { Action, AnyArguments, Fact, Person, Plugin } from './plugin.ts'
import { type RawValues, readFields } from './read-fields.ts'

/**
 * Every fact, in the order of forms.
 *
 * @example
 * facts.map((fact) => textIn(factLabel(fact), 'de')).slice(0, 2) // ['Vorname', 'Nachname']
 */
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

/** An action and what it is called with. */
export interface PreparedRun {
  readonly action: Action
  readonly args: AnyArguments
}

/**
 * Chooses the alternative that applies and reads every value by its field.
 *
 * @throws PluginError for what does not fit.
 */
export function prepareRun(request: RunRequest): PreparedRun {
  const { plugin, now } = request
  const account = readFields(plugin.account, request.account)
  const action = chooseAction(plugin, request.action, account)
  const target = action.on === 'account' ? {} : readFields(plugin.target?.fields ?? {}, request.target ?? {})
  const person = readPerson(request.person ?? {}, action.needs ?? [])
  const input = readFields(action.input ?? {}, request.input ?? {})
  return { action, args: { account, target, person, input, now } }
}

/**
 * The alternative of an action that applies to an account with these values.
 *
 * @throws PluginError `not-applicable` where there is none.
 * @example
 * const action = chooseAction(plugin, 'join', { signing: 'local' })
 */
export function chooseAction(plugin: Plugin, name: string, account: RawValues): Action {
  const alternatives = Object.hasOwn(plugin.actions, name) ? (plugin.actions[name] ?? []) : []
  const action = alternatives.find(({ when }) => meetsCondition(when, account))
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
 * @example
 * readPerson({ firstName: ' Zoë ' }, ['firstName']).firstName // 'Zoë'
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
