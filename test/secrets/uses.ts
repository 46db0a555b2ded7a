/** What a plugin does with a secret, seen from outside: whether it is in what comes out, or shapes it. @module */
import type { Fields, Plugin } from '@joinery/sdk'
import type { RawValues } from '@joinery/sdk/host'
import type { Example } from '@joinery/sdk/testing'
import { type Attempt, attempt } from '../../sdk/src/testing/attempt.ts'
import { canary, formsOf } from '../../sdk/src/testing/canaries.ts'
import { show, textsIn } from '../../sdk/src/testing/same.ts'

/** A secret field, by its form and name, such as `account.secret` or `input.rows.key`. */
export type SecretField = string

/** Where texts of an attempt are. */
interface Place {
  readonly name: string
  readonly texts: readonly string[]
}

/** A secret's form, its value in an example, and how to put another in its place. */
export interface Planted {
  readonly field: SecretField
  readonly value: string
  with(other: string): Example
}

/** Two secrets that are in no text by chance, whichever way they are written. */
export const CANARIES: readonly [string, string] = [canary(7), canary(8)]

/** Every secret that an example has, or could have. */
export function secretsOf(plugin: Plugin, example: Example): readonly Planted[] {
  const inputs: Fields = Object.assign({}, ...(plugin.actions[example.action] ?? []).map(({ input }) => input ?? {}))
  const forms = { account: plugin.account, target: plugin.target?.fields ?? {}, input: inputs }
  return (['account', 'target', 'input'] as const).flatMap((form) =>
    inForm(forms[form], example[form] ?? {}).map(({ path, value, put }) => ({
      field: `${form}.${path}`,
      value,
      with: (other: string) => ({ ...example, [form]: put(other) }),
    })),
  )
}

interface Found {
  readonly path: string
  readonly value: string
  put(other: string): RawValues
}

function inForm(fields: Fields, raw: RawValues): readonly Found[] {
  return Object.entries(fields).flatMap(([name, field]): readonly Found[] => {
    const given = raw[name]
    // One that the example leaves empty may be there all the same.
    if (field.type === 'secret') {
      return [{ path: name, value: String(given ?? ''), put: (other) => ({ ...raw, [name]: other }) }]
    }
    if (field.type !== 'list' || !Array.isArray(given)) return []
    return given.flatMap((row: RawValues, index) =>
      inForm(field.fields, row).map(({ path, value, put }) => ({
        path: `${name}.${path}`,
        value,
        put: (other) => ({ ...raw, [name]: given.with(index, put(other)) }),
      })),
    )
  })
}

/** The places that hold a secret, in any usual encoding. */
export function placesWith(secret: string, tried: Attempt): readonly string[] {
  const forms = formsOf(secret)
  return placesOf(tried)
    .filter(({ texts }) => forms.some(([, form]) => texts.some((text) => text.includes(form))))
    .map(({ name }) => name)
}

/** The places that come out otherwise with another secret: it is in them, or was hashed or signed with. */
export async function placesShapedBy(
  plugin: Plugin,
  planted: Planted,
  [first, second]: readonly [string, string],
): Promise<readonly string[]> {
  const [one, other] = [await attempt(plugin, planted.with(first)), await attempt(plugin, planted.with(second))]
  if (one.error !== undefined || other.error !== undefined) return []
  const before = new Map(placesOf(one).map(({ name, texts }) => [name, show(texts)]))
  return placesOf(other)
    .filter(({ name, texts }) => before.get(name) !== show(texts))
    .map(({ name }) => name)
}

function placesOf({ outcome, error, logs, progress, saves, requests }: Attempt): readonly Place[] {
  const { url, sensitive, ...shown } = Object(outcome) as { readonly url?: string; readonly sensitive?: boolean }
  const plain = (value: unknown) => textsIn(value).map(([, text]) => text)
  return [
    { name: sensitive === true ? 'sensitive link' : 'link', texts: url === undefined ? [] : [url] },
    { name: 'outcome', texts: plain(shown) },
    { name: 'error', texts: plain([error?.message, error?.text, error?.field]) },
    { name: 'log', texts: [...logs, ...plain(progress)] },
    { name: 'stored in the open', texts: plain(saves) },
    { name: 'request address', texts: requests.map((request) => request.url) },
    { name: 'request header', texts: requests.flatMap(({ headers }) => Object.values(headers)) },
    { name: 'request body', texts: plain(requests.map(({ json }) => json)) },
  ]
}

/** Every secret field that a plugin declares. */
export function secretFieldsOf({ account, target, actions }: Plugin): readonly SecretField[] {
  const inputs = Object.values(actions).flatMap((alternatives) => alternatives.map(({ input }) => input ?? {}))
  return [
    ...declaredIn('account', account),
    ...declaredIn('target', target?.fields ?? {}),
    ...inputs.flatMap((input) => declaredIn('input', input)),
  ]
}

function declaredIn(form: string, fields: Fields): readonly SecretField[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field.type === 'list') return declaredIn(`${form}.${name}`, field.fields)
    return field.type === 'secret' ? [`${form}.${name}`] : []
  })
}
