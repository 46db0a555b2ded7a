/** Check: no secret leaves an action in the open. @module */
import type { Fields } from '../../fields.ts'
import type { Plugin } from '../../plugin.ts'
import type { RawValues } from '../../read-fields.ts'
import { Secret } from '../../secret.ts'
import { alternativesOf } from '../actions.ts'
import { type Attempt, attempt } from '../attempt.ts'
import { canary, formsOf } from '../canaries.ts'
import type { Example } from '../example.ts'
import type { Check } from '../report.ts'
import { textsIn } from '../same.ts'

type Named = readonly [title: string, canary: string]

/** A link that is opened and never shown may carry its target's token; an account's password is in no link. */
const MAY_OPEN = /^(target|input)\./

/** A secret this long is in no text by chance, so it is looked for as it is: not every plugin takes any secret. */
const TELLING_LENGTH = 16

/** No secret leaves an action in the open. */
export const secretCanaries: Check = {
  id: 'secret-canaries',
  title: 'No secret is in an outcome, an error or a log line, in any usual encoding; targets hold it as Secret alone.',
  find: async (plugin, examples) => {
    if (!formsFields(plugin).some(hasSecret)) return 'not-applicable'
    const problems: string[] = []
    for (const example of examples) {
      const planted: Named[] = []
      const own: Named[] = []
      const varied = plant(plugin, example, planted, own)
      const found = [...leaks(await attempt(plugin, varied), planted), ...leaks(await attempt(plugin, example), own)]
      problems.push(...found.map((problem) => `"${example.name}": ${problem}`))
    }
    return problems
  },
}

function formsFields(plugin: Plugin): readonly Fields[] {
  const inputs = alternativesOf(plugin).map(({ action }) => action.input ?? {})
  return [plugin.account, plugin.target?.fields ?? {}, ...inputs]
}

function hasSecret(fields: Fields): boolean {
  return Object.values(fields).some(
    (field) => field.type === 'secret' || (field.type === 'list' && hasSecret(field.fields)),
  )
}

function plant(plugin: Plugin, example: Example, planted: Named[], own: Named[]): Example {
  const inputs: Fields = Object.assign({}, ...(plugin.actions[example.action] ?? []).map(({ input }) => input ?? {}))
  const into = (title: string, fields: Fields, raw: RawValues = {}) => withCanaries(title, fields, raw, planted, own)
  return {
    ...example,
    account: into('account', plugin.account, example.account),
    target: into('target', plugin.target?.fields ?? {}, example.target),
    input: into('input', inputs, example.input),
  }
}

function withCanaries(form: string, fields: Fields, raw: RawValues, planted: Named[], own: Named[]): RawValues {
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined
      const title = `${form}.${name}`
      if (field?.type === 'list' && Array.isArray(value)) {
        return [name, value.map((row: RawValues) => withCanaries(title, field.fields, row, planted, own))]
      }
      if (field?.type !== 'secret') return [name, value]
      if (typeof value === 'string' && value.length >= TELLING_LENGTH) own.push([title, value])
      planted.push([title, canary(planted.length)])
      return [name, canary(planted.length - 1)]
    }),
  )
}

function leaks({ outcome, error, logs }: Attempt, secrets: readonly Named[]): readonly string[] {
  const places: readonly (readonly [string, readonly string[], RegExp?])[] = [
    ['the outcome', textsIn(withoutSensitiveLink(outcome)).map(([, text]) => text)],
    ['its sensitive link', sensitiveLinks(outcome), MAY_OPEN],
    ['the error’s text', textsIn([error?.message, error?.text, error?.field]).map(([, text]) => text)],
    ['a log line', logs],
  ]
  return [
    ...secrets.flatMap(([title, secret]) => {
      const forms = formsOf(secret)
      return places.flatMap(([place, texts, exempt]) =>
        forms
          .filter(([, form]) => !exempt?.test(title) && texts.some((text) => text.includes(form)))
          .map(([encoding]) => `${title} is in ${place}, ${encoding}`),
      )
    }),
    ...(holdsSecret(outcome) && (outcome as { type?: unknown }).type !== 'target'
      ? ['the outcome holds a Secret; only a target may']
      : []),
  ]
}

interface Sensitive {
  readonly sensitive: true
  readonly url: string
}

function isSensitive(outcome: unknown): outcome is Sensitive {
  const given = outcome as Partial<Sensitive> | undefined | null
  return given?.sensitive === true && typeof given.url === 'string'
}

function sensitiveLinks(outcome: unknown): readonly string[] {
  return isSensitive(outcome) ? [outcome.url] : []
}

function withoutSensitiveLink(outcome: unknown): unknown {
  return isSensitive(outcome) ? { ...outcome, url: '' } : outcome
}

function holdsSecret(value: unknown): boolean {
  if (value instanceof Secret) return true
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsSecret)
}
