/** The list of facts: what each reads, the ways to read it, and to point at it again. @module */
import { i18n } from '#i18n'
import { factName } from '../fact-labels.ts'
import type { PageFact } from '../sites/rule.ts'
import { make } from './dom.ts'
import type { Draft } from './draft.ts'
import { rawText, type SelectorSource } from './fact-source.ts'
import { iconButton } from './panel.ts'
import type { Picking } from './picking.ts'
import { type Reading, readingsOf } from './readings.ts'
import { findShown, treesOf } from './trees.ts'

/** The list in the panel. */
export interface FactsList {
  readonly element: HTMLElement
  /** Shows what the page says now. */
  update(): void
}

interface ListOptions {
  readonly picking: Picking
  readonly shown: readonly PageFact[]
  /** The fact that is pointed at. */
  readonly current: PageFact | undefined
  /** Asks for a fact; without one, for nothing any more. */
  ask(fact: PageFact | undefined): void
}

/** Makes the list. */
export function createFactsList({ picking, shown, current, ask }: ListOptions): FactsList {
  const { inner } = picking.surface
  const lines = shown.map((fact) => {
    const value = make(inner, 'bdi', { class: 'value' })
    const words = make(inner, 'div', {}, make(inner, 'span', { class: 'name' }, factName(fact)), value)
    const parts = [words, toolsFor(picking, fact, ask), ...waysToRead(picking, fact)]
    return { fact, value, element: make(inner, 'li', { class: fact === current ? 'current' : '' }, ...parts) }
  })

  function update(): void {
    const known = picking.read().records[0]?.facts ?? {}
    for (const { fact, value } of lines) {
      const text = known[fact]
      value.textContent = text ?? i18n.t(fact === current ? 'picker.pointNow' : 'picker.notRead')
      value.classList.toggle('none', text === undefined)
    }
  }

  return { element: make(inner, 'ul', { class: 'facts' }, ...lines.map(({ element }) => element)), update }
}

/** Where a fact's source stands in the page, in the first row of a list. */
export function elementOf({ scope, shadowHosts }: Draft, { selector }: SelectorSource): Element | undefined {
  const trees = treesOf(shadowHosts)
  const row = scope === undefined ? undefined : findShown(trees, scope)
  return findShown(row === undefined ? trees : [row], selector)
}

function toolsFor(picking: Picking, fact: PageFact, ask: ListOptions['ask']): HTMLElement {
  const { inner } = picking.surface
  const point = iconButton(inner, 'point', `${i18n.t('picker.pointAgain')}: ${factName(fact)}`)
  point.addEventListener('click', () => ask(fact))
  if (picking.draft().facts[fact] === undefined) return make(inner, 'div', { class: 'tools' }, point)
  const remove = iconButton(inner, 'remove', `${i18n.t('picker.drop')}: ${factName(fact)}`)
  remove.addEventListener('click', () => {
    const { [fact]: _, ...others } = picking.draft().facts
    picking.change({ facts: others })
    ask(undefined)
  })
  return make(inner, 'div', { class: 'tools' }, point, remove)
}

// Only where they differ: most texts are read as they stand.
function waysToRead(picking: Picking, fact: PageFact): readonly HTMLElement[] {
  const source = picking.draft().facts[fact]
  const element = source === undefined ? undefined : elementOf(picking.draft(), source)
  if (source === undefined || element === undefined || source.attribute !== undefined) return []
  const readings = readingsOf(fact, rawText(element, source))
  if (readings.length < 2) return []
  const { inner } = picking.surface
  const label = `${i18n.t('picker.readAs')}: ${factName(fact)}`
  const options = readings.map(({ text }, index) => make(inner, 'option', { value: String(index) }, text))
  const select = make(inner, 'select', { 'aria-label': label }, ...options)
  select.selectedIndex = readings.findIndex((reading) => isReadBy(reading, source))
  select.addEventListener('change', () => {
    const clean = readings[select.selectedIndex]?.clean ?? []
    const { clean: _, ...place } = source
    const changed = clean.length === 0 ? place : { ...place, clean }
    picking.change({ facts: { ...picking.draft().facts, [fact]: changed } })
  })
  return [select]
}

function isReadBy({ clean }: Reading, source: SelectorSource): boolean {
  return clean.join() === (source.clean ?? []).join()
}
