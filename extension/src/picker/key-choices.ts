/** What could tell one record from all others: proposals for its key, the best first. @module */
import type { AddressPattern, KeySource, PageFact } from '../sites/rule.ts'
import { addressParts, pageLike } from './address-parts.ts'
import { candidatesFor, narrowest } from './candidates.ts'
import { isLasting } from './hooks.ts'
import { rootFor } from './rows.ts'

/** A proposal, and what it gives for the record in front. */
export interface KeyChoice {
  readonly source: KeySource
  readonly key: string
  /** What stands before the key, where it is in an address. */
  readonly before: string
  /** The addresses of the pages that the rule is for. */
  readonly address: AddressPattern | undefined
}

/** Attributes that hold states and texts, and no ids. */
const NO_ID =
  /^(class|style|role|tabindex|href|src|title|type|name|for|value|dir|lang|colspan|rowspan|width|height|aria-.*|on.*|data-(toggle|target|action|index|row|col|position|sort|order|v-.*))$/
const ID = /^[^\s/?#&;%]{1,100}$/
const MOST_CHOICES = 8

/** The proposals for a page that shows one record. */
export function choicesForPage(address: string, pointedAt: Element | undefined, facts: Facts): readonly KeyChoice[] {
  const parts = addressParts(address).map(
    ({ id, before, pattern }): KeyChoice => ({ source: { from: 'address' }, key: id, before, address: pattern }),
  )
  const page = pageLike(address)
  const attributes = pointedAt === undefined ? [] : attributesAround(pointedAt, undefined)
  const placed = (choices: readonly Unplaced[]) => choices.map((choice) => ({ ...choice, address: page }))
  return [...placed(attributes), ...parts, ...placed(fromFacts(facts))].slice(0, MOST_CHOICES)
}

/** The proposals for the rows of a list: they give another key in each row. */
export function choicesForRows(
  address: string,
  rows: readonly Element[],
  facts: readonly Facts[],
  pointedAt?: { readonly element: Element; readonly scope: string },
): readonly KeyChoice[] {
  const page = pageLike(address)
  const [row] = rows
  if (row === undefined) return []
  const own = idAttributes(row)
    .filter((attribute) => differ(rows.map((other) => other.getAttribute(attribute))))
    .map((attribute) => choiceOf({ from: 'attribute', attribute }, row.getAttribute(attribute) ?? ''))
  const pointed = pointedAt === undefined ? [] : attributesAround(pointedAt.element, pointedAt.scope)
  const told = fromFacts(facts[0] ?? {}).filter(
    ({ source }) => source.from === 'fact' && differ(facts.map((each) => each[source.fact] ?? null)),
  )
  return [...pointed, ...own, ...fromLinks(row), ...told]
    .map((choice) => ({ ...choice, address: page }))
    .slice(0, MOST_CHOICES)
}

type Facts = { readonly [F in PageFact]?: string }
type Unplaced = Omit<KeyChoice, 'address'>

function choiceOf(source: KeySource, key: string, before = ''): Unplaced {
  return { source, key, before }
}

function differ(values: readonly (string | null)[]): boolean {
  return values.every((value) => value !== null && value !== '') && new Set(values).size === values.length
}

function idAttributes(element: Element): readonly string[] {
  const names = element.getAttributeNames().filter((name) => {
    const value = element.getAttribute(name) ?? ''
    return !NO_ID.test(name) && ID.test(value) && !isLasting(value) && /\d|^[^-]*-[^-]*-/.test(value)
  })
  // `data-record-id` before `data-version`.
  return names.toSorted((one, other) => Number(/id$|key$/.test(other)) - Number(/id$|key$/.test(one)))
}

function attributesAround(element: Element, scope: string | undefined): readonly Unplaced[] {
  const found: Unplaced[] = []
  const row = scope === undefined ? null : element.closest(scope)
  for (let at: Element | null = element; at !== null && at.localName !== 'body'; at = at.parentElement) {
    const holder: Element = at
    for (const attribute of idAttributes(holder)) {
      const selector = holder === row ? undefined : selectorWith(holder, attribute, scope)
      const source = { from: 'attribute', attribute, ...(selector === undefined ? {} : { selector }) } as const
      if (selector !== undefined || holder === row) found.push(choiceOf(source, holder.getAttribute(attribute) ?? ''))
    }
    if (holder === row) break
  }
  return found
}

function selectorWith(element: Element, attribute: string, scope: string | undefined): string | undefined {
  const chosen = narrowest(candidatesFor(element, rootFor(element, scope)))
  if (chosen === undefined) return undefined
  return chosen.selector.includes(`[${attribute}`) ? chosen.selector : `${chosen.selector}[${attribute}]`
}

// The first link of a row that leads to a record; menus of a row come after it.
function fromLinks(row: Element): readonly Unplaced[] {
  for (const link of row.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const [part] = /^https?:/.test(link.href) ? addressParts(link.href) : []
    const chosen = part === undefined ? undefined : narrowest(candidatesFor(link, row))
    if (part === undefined || chosen === undefined) continue
    const source = { from: 'link', selector: chosen.selector, address: [part.pattern] } as const
    return [choiceOf(source, part.id, part.before)]
  }
  return []
}

function fromFacts(facts: Facts): readonly Unplaced[] {
  return (['email', 'device', 'phone', 'name'] as const).flatMap((fact) => {
    const key = facts[fact]
    return key === undefined ? [] : [choiceOf({ from: 'fact', fact }, key)]
  })
}
