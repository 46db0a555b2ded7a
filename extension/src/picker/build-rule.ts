/** Makes a site's rule of what the user pointed at. @module */
import { matchAddress } from '../sites/address.ts'
import type { AnchorRule, FactSource, PageFact, RecordRule, SiteRule } from '../sites/rule.ts'
import type { Draft } from './draft.ts'

/** The record's rule, as far as it is chosen; what is mended stays behind what was chosen anew. */
export function recordOf(draft: Draft, base: SiteRule | null): RecordRule {
  const before = draft.mends === undefined ? undefined : base?.records[draft.mends]
  const made = newRecord(draft)
  if (before === undefined) return made
  return {
    ...before,
    key: draft.key === undefined ? before.key : made.key,
    ...(draft.key === undefined || made.address === undefined ? {} : { address: made.address }),
    facts: mergedFacts(made.facts, before.facts),
    anchors: mergedAnchors(made.anchors, before.anchors),
  }
}

/** Stands for the version: the user saw it work on what the host runs, whatever that is. */
const VERSION = 'own'

/** What is known of the place where a rule is made. */
export interface Making {
  readonly base: SiteRule | null
  readonly host: string
  /** As `2026-11-22`. */
  readonly today: string
}

/** The whole site: what is known of it, for this host alone, with the record in its place. */
export function siteOf(draft: Draft, { base, host, today }: Making): SiteRule {
  const record = recordOf(draft, base)
  const { fingerprint: _, examples: __, ...known } = base ?? NOTHING_KNOWN
  const records =
    draft.mends === undefined
      ? [...known.records, record]
      : known.records.map((other, index) => (index === draft.mends ? record : other))
  const shadowHosts = [...new Set([...(known.shadowHosts ?? []), ...draft.shadowHosts])]
  return {
    ...known,
    id: ownId(host),
    name: base?.name ?? host,
    hosts: [host],
    verification: { verified: true, date: today, version: VERSION },
    examples: [],
    ...(shadowHosts.length > 0 ? { shadowHosts } : {}),
    records,
  }
}

/** Which record of a site a place belongs to, so that a new place for its buttons mends it. */
export function recordAt(place: Element, base: SiteRule | null, address: string): number | undefined {
  const records = base?.records ?? []
  const fitting = records.flatMap((record, index) => {
    const fits = record.address === undefined || matchAddress(record.address, address) !== undefined
    return fits ? [{ record, index }] : []
  })
  const around = fitting.flatMap(({ record, index }) => {
    const scope = record.scope === undefined ? null : place.closest(record.scope)
    return scope === null ? [] : [{ index, scope }]
  })
  // Records may stand inside each other: the innermost is meant.
  const innermost = around.find(({ scope }) => around.every((other) => other.scope.contains(scope)))
  return (innermost ?? fitting.find(({ record }) => record.scope === undefined))?.index
}

/** The name under which a host's own site is kept: one for each host. */
export function ownId(host: string): string {
  const words = host.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return ['own', ...words].join('-').slice(0, LONGEST_ID).replace(/-$/, '')
}

const LONGEST_ID = 50

const NOTHING_KNOWN: SiteRule = {
  id: '',
  name: '',
  verification: { verified: true, date: '', version: VERSION },
  examples: [],
  floating: true,
  records: [],
}

function newRecord({ kind, address, scope, key, facts, anchor, isRow }: Draft): RecordRule {
  return {
    kind,
    ...(address === undefined ? {} : { address: [address] }),
    ...(scope === undefined ? {} : { scope }),
    key: key === undefined ? [] : [key],
    facts: Object.fromEntries(Object.entries(facts).map(([fact, source]) => [fact, [source]])),
    anchors: anchor === undefined ? [] : [anchor],
    size: isRow ? 'compact' : 'full',
  }
}

function mergedFacts(made: RecordRule['facts'], before: RecordRule['facts']): RecordRule['facts'] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(made)])] as PageFact[]
  return Object.fromEntries(names.map((fact) => [fact, distinct<FactSource>(made[fact] ?? [], before[fact] ?? [])]))
}

function mergedAnchors(made: readonly AnchorRule[], before: readonly AnchorRule[]): readonly AnchorRule[] {
  return distinct(made, before)
}

function distinct<Part>(made: readonly Part[], before: readonly Part[]): readonly Part[] {
  const texts = new Set(made.map((part) => JSON.stringify(part)))
  return [...made, ...before.filter((part) => !texts.has(JSON.stringify(part)))]
}
