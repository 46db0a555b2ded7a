/** What was typed: kept in the page's memory alone, and through every reload of the plugin. @module */
import type { RawValues } from '../../read-fields.ts'
import type { Description, ExampleDescription, FormName, Values, WrittenReply } from '../messages.ts'

type Form = { [name: string]: unknown }

const forms: { [Name in Exclude<FormName, 'input'>]: Form } = { account: {}, target: {}, me: {}, contact: {} }
const inputs: { [action: string]: Form } = {}
const replies: { [action: string]: WrittenReply[] } = {}
let targets: readonly RawValues[] = []
let now: number | undefined
let changed: () => void = () => undefined

/** Calls back on every change. */
export function onTyped(listener: () => void): void {
  changed = listener
}

/** The values of one form; of an action's input by the action's name. */
export function formValues(form: FormName, action = ''): Form {
  if (form !== 'input') return forms[form]
  inputs[action] ??= {}
  return inputs[action]
}

/** Notes a value; an empty one is forgotten. */
export function type(values: Form, name: string, value: unknown): void {
  if (value === undefined || value === '') delete values[name]
  else values[name] = value
  changed()
}

/** The replies that were written for a task, in order; whoever changes them calls {@link touched}. */
export function writtenReplies(action: string): WrittenReply[] {
  replies[action] ??= []
  return replies[action]
}

/** Tells that something was typed which is not in a form. */
export function touched(): void {
  changed()
}

/** The account's stored targets. */
export function storedTargets(): readonly RawValues[] {
  return targets
}

/** Notes the account's stored targets. */
export function storeTargets(given: readonly RawValues[]): void {
  targets = given
  changed()
}

/** The moment at which actions run; `undefined` is each time this one. */
export function moment(): number | undefined {
  return now
}

/** Sets that moment. */
export function setMoment(given: number | undefined): void {
  now = given
  changed()
}

/** Everything that was typed. */
export function allValues(): Values {
  return { ...forms, inputs, targets, now }
}

/** Puts an example's values into the forms; those of persons whom it does not speak of stay. */
export function fillFrom({ action, values, replies: given }: ExampleDescription): void {
  for (const form of ['account', 'target'] as const) forms[form] = { ...values[form] }
  for (const form of ['me', 'contact'] as const) {
    if (Object.keys(values[form]).length > 0) forms[form] = { ...values[form] }
  }
  inputs[action] = { ...values.inputs[action] }
  replies[action] = given.map((reply) => ({ ...reply }))
  targets = values.targets
  now = values.now
  changed()
}

/** What a new page begins with: the first example of something that succeeds, so that there is something to see. */
export function beginWith({ examples }: Description): void {
  const [first] = examples
  if (first === undefined) return
  fillFrom(first)
  const other = examples.find(({ values }) => Object.keys(values.contact).length > 0)
  if (other !== undefined && Object.keys(forms.contact).length === 0) forms.contact = { ...other.values.contact }
  const mine = examples.find(({ values }) => Object.keys(values.me).length > 0)
  if (mine !== undefined && Object.keys(forms.me).length === 0) forms.me = { ...mine.values.me }
  now = undefined
  changed()
}
