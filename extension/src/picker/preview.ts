/** What the engine would make of a rule in the page as it is. @module */
import { isVisible } from '../page/dom.ts'
import type { Root } from '../page/roots.ts'
import { createSiteRecords, type SiteRecords } from '../page/site-records.ts'
import { matchAddress } from '../sites/address.ts'
import type { AnchorRule, PageFact, RecordRule, SiteRule } from '../sites/rule.ts'
import { findAll } from './trees.ts'

/** One record, as the engine reads it. */
export interface ShownRecord {
  readonly key: string | undefined
  readonly facts: { readonly [F in PageFact]?: string }
  /** Where its buttons would go. */
  readonly place: { readonly anchor: Element; readonly position: AnchorRule['position'] } | undefined
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

/** Reads the page for one of a site's kinds of records. */
export function previewOf(site: SiteRule, rule: RecordRule, trees: readonly Root[]): Shown {
  if (rule.address !== undefined && matchAddress(rule.address, location.href) === undefined) {
    return { fitsAddress: false, count: 0, records: [] }
  }
  const real = createSiteRecords(site, () => trees)
  const probe = probeOf(rule)
  const probing = createSiteRecords(withRecord(site, rule, probe), () => trees)
  const selector = rule.scope ?? site.workspace
  const scopes = selector === undefined ? [document.body] : findAll(trees, selector).filter(isVisible)
  const records = scopes.slice(0, MOST_RECORDS).map((scope) => ({
    key: real.read(scope, rule)?.record.key,
    facts: probing.read(scope, probe)?.record.facts ?? {},
    place: placeIn(scope, probing, probe, trees),
  }))
  return { fitsAddress: true, count: scopes.length, records }
}

// The engine reads nothing of a record that it cannot tell from others; while one is made, that is not settled yet.
function probeOf(rule: RecordRule): RecordRule {
  const facts = Object.keys(rule.facts) as PageFact[]
  return { ...rule, key: [...rule.key, ...facts.map((fact) => ({ from: 'fact', fact }) as const)] }
}

function withRecord(site: SiteRule, rule: RecordRule, other: RecordRule): SiteRule {
  return { ...site, records: site.records.map((record) => (record === rule ? other : record)) }
}

function placeIn(scope: Element, records: SiteRecords, rule: RecordRule, trees: readonly Root[]): ShownRecord['place'] {
  for (const anchor of records.anchors) {
    if (anchor.rule !== rule) continue
    const element = findAll(trees, anchor.selector).find(
      (candidate) => records.scopeOf(candidate, rule) === scope && isVisible(candidate),
    )
    if (element !== undefined) return { anchor: element, position: anchor.position }
  }
  return undefined
}
