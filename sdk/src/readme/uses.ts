/** Where each value goes, from runs of the examples with sentinels in its place. @module */
import type { Fields } from '../fields.ts'
import type { Plugin } from '../plugin.ts'
import { successes } from '../testing/actions.ts'
import type { Example } from '../testing/example.ts'
import type { Use } from '../trace/compare.ts'
import type { Part } from '../trace/parts.ts'
import { type Origin, type Trace, traceValues } from '../trace/trace.ts'
import { code, codes, table } from './markdown.ts'

/** What is known of one value. */
interface Known {
  readonly origin: Origin
  /** Actions by the place where the value goes. */
  readonly places: Map<string, Set<string>>
  /** An example had a value there, and no other was taken in its place. */
  isFixed: boolean
}

/** The most telling first: of one place, only that is said. */
const ORDER: readonly Use[] = ['shown', 'encoded', 'signed', 'computed', 'switched']

/** The table, and beneath it what goes nowhere and what could not be found out. */
export async function usesText(plugin: Plugin, examples: readonly Example[]): Promise<string> {
  const known = new Map<string, Known>()
  for (const { example } of successes(plugin, examples)) {
    for (const trace of await traceValues(plugin, example)) note(known, trace, example.action)
  }
  addChoices(plugin, known)
  const all = [...known.values()].toSorted(
    (one, other) => FORMS.indexOf(one.origin.form) - FORMS.indexOf(other.origin.form),
  )
  const used = all.filter(({ places }) => places.size > 0)
  const rest = all.filter(({ places }) => places.size === 0)
  return [
    table(['value', 'goes into', 'of'], used.flatMap(rowsOf)),
    list(
      'In no link and no request of the examples',
      rest.filter(({ isFixed }) => !isFixed),
    ),
    list(
      'Not followed, since no other value was taken in the example’s place',
      rest.filter(({ isFixed }) => isFixed),
    ),
  ]
    .filter((text) => text !== '')
    .join('\n')
}

const FORMS: readonly Origin['form'][] = ['account', 'target', 'person', 'input']

function note(known: Map<string, Known>, trace: Trace, action: string): void {
  const { origin, differences, given, tried, chooses } = trace
  const key = `${origin.form} ${origin.name}`
  const entry = known.get(key) ?? { origin, places: new Map(), isFixed: false }
  known.set(key, entry)
  if (given && !tried) entry.isFixed = true
  if (chooses) add(entry, 'the choice between ways', action)
  for (const place of placesOf(differences)) add(entry, place, action)
}

function add({ places }: Known, place: string, action: string): void {
  places.set(place, (places.get(place) ?? new Set()).add(action))
}

/** Of every part the most telling use alone. */
function placesOf(differences: Trace['differences']): readonly string[] {
  const uses = new Map<string, { readonly part: Part; readonly use: Use }>()
  for (const difference of differences) {
    const key = partText(difference.part)
    const before = uses.get(key)
    if (before === undefined || ORDER.indexOf(difference.use) < ORDER.indexOf(before.use)) uses.set(key, difference)
  }
  return [...uses.values()].map(({ part, use }) => placeText(part, use))
}

function placeText(part: Part, use: Use): string {
  const place = partText(part)
  if (use === 'signed') return `signature in ${place}`
  if (use === 'encoded') return `${place}, encoded`
  if (use === 'computed') return `${place}, worked out`
  return use === 'switched' ? `whether there is ${place}` : place
}

function partText({ of, kind, name, within }: Part): string {
  const owner = of === 'request' ? ' of a request' : ''
  switch (kind) {
    case 'address':
      return owner === '' ? 'address' : `address${owner}`
    case 'path':
      return `path${owner}`
    case 'parameter':
      return name === '' ? `query${owner}` : `${owner === '' ? '' : 'parameter '}${code(name)}${owner}`
    case 'fragment':
      return name === '' ? `fragment${owner}` : `${code(`#${name}`)}${owner}`
    case 'claim':
      return `${code(name)} in the token ${code(within ?? '')}${owner}`
    case 'header':
      return `header ${code(name)}${owner}`
    case 'body':
      return name === '' ? `body${owner}` : `body ${code(name)}${owner}`
  }
}

/** What data alone says: a setting that an action's or a field's condition names decides there. */
function addChoices(plugin: Plugin, known: Map<string, Known>): void {
  for (const [action, alternatives] of Object.entries(plugin.actions)) {
    for (const name of alternatives.flatMap(({ when }) => Object.keys(when ?? {}))) {
      const entry = known.get(`account ${name}`)
      if (entry !== undefined) add(entry, 'the choice between ways', action)
    }
    for (const { input } of alternatives) addConditions(known, 'input', input ?? {})
  }
  addConditions(known, 'account', plugin.account)
  addConditions(known, 'target', plugin.target?.fields ?? {})
}

function addConditions(known: Map<string, Known>, form: Origin['form'], fields: Fields): void {
  for (const name of Object.values(fields).flatMap(({ when }) => Object.keys(when ?? {}))) {
    const entry = known.get(`${form} ${name}`)
    if (entry !== undefined && entry.places.size === 0) entry.places.set('what the form asks', new Set())
  }
}

/** A row for each set of actions, so that it is named once. */
function rowsOf({ origin, places }: Known): readonly (readonly string[])[] {
  const byActions = new Map<string, string[]>()
  for (const [place, actions] of places) {
    const key = codes([...actions].toSorted())
    byActions.set(key, [...(byActions.get(key) ?? []), place])
  }
  return [...byActions].map(([actions, texts], index) => [index === 0 ? named(origin) : '', texts.join('; '), actions])
}

function named({ form, name }: Origin): string {
  return `${form} ${code(name)}`
}

function list(title: string, known: readonly Known[]): string {
  return known.length === 0 ? '' : `${title}: ${known.map(({ origin }) => named(origin)).join(', ')}.\n`
}
