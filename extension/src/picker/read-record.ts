/** What a rule reads in the page as it is: the picker's preview. @module */
import { matchAddress } from '../sites/address.ts'
import type { AnchorRule, FactSource, KeySource, PageFact, RecordRule } from '../sites/rule.ts'
import { cleaned } from './clean.ts'
import { rawText } from './fact-source.ts'

/** One record, as the rule reads it. */
export interface ShownRecord {
  readonly key: string | undefined
  readonly facts: { readonly [F in PageFact]?: string }
  /** The element that the buttons go by. */
  readonly anchor: Element | undefined
  readonly position: AnchorRule['position'] | undefined
}

/** What a rule makes of a page. */
export interface Shown {
  /** Whether the rule is for pages of this address at all. */
  readonly fitsAddress: boolean
  /** How many records there are; the first of them are read. */
  readonly count: number
  readonly records: readonly ShownRecord[]
}

const MOST_RECORDS = 40
const LONGEST_TEXT = 500
const LONGEST_KEY = 200

/** The trees that selectors are looked for in: the document, and the open shadow roots of these elements. */
export function treesOf(document: Document, shadowHosts: readonly string[]): readonly (Document | ShadowRoot)[] {
  const trees: (Document | ShadowRoot)[] = [document]
  if (shadowHosts.length === 0) return trees
  for (const tree of trees) {
    for (const host of tree.querySelectorAll(shadowHosts.join(','))) {
      if (host.shadowRoot !== null) trees.push(host.shadowRoot)
    }
  }
  return trees
}

/** All elements in these trees that a selector finds. */
export function findAll(trees: readonly ParentNode[], selector: string): readonly Element[] {
  return trees.flatMap((tree) => [...tree.querySelectorAll(selector)])
}

/** Whether the user could see an element. */
export function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true })
}

/** Reads the page at an address. */
export function readPage(rule: RecordRule, trees: readonly (Document | ShadowRoot)[], address: string): Shown {
  if (rule.address !== undefined && matchAddress(rule.address, address) === undefined) {
    return { fitsAddress: false, count: 0, records: [] }
  }
  const scopes = rule.scope === undefined ? [undefined] : findAll(trees, rule.scope).filter(isVisible)
  const records = scopes.slice(0, MOST_RECORDS).map((scope) => readScope(rule, scope, trees, address))
  return { fitsAddress: true, count: scopes.length, records }
}

function readScope(
  rule: RecordRule,
  scope: Element | undefined,
  trees: readonly (Document | ShadowRoot)[],
  address: string,
): ShownRecord {
  const within = scope === undefined ? trees : [scope]
  const facts = Object.fromEntries(
    Object.entries(rule.facts).flatMap(([fact, sources]) => {
      const text = firstText(sources, within)
      return text === undefined ? [] : [[fact, text]]
    }),
  ) as ShownRecord['facts']
  const place = firstAnchor(rule.anchors, within)
  const keys = rule.key.map((source) => keyFrom(source, rule, { scope, within, address, facts }))
  return {
    key: keys.find((key) => key !== undefined)?.slice(0, LONGEST_KEY),
    facts,
    anchor: place?.element,
    position: place?.position,
  }
}

function firstAnchor(anchors: readonly AnchorRule[], within: readonly ParentNode[]) {
  for (const { selector, position } of anchors) {
    const element = findAll(within, selector).find(isVisible)
    if (element !== undefined) return { element, position }
  }
  return undefined
}

function firstText(sources: readonly FactSource[], within: readonly ParentNode[]): string | undefined {
  for (const source of sources) {
    const texts = 'title' in source ? [document.title] : textsAt(source, within)
    const text = texts.map((raw) => cleaned(raw, source.clean)).find((found) => found !== '')
    if (text !== undefined) return text.slice(0, LONGEST_TEXT)
  }
  return undefined
}

function textsAt(source: Extract<FactSource, { selector: string }>, within: readonly ParentNode[]): readonly string[] {
  return findAll(within, source.selector)
    .filter(isVisible)
    .map((element) => rawText(element, source))
}

interface Place {
  readonly scope: Element | undefined
  readonly within: readonly ParentNode[]
  readonly address: string
  readonly facts: ShownRecord['facts']
}

function keyFrom(source: KeySource, rule: RecordRule, place: Place): string | undefined {
  const { scope, within, address, facts } = place
  switch (source.from) {
    case 'address':
      return matchAddress(rule.address ?? [], address)?.id
    case 'fact':
      return facts[source.fact]
    case 'attribute': {
      const holder = source.selector === undefined ? scope : findAll(within, source.selector)[0]
      return holder?.getAttribute(source.attribute) || undefined
    }
    case 'link': {
      const links = findAll(within, source.selector) as readonly HTMLAnchorElement[]
      return links.map(({ href }) => matchAddress(source.address, href)?.id).find((id) => id !== undefined)
    }
  }
}
