/** One control for each kind of field. @module */
import type { ChoiceField, Field, FileValue } from '../../fields.ts'
import { make } from './dom.ts'
import { say } from './text.ts'

/** A control, and how it tells what was typed. */
export interface Control {
  readonly element: HTMLElement
  /** The kind that stands beside its label in place of above it. */
  readonly isInline?: true
}

/** Told what was typed; an empty text is no value. */
export type Typed = (value: unknown) => void

/** The control of a field that is no list. */
export function controlFor(field: Field, id: string, value: unknown, typed: Typed): Control {
  const shared = { id, 'aria-describedby': `${id}-help ${id}-error`, autocomplete: 'off', spellcheck: 'false' }
  switch (field.type) {
    case 'boolean':
      return { element: checkbox(shared, value ?? field.default ?? false, typed), isInline: true }
    case 'choice':
      return { element: choice(shared, field, value ?? field.default, typed) }
    case 'datetime':
      return { element: moment(shared, value, typed) }
    case 'file':
      return { element: file(shared, field.accept, value as FileValue | undefined, typed) }
    case 'secret':
      return {
        element: field.multiline ? area(shared, value, typed, 'veiled') : line({ ...shared, ...SECRET }, value, typed),
      }
    case 'text':
      if (field.multiline) return { element: area(shared, value, typed) }
      return { element: line({ ...shared, placeholder: field.default }, value, typed) }
    case 'url':
    case 'email':
      return {
        element: line({ ...shared, type: 'text', inputmode: field.type, placeholder: field.default }, value, typed),
      }
    default:
      return { element: line({ ...shared, inputmode: 'decimal', placeholder: defaultOf(field) }, value, typed) }
  }
}

/** A browser keeps what is typed into a field for passwords nowhere, unless it is a login. */
const SECRET = { type: 'password', autocomplete: 'new-password' } as const

function defaultOf(field: Field): string | undefined {
  return 'default' in field && field.default !== undefined ? String(field.default) : undefined
}

type Attributes = { readonly [name: string]: string | undefined }

function line(attributes: Attributes, value: unknown, typed: Typed): HTMLInputElement {
  const input = make('input', { type: 'text', ...attributes })
  input.value = value === undefined ? '' : String(value)
  input.addEventListener('input', () => typed(input.value))
  return input
}

function area(attributes: Attributes, value: unknown, typed: Typed, className?: string): HTMLTextAreaElement {
  const input = make('textarea', { ...attributes, rows: 3, class: className })
  input.value = value === undefined ? '' : String(value)
  input.addEventListener('input', () => typed(input.value))
  return input
}

function checkbox(attributes: Attributes, value: unknown, typed: Typed): HTMLInputElement {
  const input = make('input', { ...attributes, type: 'checkbox' })
  input.checked = value === true
  input.addEventListener('change', () => typed(input.checked))
  return input
}

function choice(attributes: Attributes, { options, default: usual }: ChoiceField, value: unknown, typed: Typed) {
  const select = make('select', attributes)
  if (usual === undefined) select.append(make('option', { value: '' }, '—'))
  for (const [name, text] of Object.entries(options)) select.append(make('option', { value: name }, say(text)))
  select.value = value === undefined ? '' : String(value)
  select.addEventListener('change', () => typed(select.value))
  return select
}

/** A moment on this machine's clock; what is typed is noted as milliseconds. */
function moment(attributes: Attributes, value: unknown, typed: Typed): HTMLInputElement {
  const input = make('input', { ...attributes, type: 'datetime-local', step: '1' })
  input.value = localText(value)
  input.addEventListener('input', () => typed(input.value === '' ? '' : new Date(input.value).getTime()))
  return input
}

/** A moment as the browser's control writes it. */
export function localText(value: unknown): string {
  const milliseconds = typeof value === 'string' ? Date.parse(value) : Number(value ?? Number.NaN)
  if (Number.isNaN(milliseconds)) return ''
  const offset = new Date(milliseconds).getTimezoneOffset() * 60_000
  return new Date(milliseconds - offset).toISOString().slice(0, 19)
}

function file(attributes: Attributes, accept: readonly string[] = [], value: FileValue | undefined, typed: Typed) {
  const input = make('input', {
    ...attributes,
    type: 'file',
    accept: accept.length === 0 ? undefined : accept.join(','),
  })
  const chosen = make('span', { class: 'chosen' }, value === undefined ? '' : value.name)
  input.addEventListener('change', async () => {
    const [first] = input.files ?? []
    chosen.textContent = first?.name ?? ''
    typed(first === undefined ? '' : { name: first.name, text: await first.text() })
  })
  return make('span', { class: 'file' }, input, chosen)
}
