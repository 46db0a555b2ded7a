/** Where values go: which part of a link or a request holds which setting, field or fact. @module */
import type { Field, Fields } from '../fields.ts'
import type { Action, Plugin } from '../plugin.ts'
import { facts } from '../prepare-run.ts'
import { actionOf, withValue } from '../testing/actions.ts'
import { attempt } from '../testing/attempt.ts'
import type { Example } from '../testing/example.ts'
import { linksIn } from '../testing/links-in.ts'
import { type Difference, differences, type Side } from './compare.ts'
import { type Part, partsOfRequest, piecesOf } from './parts.ts'
import { choicesFor, type Pair, pairsFor, textOf } from './sentinels.ts'
import { withClaims } from './token.ts'

/** Where a value comes from. */
export interface Origin {
  readonly form: 'account' | 'target' | 'person' | 'input'
  /** The name of the field or fact; a field of a list's rows stands behind the list, as `people[].name`. */
  readonly name: string
  /** Absent for a fact. */
  readonly field?: Field
}

/** What was found of one value in one action. */
export interface Trace {
  readonly origin: Origin
  readonly differences: readonly Difference[]
  /** The example has a value there. */
  readonly given: boolean
  /** Another value was taken in its place; without that, nothing is known. */
  readonly tried: boolean
  /** It decides which alternative of the action runs. */
  readonly chooses: boolean
}

/** Runs an example again and again, with one value changed at a time. Links and replies are the example's own: no network. */
export async function traceValues(plugin: Plugin, example: Example): Promise<readonly Trace[]> {
  const action = actionOf(plugin, example)
  if (action === undefined) return []
  const traces: Trace[] = []
  for (const origin of originsOf(plugin, action, example)) traces.push(await traceOne(plugin, example, origin))
  return traces
}

/** Parts by the key that makes two of different runs the same; of those with one name, the first is the first. */
function keyed(parts: readonly Part[]): ReadonlyMap<string, Part> {
  const byKey = new Map<string, Part>()
  for (const part of parts) {
    const base = `${part.of} ${part.at} ${part.kind} ${part.name}`
    let key = base
    for (let count = 2; byKey.has(key); count += 1) key = `${base} ${count}`
    byKey.set(key, part)
  }
  return byKey
}

/** Every value that an action may read. */
export function originsOf(plugin: Plugin, action: Action, example: Example): readonly Origin[] {
  return [
    ...formOrigins('account', plugin.account, example),
    ...(action.on === 'account' ? [] : formOrigins('target', plugin.target?.fields ?? {}, example)),
    ...facts.map((name): Origin => ({ form: 'person', name })),
    ...formOrigins('input', action.input ?? {}, example),
  ]
}

function formOrigins(form: 'account' | 'target' | 'input', fields: Fields, example: Example): readonly Origin[] {
  return Object.entries(fields).flatMap(([name, field]): readonly Origin[] => {
    if (field.type !== 'list') return [{ form, name, field }]
    const rows = example[form]?.[name]
    if (!Array.isArray(rows) || rows.length === 0) return []
    return Object.entries(field.fields).map(([inner, innerField]) => ({
      form,
      name: `${name}[].${inner}`,
      field: innerField,
    }))
  })
}

async function traceOne(plugin: Plugin, example: Example, origin: Origin): Promise<Trace> {
  const { field } = origin
  const given = valueAt(example, origin)
  const choices = field === undefined ? [] : choicesFor(field)
  const found: Difference[] = []
  let [tried, chooses] = [false, false]
  for (const pair of choices.length > 0 ? choices : pairsFor(field, given)) {
    const [one, other] = await Promise.all([
      sideOf(plugin, example, origin, pair[0]),
      sideOf(plugin, example, origin, pair[1]),
    ])
    if (one === undefined || other === undefined) continue
    tried = true
    if (one.action !== other.action) chooses = true
    else found.push(...differences(one, other))
    if (choices.length === 0) break
  }
  return { origin, differences: found, given: given !== undefined, tried, chooses }
}

/** A run with one value changed; `undefined` where it is refused. */
async function sideOf(
  plugin: Plugin,
  example: Example,
  origin: Origin,
  value: Pair[number],
): Promise<(Side & { readonly action: Action | undefined }) | undefined> {
  const changed = withOrigin(example, origin, value)
  const { error, outcome, requests } = await attempt(plugin, changed)
  if (error !== undefined) return undefined
  const links = linksIn(outcome).flatMap((link, at) =>
    piecesOf(link, { of: 'link', at }).flatMap(({ part }) => part ?? []),
  )
  const parts = keyed([...links, ...requests.flatMap(partsOfRequest)].flatMap(withClaims))
  return { parts, text: textOf(origin.field, value), action: actionOf(plugin, changed) }
}

const ROW = /^(.*)\[\]\.(.*)$/

/** The rows of a list, and the name within a row; `undefined` for what is in no list. */
function rowOf(example: Example, { form, name }: Origin) {
  const [, list, inner] = ROW.exec(name) ?? []
  if (list === undefined || inner === undefined) return undefined
  const rows = example[form]?.[list]
  return { list, inner, rows: Array.isArray(rows) ? (rows as readonly { readonly [name: string]: unknown }[]) : [] }
}

function valueAt(example: Example, origin: Origin): unknown {
  const row = rowOf(example, origin)
  return row === undefined ? example[origin.form]?.[origin.name] : row.rows[0]?.[row.inner]
}

function withOrigin(example: Example, origin: Origin, value: unknown): Example {
  const row = rowOf(example, origin)
  if (row === undefined) return withValue(example, origin.form, origin.name, value)
  const [first, ...rest] = row.rows
  return withValue(example, origin.form, row.list, [{ ...first, [row.inner]: value }, ...rest])
}
