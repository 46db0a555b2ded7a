/** The records of a site's rule in this page: which anchor belongs to which scope, and what stands there. @module */
import { matchAddress } from '../sites/address.ts'
import type { RecordRule } from '../sites/rule.ts'
import { bodyIn, closestAcross, isVisible, matches, queryAll } from './dom.ts'
import type { Position } from './placing.ts'
import { type Reading, readRecord } from './read-record.ts'
import type { Root } from './roots.ts'
import type { PageSite } from './setup.ts'

/** An anchor's selector, and the rule that it belongs to. */
export interface RecordAnchor {
  readonly selector: string
  readonly position: Position
  readonly rule: RecordRule
}

/** The rule at work in a page. */
export interface SiteRecords {
  /** Of all records, in order of preference. */
  readonly anchors: readonly RecordAnchor[]
  /** The scope of the record that an anchor stands in, or `null` where it is none of this rule's. */
  scopeOf(anchor: Element, rule: RecordRule): Element | null
  /** Whether a scope holds a whole view, so that most changes in it are none of the record's. */
  isWide(rule: RecordRule): boolean
  read(scope: Element, rule: RecordRule): Reading | undefined
  /** The record that an element stands in. */
  around(element: Element): Reading | undefined
  /** The records that the page shows at large, at the moment. */
  shown(): readonly ShownRecord[]
  /** The one record that it shows at large; of a page with many, none, and none of them is read. */
  only(): ShownRecord | undefined
}

/** Workspaces that are open side by side are fewer. */
const MOST_AT_LARGE = 30

/** A record that the page shows at large. */
export interface ShownRecord {
  readonly rule: RecordRule
  readonly scope: Element
  readonly reading: Reading
}

/** Puts a rule to work; the trees are those that are watched at the time of a call. */
export function createSiteRecords(
  { records, workspace, shadowHosts = [] }: PageSite,
  trees: () => readonly Root[],
): SiteRecords {
  const ownScopes = records.flatMap(({ scope }) => scope ?? [])
  const anyScope = [...new Set([...ownScopes, ...(workspace === undefined ? [] : [workspace])])].join(',')
  const anchors = records.flatMap((rule) =>
    rule.anchors.map(({ selector, position }) => ({ selector: within(rule, selector), position, rule })),
  )
  let address = ''
  let active: ReadonlySet<RecordRule> = new Set()

  // A selector does not cross the border of a shadow root; there the scope alone is looked up.
  function within({ scope }: RecordRule, selector: string): string {
    return scope === undefined || shadowHosts.length > 0 ? selector : `${scope} ${selector}`
  }

  function isActive(rule: RecordRule): boolean {
    if (location.href !== address) {
      address = location.href
      active = new Set(records.filter(({ address: own }) => own === undefined || matchAddress(own, address)))
    }
    return active.has(rule)
  }

  function scopeOf(anchor: Element, rule: RecordRule): Element | null {
    if (!isActive(rule)) return null
    // Records may stand inside each other: the innermost is the one that the user sees there.
    const scope = anyScope === '' ? null : closestAcross(anchor, anyScope)
    if (rule.scope !== undefined) return scope !== null && matches(scope, rule.scope) ? scope : null
    if (workspace !== undefined) return scope !== null && matches(scope, workspace) ? scope : null
    return scope === null ? bodyIn(document) : null
  }

  function read(scope: Element, rule: RecordRule): Reading | undefined {
    return isActive(rule) ? readRecord({ scope, rule, anyScope, roots: trees(), address: location.href }) : undefined
  }

  function around(element: Element): Reading | undefined {
    for (const rule of records) {
      const scope = scopeOf(element, rule)
      const reading = scope === null ? undefined : read(scope, rule)
      if (reading !== undefined) return reading
    }
    return undefined
  }

  function shown(): readonly ShownRecord[] {
    return records
      .filter((rule) => rule.size === 'full' && isActive(rule))
      .flatMap((rule) =>
        scopesOf(rule).flatMap((scope) => {
          const reading = read(scope, rule)
          return reading === undefined ? [] : [{ rule, scope, reading }]
        }),
      )
  }

  function only(): ShownRecord | undefined {
    const selectors = records.flatMap(({ size, scope }) => (size === 'full' ? (scope ?? workspace ?? []) : []))
    const isMany = selectors.some((selector) => trees().some((tree) => queryAll(tree, selector).length > MOST_AT_LARGE))
    const [first, ...others] = isMany ? [] : shown()
    return others.length === 0 ? first : undefined
  }

  function scopesOf(rule: RecordRule): readonly Element[] {
    const selector = rule.scope ?? workspace
    if (selector !== undefined) return trees().flatMap((tree) => [...queryAll(tree, selector)].filter(isVisible))
    const body = bodyIn(document)
    // In a frame that is not rendered, nothing is.
    return body === null || !isVisible(body) ? [] : [body]
  }

  return { anchors, scopeOf, isWide: ({ scope }) => scope === undefined, read, around, shown, only }
}
