/** The second step: from broad to narrow, in each row or once, inside or beside. @module */
import { i18n } from '#i18n'
import { isVisible } from '../page/dom.ts'
import type { AnchorRule } from '../sites/rule.ts'
import type { Candidate } from './candidates.ts'
import { icon, make } from './dom.ts'
import { choice, type Fit, fitOf, isListLike, rowsOf } from './fit.ts'
import { describe } from './pad.ts'
import type { StepMaker } from './picking.ts'
import type { Rows } from './rows.ts'
import { walk } from './walk.ts'

const positionNames: { readonly [P in AnchorRule['position']]: () => string } = {
  append: () => i18n.t('picker.append'),
  prepend: () => i18n.t('picker.prepend'),
  after: () => i18n.t('picker.after'),
  before: () => i18n.t('picker.before'),
}

/** What the user has set. */
interface Settings {
  index: number
  inRows: boolean
  position: AnchorRule['position']
}

/** Shows every match while the slider moves. */
export const fitStep: StepMaker = (picking) => {
  const { inner } = picking.surface
  const place = picking.place()
  if (place === undefined) return lost(inner)
  const fit = fitOf(place, picking.base, location.href)
  const kept = picking.draft()
  const settings = settingsFrom(fit, kept.places, kept.scope !== undefined, kept.anchor?.position)
  const count = make(inner, 'p', { class: 'count', role: 'status' })
  const fragile = make(inner, 'p', { class: 'notice' }, i18n.t('picker.fragile'))
  const rowsCheck = make(inner, 'input', { type: 'checkbox', id: 'rows' })
  const rowsText = make(inner, 'label', { for: 'rows' })
  const rowsLine = make(inner, 'div', { class: 'check' }, rowsCheck, rowsText)
  const positions = positionChoice(inner, fit, settings, apply)
  rowsCheck.checked = settings.inRows
  rowsCheck.addEventListener('change', () => {
    settings.inRows = rowsCheck.checked
    apply()
  })

  function apply(): void {
    const candidate = fit.candidates[settings.index]
    if (candidate === undefined) return
    const rows = rowsOf(fit, candidate)
    const inRows = rows !== undefined && settings.inRows
    rowsLine.hidden = rows === undefined
    positions.hidden = inRows && rows.row === place
    rowsText.textContent = rows === undefined ? '' : i18n.t('picker.inEachRow', rows.count)
    fragile.hidden = !candidate.isFragile
    picking.change(choice(fit, candidate, inRows ? rows : undefined, settings.position))
    count.textContent = countText(candidate, inRows ? rows : undefined)
    update()
  }

  function update(): void {
    const candidate = fit.candidates[settings.index]
    const marks = candidate?.matches.map((element) => ({ element, kind: 'match' as const })) ?? []
    const { records } = picking.read()
    const isSmall = picking.draft().isRow
    const buttons = records.flatMap(({ place: found }) => (found === undefined ? [] : [{ ...found, isSmall }]))
    picking.draw({ marks, buttons })
  }

  apply()
  const slider = fit.candidates.length > 1 ? [sliderOf(inner, fit, settings, apply)] : []
  return {
    title: i18n.t('picker.fit'),
    body: [
      make(inner, 'p', { class: 'quiet small' }, describe(place)),
      aroundButtons(inner, place, (other) => picking.choosePlace(other)),
      ...slider,
      count,
      fragile,
      rowsLine,
      positions,
    ],
    next: { label: i18n.t('picker.next'), onClick: () => picking.go('facts') },
    update,
  }
}

function settingsFrom(
  fit: Fit,
  places: string | undefined,
  wasInRows: boolean,
  position: Settings['position'] | undefined,
): Settings {
  const kept = fit.candidates.findIndex(({ selector }) => selector === places)
  const index = kept === -1 ? fit.proposed : kept
  const candidate = fit.candidates[index]
  const proposed = candidate !== undefined && isListLike(fit, rowsOf(fit, candidate))
  const isKnown = position !== undefined && fit.positions.includes(position)
  return {
    index,
    inRows: kept === -1 ? proposed : wasInRows,
    position: kept !== -1 && isKnown ? position : (fit.positions[0] ?? 'append'),
  }
}

function countText({ matches }: Candidate, rows: Rows | undefined): string {
  const seen = matches.filter(isVisible).length
  if (rows !== undefined || seen === 1) return i18n.t('picker.matches', seen)
  return `${i18n.t('picker.matches', seen)} ${i18n.t('picker.firstOnly')}`
}

function sliderOf(inner: Document, fit: Fit, settings: Settings, onChange: () => void): HTMLElement {
  const { length } = fit.candidates
  const range = make(inner, 'input', {
    type: 'range',
    id: 'fit',
    min: '0',
    max: String(length - 1),
    step: '1',
    value: String(settings.index),
  })
  const say = () => {
    const candidate = fit.candidates[settings.index]
    range.setAttribute('aria-valuetext', i18n.t('picker.matches', candidate?.matches.length ?? 0))
  }
  range.addEventListener('input', () => {
    settings.index = range.valueAsNumber
    onChange()
    say()
  })
  say()
  return make(
    inner,
    'div',
    { class: 'slider' },
    make(inner, 'label', { class: 'label', for: 'fit' }, i18n.t('picker.slider')),
    range,
    make(
      inner,
      'div',
      { class: 'ends', 'aria-hidden': 'true' },
      make(inner, 'span', {}, i18n.t('picker.broad')),
      make(inner, 'span', {}, i18n.t('picker.narrow')),
    ),
  )
}

function positionChoice(inner: Document, fit: Fit, settings: Settings, onChange: () => void): HTMLElement {
  const options = fit.positions.map((position) => {
    const input = make(inner, 'input', { type: 'radio', name: 'position', value: position })
    input.checked = position === settings.position
    input.addEventListener('change', () => {
      settings.position = position
      onChange()
    })
    return make(inner, 'label', {}, input, make(inner, 'span', {}, positionNames[position]()))
  })
  return make(
    inner,
    'fieldset',
    { class: 'segments' },
    make(inner, 'legend', {}, i18n.t('picker.position')),
    ...options,
  )
}

function aroundButtons(inner: Document, place: Element, onChoose: (element: Element) => void): HTMLElement {
  const button = (name: 'outer' | 'inner', label: string) => {
    const made = make(inner, 'button', { type: 'button' }, icon(inner, name), label)
    const other = walk(place, name, isVisible)
    made.disabled = other === place
    made.addEventListener('click', () => onChoose(other))
    return made
  }
  return make(
    inner,
    'div',
    { class: 'pair' },
    button('outer', i18n.t('picker.outer')),
    button('inner', i18n.t('picker.inner')),
  )
}

function lost(inner: Document) {
  return { title: i18n.t('picker.fit'), body: [make(inner, 'p', { class: 'notice' }, i18n.t('picker.placeLost'))] }
}
