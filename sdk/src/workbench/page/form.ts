/** A form made of fields: labels, controls, help, errors, and what is shown only under a condition. @module */
import type { Field, Fields, ListField } from '../../fields.ts'
import { controlFor } from './controls.ts'
import { button, make } from './dom.ts'
import { type } from './store.ts'
import { say } from './text.ts'

type Form = { [name: string]: unknown }

/** Puts the rows of a form's fields into an element; `id` begins the ids of its controls. */
export function formOf(id: string, fields: Fields, values: Form): HTMLElement {
  const form = make('div', { class: 'fields' })
  const rows = Object.entries(fields).map(([name, field]) => {
    const row =
      field.type === 'list'
        ? listRow(`${id}.${name}`, name, field, values, refresh)
        : fieldRow(`${id}.${name}`, name, field, values, refresh)
    form.append(row)
    return { row, field }
  })
  function refresh(): void {
    for (const { row, field } of rows) row.hidden = !isShown(field, fields, values)
  }
  refresh()
  return form
}

/** As the host decides it, by what is typed or else holds without. */
function isShown({ when = {} }: Field, fields: Fields, values: Form): boolean {
  return Object.entries(when).every(([name, wanted]) => {
    const value = values[name] ?? usual(fields[name])
    return [wanted].flat().some((each) => each === value)
  })
}

function usual(field: Field | undefined): unknown {
  if (field === undefined) return undefined
  if ('default' in field) return field.default
  return field.type === 'boolean' ? false : undefined
}

function fieldRow(id: string, name: string, field: Field, values: Form, refresh: () => void): HTMLElement {
  const { element, isInline } = controlFor(field, id, values[name], (value) => {
    type(values, name, value)
    refresh()
  })
  const label = make('label', { for: id, dir: 'auto' }, say(field.label), optionalMark(field))
  const below = [helpLine(id, field), errorLine(id)]
  return isInline
    ? make('div', { class: 'field inline' }, make('div', {}, element, label), ...below)
    : make('div', { class: 'field' }, label, element, ...below)
}

function optionalMark(field: Field): HTMLElement | undefined {
  return field.optional ? make('span', { class: 'optional' }, ' optional') : undefined
}

function helpLine(id: string, field: Field): HTMLElement {
  return make('p', { class: 'help', id: `${id}-help`, dir: 'auto' }, field.help === undefined ? '' : say(field.help))
}

/** The place of an error, empty until there is one. */
function errorLine(id: string): HTMLElement {
  return make('p', { class: 'error', id: `${id}-error` })
}

function listRow(id: string, name: string, field: ListField, values: Form, refresh: () => void): HTMLElement {
  const rows = make('div', { class: 'rows' })
  const current = (): Form[] => (Array.isArray(values[name]) ? (values[name] as Form[]) : [])
  const change = (next: readonly Form[]) => {
    type(values, name, next.length === 0 ? undefined : next)
    draw()
    refresh()
  }
  function draw(): void {
    // Copies: an example's rows are not to be typed into.
    const own = current().map((row) => ({ ...row }))
    if (own.length > 0) values[name] = own
    rows.replaceChildren(
      ...own.map((row, index) => {
        const title = `${say(field.label)} ${index + 1}`
        const remove = button('Remove', () => removeRow(index), { class: 'quiet', 'aria-label': `Remove ${title}` })
        return make(
          'fieldset',
          { class: 'row' },
          make('legend', {}, title),
          formOf(`${id}.${index}`, field.fields, row),
          remove,
        )
      }),
    )
  }
  function addRow(): void {
    change([...current(), {}])
    rows.lastElementChild?.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
  }
  function removeRow(index: number): void {
    change(current().filter((_, other) => other !== index))
    add.focus()
  }
  const add = button('Add', addRow, { class: 'quiet', 'aria-label': `Add to ${say(field.label)}`, id })
  draw()
  const head = make('p', { class: 'label', dir: 'auto' }, say(field.label), optionalMark(field))
  return make('div', { class: 'field list' }, head, helpLine(id, field), rows, add, errorLine(id))
}

/** Shows errors at their controls, by the controls' ids; every other control has none. */
export function showErrors(errors: ReadonlyMap<string, string>): void {
  for (const place of document.querySelectorAll<HTMLElement>('.field > .error')) {
    const id = place.id.replace(/-error$/, '')
    const text = errors.get(id) ?? ''
    if (place.textContent !== text) place.textContent = text
    const control = document.getElementById(id)
    if (text === '') control?.removeAttribute('aria-invalid')
    else control?.setAttribute('aria-invalid', 'true')
  }
}
