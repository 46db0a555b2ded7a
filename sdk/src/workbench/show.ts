/** Outcomes and errors as the page shows them: masked, and links in pieces. @module */
import { linksOf } from '../check-outcome.ts'
import { isPluginError } from '../errors.ts'
import type { Outcome } from '../outcome.ts'
import type { Action, Plugin } from '../plugin.ts'
import { chooseAction, facts, readPerson } from '../prepare-run.ts'
import { readFields } from '../read-fields.ts'
import type { Example } from '../testing/example.ts'
import { type Part, piecesOf } from '../trace/parts.ts'
import { withClaims } from '../trace/token.ts'
import type { Trace } from '../trace/trace.ts'
import type { Mask } from './masking.ts'
import type { FormName, ShownError, ShownLink, ShownOrigin, ShownOutcome } from './messages.ts'

/** How something is shown. */
export interface Showing {
  readonly mask: Mask
  /** The form of the person whom the action is for. */
  readonly person: 'me' | 'contact'
  /** Where values go, by runs with others in their place. */
  readonly traces: readonly Trace[]
}

const LINK_NAMES: ReadonlySet<string> = new Set(['url', 'guest', 'me', 'links', 'guests'])
const CAUSE_LINES = 6

/** An outcome that was checked as a host does it. */
export function showOutcome(outcome: Outcome, showing: Showing): ShownOutcome {
  const { type, ...members } = outcome
  const places = placesOf(outcome)
  const rest = Object.entries(members).filter(([name]) => !LINK_NAMES.has(name))
  const guests = outcome.type === 'invite' ? (outcome.guests ?? []).map(({ link: _link, ...guest }) => guest) : []
  return {
    type,
    links: linksOf(outcome).map((link, index) => showLink(places[index] ?? 'link', link, index, showing)),
    rest: showing.mask.value({
      ...Object.fromEntries(rest),
      ...(guests.length === 0 ? {} : { guests }),
    }) as ShownOutcome['rest'],
  }
}

/** Where each link stands, in the order of `linksOf`. */
function placesOf(outcome: Outcome): readonly string[] {
  if ('url' in outcome) return ['url']
  const links = outcome.type === 'links' ? outcome : outcome.type === 'invite' ? outcome.links : {}
  const guests = outcome.type === 'invite' ? (outcome.guests ?? []).map(({ name }) => `for ${name}`) : []
  return [...(['guest', 'me'] as const).filter((name) => links[name] !== undefined), ...guests]
}

function showLink(place: string, link: string, at: number, showing: Showing): ShownLink {
  const { mask } = showing
  const whole = mask.text(link)
  const isOpen = whole === link && /^https?:/i.test(link)
  const shown = { place: mask.text(place), ...(isOpen ? { href: link } : {}) }
  const pieces = piecesOf(link, { of: 'link', at }).map(({ raw, part }) => ({
    text: mask.text(raw),
    origins: part === undefined ? [] : originsAt(part, showing),
  }))
  // A secret that lies across pieces is masked only in the whole.
  const isSame = pieces.map(({ text }) => text).join('') === whole
  return { ...shown, pieces: isSame ? pieces : [{ text: whole, origins: [] }] }
}

/** Every value that a part depends on; of a token, those of its claims. */
function originsAt(part: Part, { person, traces }: Showing): readonly ShownOrigin[] {
  const parts = withClaims(part)
  const isThis = (other: Part) =>
    parts.some(
      ({ of, at, kind, name }) => other.of === of && other.at === at && other.kind === kind && other.name === name,
    )
  return traces.flatMap(({ origin, differences }): readonly ShownOrigin[] => {
    const use = differences.find((difference) => difference.use !== 'switched' && isThis(difference.part))?.use
    if (use === undefined) return []
    return [{ form: origin.form === 'person' ? person : origin.form, name: origin.name, use }]
  })
}

/** An error with the form and field that it is about. */
export function showError(plugin: Plugin, example: Example, error: unknown, { mask, person }: Omit<Showing, 'traces'>) {
  if (!isPluginError(error)) {
    return { code: 'internal', text: mask.text(`The plugin failed: ${error}`) } satisfies ShownError
  }
  const { code, field, retryAfter, cause } = error
  const form = field === undefined ? undefined : formOf(plugin, example, field, person)
  return {
    code,
    text: mask.value(error.text ?? error.message) as ShownError['text'],
    ...(field === undefined ? {} : { field: mask.text(field) }),
    ...(form === undefined ? {} : { form }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    // Any other failure says all in its text.
    ...(cause === undefined || code !== 'internal' ? {} : { cause: mask.text(causeText(cause)) }),
  } satisfies ShownError
}

function causeText(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  return (cause.stack ?? String(cause)).split('\n').slice(0, CAUSE_LINES).join('\n')
}

/** The form that a field at fault stands in. One name may be in several: the first that is read badly is meant, else any. */
function formOf(plugin: Plugin, example: Example, field: string, person: 'me' | 'contact'): FormName | undefined {
  const { account = {}, target = {}, input = {} } = example
  const action = chosenAction(plugin, example)
  const targetFields = action?.on === 'account' ? {} : (plugin.target?.fields ?? {})
  const inputFields = action?.input ?? {}
  const [first = ''] = field.split('.')
  const forms: readonly (readonly [form: FormName, read: () => unknown, has: boolean])[] = [
    ['account', () => readFields(plugin.account, account), Object.hasOwn(plugin.account, first)],
    ['target', () => readFields(targetFields, target), Object.hasOwn(targetFields, first)],
    [person, () => readPerson(example.person ?? {}, action?.needs ?? []), facts.some((fact) => fact === first)],
    ['input', () => readFields(inputFields, input), Object.hasOwn(inputFields, first)],
  ]
  const refused = forms.find(([, read]) => fieldRefused(read) === field)
  return (refused ?? forms.findLast(([, , has]) => has))?.[0]
}

function chosenAction(plugin: Plugin, { action, account = {} }: Example): Action | undefined {
  try {
    return chooseAction(plugin, action, readFields(plugin.account, account))
  } catch {
    return undefined
  }
}

function fieldRefused(read: () => unknown): string | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    return isPluginError(error) ? error.field : undefined
  }
}
