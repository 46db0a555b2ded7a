/** Where a fact stands, from the element that the user pointed at. @module */
import { cleanUp } from '../sites/clean-up.ts'
import type { CleanUp, FactSource, PageFact } from '../sites/rule.ts'
import { candidatesFor, narrowest } from './candidates.ts'
import { likelyReading, readingsOf } from './readings.ts'
import { rootFor } from './rows.ts'

/** A source by selector; the picker makes no others. */
export type SelectorSource = Extract<FactSource, { readonly selector: string }>

const FROM_LINK: readonly CleanUp[] = ['target-of-link']
const LINK_SCHEMES: { readonly [F in PageFact]?: string } = { email: 'mailto:', phone: 'tel:' }
const PLAIN_INPUT = 'input:not([type="hidden"], [type="password"], [type="checkbox"], [type="radio"], [type="file"])'
const VALUES = `${PLAIN_INPUT}, textarea, select`

/**
 * The source for a fact at an element, or `undefined` where nothing can be read there.
 *
 * @param scope selects the rows; the element stands in one of them.
 */
export function factAt(fact: PageFact, element: Element, scope: string | undefined): SelectorSource | undefined {
  const place = placeOf(fact, element)
  const chosen = narrowest(candidatesFor(place.element, rootFor(place.element, scope)))
  if (chosen === undefined) return undefined
  const raw = rawText(place.element, place)
  const clean = place.attribute === undefined ? likelyReading(fact, readingsOf(fact, raw))?.clean : FROM_LINK
  if (cleanUp(raw, clean ?? []) === '') return undefined
  const { element: _, ...how } = place
  return { selector: chosen.selector, ...how, ...(clean?.length ? { clean } : {}) }
}

/** The text of a source at an element, as the page has it. */
export function rawText(element: Element, { attribute, value }: Pick<SelectorSource, 'attribute' | 'value'>): string {
  if (attribute !== undefined) return element.getAttribute(attribute) ?? ''
  if (value !== true) return element.textContent ?? ''
  if (element.localName === 'select') return (element as HTMLSelectElement).selectedOptions[0]?.textContent ?? ''
  return (element as HTMLInputElement).value
}

interface Place {
  readonly element: Element
  readonly attribute?: string
  readonly value?: true
}

function placeOf(fact: PageFact, element: Element): Place {
  if (element.matches(VALUES)) return { element, value: true }
  const link = linkAt(element, LINK_SCHEMES[fact])
  if (link !== undefined) return isReadable(fact, link) ? { element: link } : { element: link, attribute: 'href' }
  const inner = element.querySelectorAll(VALUES)
  const [only] = inner
  const isField = (element.textContent ?? '').trim() === '' || element.localName === 'label'
  return only !== undefined && inner.length === 1 && isField ? { element: only, value: true } : { element }
}

function linkAt(element: Element, scheme: string | undefined): Element | undefined {
  if (scheme === undefined) return undefined
  const selector = `a[href^="${scheme}"]`
  const around = element.closest(selector)
  const inside = element.querySelectorAll(selector)
  return around ?? (inside.length === 1 ? inside[0] : undefined)
}

// An envelope or "Write" says nothing; its link does.
function isReadable(fact: PageFact, link: Element): boolean {
  const text = link.textContent ?? ''
  return fact === 'email' ? text.includes('@') : (text.match(/\d/g)?.length ?? 0) >= 3
}
