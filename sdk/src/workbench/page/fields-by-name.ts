/** The ids of controls, and the names of fields as the page shows them. @module */
import type { Field, Fields } from '../../fields.ts'
import type { Description, FormName } from '../messages.ts'
import { say } from './text.ts'

let known: Description | undefined

/** Tells which plugin is on the page. */
export function know(description: Description): void {
  known = description
}

/** The id of a field's control. */
export function fieldId(form: FormName, field: string, action: string): string {
  return form === 'input' ? `input.${action}.${field}` : `${form}.${field}`
}

/** A form as people call it. */
export function formTitle(form: FormName): string {
  if (form === 'target') return known?.target === undefined ? 'Target' : say(known.target.name)
  return { account: 'Account', me: 'Me', contact: 'Contact', input: 'Asked' }[form]
}

/** The name of a field in its form; `people.0.name` and `people[].name` are those of a list's rows. */
export function nameOf(form: FormName, field: string, action: string): string {
  return `${formTitle(form)}: ${labelOf(form, field, action)}`
}

function labelOf(form: FormName, field: string, action: string): string {
  const [first = '', ...rest] = field.split(/\[\]\.|\.\d+\.|\./)
  const fact = known?.facts.find(({ name }) => name === first)
  if ((form === 'me' || form === 'contact') && fact !== undefined) return say(fact.label)
  const labels: string[] = []
  let fields: Fields = fieldsOf(form, action)
  for (const name of [first, ...rest]) {
    const found: Field | undefined = fields[name]
    labels.push(found === undefined ? name : say(found.label))
    fields = found?.type === 'list' ? found.fields : {}
  }
  return labels.join(', ')
}

function fieldsOf(form: FormName, action: string): Fields {
  if (form === 'account') return known?.account ?? {}
  if (form === 'target') return known?.target?.fields ?? {}
  const alternatives = known?.actions.find(({ name }) => name === action)?.alternatives ?? []
  return form === 'input' ? Object.assign({}, ...alternatives.map(({ input }) => input)) : {}
}
