/** What stands above and below the forms: examples, language, the moment, stored targets. @module */
import type { RawValues } from '../../read-fields.ts'
import type { Description } from '../messages.ts'
import { localText } from './controls.ts'
import { button, make } from './dom.ts'
import { fillFrom, moment, setMoment, storedTargets, storeTargets } from './store.ts'
import { languagesOf, speak, spoken } from './text.ts'

/** Draws the tools; `redraw` shows everything anew. */
export function drawTools(place: HTMLElement, description: Description, redraw: () => void): void {
  place.replaceChildren(...exampleTool(description, redraw), ...languageTool(description, redraw))
}

function exampleTool({ examples }: Description, redraw: () => void): readonly Node[] {
  if (examples.length === 0) return []
  const groups = Map.groupBy(examples, ({ action }) => action)
  const select = make('select', { id: 'example' }, make('option', { value: '' }, 'choose…'))
  for (const [action, own] of groups) {
    const options = own.map((example) => make('option', { value: examples.indexOf(example) }, example.name))
    select.append(make('optgroup', { label: action }, ...options))
  }
  select.addEventListener('change', () => {
    const example = examples[Number(select.value)]
    if (select.value === '' || example === undefined) return
    fillFrom(example)
    redraw()
  })
  return [make('label', { for: 'example' }, 'Fill in an example'), select]
}

function languageTool(description: Description, redraw: () => void): readonly Node[] {
  const languages = languagesOf(description)
  if (languages.length < 2) return []
  const options = languages.map((language) =>
    make('option', { value: language, selected: language === spoken() }, language),
  )
  const select = make('select', { id: 'language' }, ...options)
  select.addEventListener('change', () => {
    speak(select.value)
    redraw()
  })
  return [make('label', { for: 'language' }, 'Texts in'), select]
}

/** The moment at which actions run, and the targets that tasks find stored. */
export function setting(): HTMLElement {
  const input = make('input', {
    type: 'datetime-local',
    step: 1,
    id: 'moment',
    autocomplete: 'off',
    'aria-describedby': 'moment-help',
  })
  input.value = localText(moment())
  input.addEventListener('input', () => setMoment(input.value === '' ? undefined : new Date(input.value).getTime()))
  const present = button(
    'This moment',
    () => {
      input.value = ''
      setMoment(undefined)
    },
    { class: 'quiet' },
  )
  return make(
    'fieldset',
    { class: 'form of-rest' },
    make('legend', {}, 'Around it'),
    make(
      'div',
      { class: 'field' },
      make('label', { for: 'moment' }, 'Moment'),
      make('div', { class: 'beside' }, input, present),
      make('p', { class: 'help', id: 'moment-help' }, 'When actions run. Empty: each time this moment.'),
    ),
    targetsField(),
  )
}

function targetsField(): HTMLElement {
  const area = make('textarea', {
    id: 'stored',
    rows: 3,
    spellcheck: 'false',
    autocomplete: 'off',
    'aria-describedby': 'stored-help stored-problem',
  })
  const error = make('p', { class: 'error', id: 'stored-problem' })
  area.value = storedTargets().length === 0 ? '' : JSON.stringify(storedTargets(), null, 2)
  area.addEventListener('input', () => {
    const targets = targetsIn(area.value)
    error.textContent = targets === undefined ? 'That is no list of objects in JSON.' : ''
    if (targets !== undefined) storeTargets(targets)
  })
  return make(
    'div',
    { class: 'field' },
    make('label', { for: 'stored' }, 'Stored targets'),
    area,
    make(
      'p',
      { class: 'help', id: 'stored-help' },
      'What tasks find stored on the account: a list of objects, as JSON.',
    ),
    error,
  )
}

function targetsIn(text: string): readonly RawValues[] | undefined {
  try {
    const value: unknown = text.trim() === '' ? [] : JSON.parse(text)
    const isList =
      Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item))
    return isList ? value : undefined
  } catch {
    return undefined
  }
}
