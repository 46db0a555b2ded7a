/** Reads a record from what its scope shows at this moment. @module */
import type { PageRecord } from '../page-messages.ts'
import { matchAddress } from '../sites/address.ts'
import { cleanUp } from '../sites/clean-up.ts'
import type { FactSource, KeySource, PageFact, RecordRule } from '../sites/rule.ts'
import { attributeOf, closestAcross, containsAcross, isVisible, matches, queryAll, titleIn } from './dom.ts'
import { type Root, treesIn } from './roots.ts'
import { fold, heldText, MOST_LETTERS, visibleText } from './visible-text.ts'

/** A record, and whether all that tells its key says the same. */
export interface Reading {
  readonly record: PageRecord
  readonly agrees: boolean
}

/** Where a record is read. */
export interface RecordPlace {
  readonly scope: Element
  readonly rule: RecordRule
  /** Matches every record's scope: what belongs to a record inside this one is not read. Empty: there is but one. */
  readonly anyScope: string
  readonly roots: readonly Root[]
  readonly address: string
}

const MOST_LETTERS_OF_KEY = 200
/** Of a selector that matches more, the rest is no fact of one record. */
const MOST_CANDIDATES = 50

/** The record in a scope, or `undefined` where nothing tells its key. */
export function readRecord(place: RecordPlace): Reading | undefined {
  const { kind, key: sources } = place.rule
  const facts = readFacts(place)
  const ids = sources.flatMap((source) => (source.from === 'fact' ? [] : (readId(source, place) ?? [])))
  const named = sources.flatMap((source) => (source.from === 'fact' ? (facts[source.fact] ?? []) : []))
  const key = ids[0] ?? named[0]
  if (key === undefined) return undefined
  return { record: { kind, key, facts }, agrees: ids.every((id) => id === key) }
}

function readFacts(place: RecordPlace): { [F in PageFact]?: string } {
  const trees = treesIn(place.scope, place.roots)
  const found = Object.entries(place.rule.facts).flatMap(([fact, sources]) => {
    const value = firstFound(sources, place, trees)
    return value === undefined ? [] : [[fact, value] as const]
  })
  return Object.fromEntries(found)
}

function firstFound(
  sources: readonly FactSource[],
  place: RecordPlace,
  trees: ReturnType<typeof treesIn>,
): string | undefined {
  for (const source of sources) {
    const raw = 'title' in source ? fold(titleIn(document)) : firstShown(source, place, trees)
    const value = raw === undefined ? '' : cleanUp(raw, source.clean ?? []).trim()
    if (value !== '') return value.slice(0, MOST_LETTERS)
  }
  return undefined
}

function firstShown(
  source: Exclude<FactSource, { readonly title: true }>,
  place: RecordPlace,
  trees: ReturnType<typeof treesIn>,
): string | undefined {
  for (const element of elementsOf(source.selector, place, trees)) {
    const value = isVisible(element) ? readSource(element, source) : ''
    if (value !== '') return value
  }
  return undefined
}

function readSource(element: Element, { attribute, value }: Exclude<FactSource, { readonly title: true }>): string {
  if (value) return heldText(element)
  return attribute === undefined ? visibleText(element) : fold(attributeOf(element, attribute) ?? '')
}

/** What a selector matches in a scope, without what belongs to a record inside it. */
function* elementsOf(
  selector: string,
  { scope, anyScope }: RecordPlace,
  trees: ReturnType<typeof treesIn>,
): Generator<Element> {
  let count = 0
  for (const tree of trees) {
    for (const element of queryAll(tree, selector)) {
      count += 1
      if (count > MOST_CANDIDATES) return
      const around = anyScope === '' ? null : closestAcross(element, anyScope)
      if (around === scope || around === null || !isInside(around, scope)) yield element
    }
  }
}

// A scope around this one holds this one's facts, too.
function isInside(around: Element, scope: Element): boolean {
  return around !== scope && containsAcross(scope, around)
}

function readId(source: Exclude<KeySource, { from: 'fact' }>, place: RecordPlace): string | undefined {
  const { scope, rule, address } = place
  if (source.from === 'address') return matchAddress(rule.address ?? [], address)?.id
  if (source.from === 'attribute') {
    const holder = source.selector === undefined ? scope : firstIn(source.selector, place)
    const value = holder === undefined ? '' : fold(attributeOf(holder, source.attribute) ?? '')
    return value === '' ? undefined : value.slice(0, MOST_LETTERS_OF_KEY)
  }
  const link = matches(scope, source.selector) ? scope : firstIn(source.selector, place)
  const target = link === undefined ? null : attributeOf(link, 'href')
  const url = target === null ? null : URL.parse(target, address)
  return url === null ? undefined : matchAddress(source.address, url.href)?.id
}

function firstIn(selector: string, place: RecordPlace): Element | undefined {
  const [first] = elementsOf(selector, place, treesIn(place.scope, place.roots))
  return first
}
