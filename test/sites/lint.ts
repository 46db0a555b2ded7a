/** Finds what is wrong with a site's file beyond its shape: costly selectors, keys that cannot be, missing examples. @module */
import { matchAddress } from '../../extension/src/sites/address.ts'
import type { AddressPattern, RecordRule, SiteRule } from '../../extension/src/sites/rule.ts'
import { readSiteFile } from '../../extension/src/sites/site-file.ts'
import { itemsOfOne, lintSelector, type SelectorFault, tagOf } from './lint-selector.ts'

/** Why a file is refused. */
export type LintRule =
  | SelectorFault
  | 'shape'
  | 'no-pages'
  | 'host'
  | 'mark'
  | 'address'
  | 'key'
  | 'source'
  | 'row-without-scope'
  | 'anchor'
  | 'no-buttons'
  | 'no-example'

/** Something that is wrong, and where. */
export interface LintFault {
  readonly path: string
  readonly rule: LintRule
  readonly text: string
}

const ID = /\{(?:id|number)(?::[\w-]+)?\}/g

/** Everything that is wrong with the JSON of a site's file. */
export function lintSite(json: unknown): readonly LintFault[] {
  const read = readSiteFile(json)
  if ('problem' in read) {
    const { path, fault, allowed } = read.problem
    return [{ path, rule: fault === 'noPages' ? 'no-pages' : 'shape', text: `${fault} ${allowed}`.trim() }]
  }
  const { site } = read
  return [
    ...selectorsOf(site).flatMap(([path, selector]) =>
      lintSelector(selector).map((rule) => ({ path, rule, text: selector })),
    ),
    ...hostFaults(site),
    ...markFaults(site),
    ...patternsOf(site).flatMap(([path, pattern]) => addressFaults(path, pattern)),
    ...site.records.flatMap((record, index) => recordFaults(site, record, `records[${index}]`)),
  ]
}

/** Every selector in a site's file, with its path. */
export function selectorsOf(site: SiteRule): readonly (readonly [path: string, selector: string])[] {
  return [
    ...(site.workspace === undefined ? [] : [['workspace', site.workspace] as const]),
    ...(site.shadowHosts ?? []).map((selector, index) => [`shadowHosts[${index}]`, selector] as const),
    ...site.records.flatMap((record, index) => selectorsOfRecord(record, `records[${index}]`)),
  ]
}

function selectorsOfRecord({ scope, key, facts, anchors }: RecordRule, path: string) {
  const selectorIn = (place: string, part: object) =>
    'selector' in part && typeof part.selector === 'string' ? [[`${place}.selector`, part.selector] as const] : []
  return [
    ...(scope === undefined ? [] : [[`${path}.scope`, scope] as const]),
    ...key.flatMap((source, index) => selectorIn(`${path}.key[${index}]`, source)),
    ...Object.entries(facts).flatMap(([fact, sources]) =>
      sources.flatMap((source, index) => selectorIn(`${path}.facts.${fact}[${index}]`, source)),
    ),
    ...anchors.flatMap((anchor, index) => selectorIn(`${path}.anchors[${index}]`, anchor)),
  ]
}

function hostFaults({ hosts = [] }: SiteRule): readonly LintFault[] {
  return hosts.flatMap((host, index) => {
    const path = `hosts[${index}]`
    if (host.endsWith('.mcas.ms')) return [{ path, rule: 'host', text: 'every host is known with .mcas.ms, too' }]
    return host.includes('.') ? [] : [{ path, rule: 'host', text: `${host} is a name in somebody’s own network` }]
  })
}

// A page tells of its elements by tag, and by tag with one class or the id.
function markFaults({ fingerprint = [] }: SiteRule): readonly LintFault[] {
  return fingerprint.flatMap((marks, alternative) =>
    marks.flatMap((mark, index) => {
      const path = `fingerprint[${alternative}][${index}]`
      if (index === 0 && mark.includes('*')) return [{ path, rule: 'mark', text: 'the first mark has to be literal' }]
      if (mark.startsWith('asset ') && mark.includes('/')) {
        return [{ path, rule: 'mark', text: 'a file’s name is without its folders' }]
      }
      if (!mark.startsWith('element ')) return []
      const types = itemsOfOne(mark.slice('element '.length).replaceAll('*', 'x'))?.map(({ type }) => type)
      return /^TagName(,ClassName|,Id)?$/.test(String(types))
        ? []
        : [{ path, rule: 'mark', text: 'an element is a tag, or a tag with one class or an id' }]
    }),
  )
}

function patternsOf(site: SiteRule): readonly (readonly [path: string, pattern: AddressPattern])[] {
  const listed = (path: string, patterns: readonly AddressPattern[] = []) =>
    patterns.map((pattern, index) => [`${path}[${index}]`, pattern] as const)
  return [
    ...listed('frames', site.frames),
    ...site.records.flatMap(({ address, key }, index) => [
      ...listed(`records[${index}].address`, address),
      ...key.flatMap((source, place) =>
        source.from === 'link' ? listed(`records[${index}].key[${place}].address`, source.address) : [],
      ),
    ]),
  ]
}

function partsOf({ path, query, hash, hashQuery }: AddressPattern): readonly string[] {
  const paths = [path, hash].filter((part) => part !== undefined)
  return [...paths, ...Object.values(query ?? {}), ...Object.values(hashQuery ?? {})]
}

function addressFaults(path: string, pattern: AddressPattern): readonly LintFault[] {
  const parts = partsOf(pattern)
  const faults = [
    parts.length === 0 ? 'it says nothing' : '',
    (parts.join(' ').match(ID) ?? []).length > 1 ? 'it has more than one id' : '',
    /^(?:\/|\*\*)/.test(pattern.path ?? '/') ? '' : 'a path starts with a slash',
    pattern.hash?.startsWith('#') ? 'the part after # is without it' : '',
    parts.flatMap((part) => part.split('/')).some((segment) => /[^*]\*|\*[^*]|\*{3}/.test(segment))
      ? 'a star stands for a whole part'
      : '',
  ]
  return faults.filter((text) => text !== '').map((text) => ({ path, rule: 'address', text }))
}

function recordFaults(site: SiteRule, record: RecordRule, path: string): readonly LintFault[] {
  return [
    ...keyFaults(record, path),
    ...sourceFaults(record, path),
    ...anchorFaults(record, path),
    ...(record.size === 'compact' && record.scope === undefined
      ? [{ path, rule: 'row-without-scope' as const, text: 'the rows of a list need a scope' }]
      : []),
    ...(record.anchors.length === 0 && (record.size === 'compact' || !site.floating)
      ? [{ path, rule: 'no-buttons' as const, text: 'there is no place for buttons' }]
      : []),
    ...(hasExample(site, record)
      ? []
      : [{ path, rule: 'no-example' as const, text: 'no example has such an address' }]),
  ]
}

const NAMES_ID = (pattern: AddressPattern) => partsOf(pattern).some((part) => part.search(ID) !== -1)

function keyFaults({ key, address = [], facts }: RecordRule, path: string): readonly LintFault[] {
  return key.flatMap((source, index): readonly LintFault[] => {
    const place = { path: `${path}.key[${index}]`, rule: 'key' as const }
    const isOnly = key.length === 1
    if (
      source.from === 'address' &&
      !(isOnly && address.length > 0 ? address.every(NAMES_ID) : address.some(NAMES_ID))
    ) {
      return [{ ...place, text: 'the record’s addresses do not name an id' }]
    }
    if (source.from === 'link' && !source.address.every(NAMES_ID)) {
      return [{ ...place, text: 'the link’s addresses do not name an id' }]
    }
    return source.from === 'fact' && facts[source.fact] === undefined
      ? [{ ...place, text: `the record has no ${source.fact}` }]
      : []
  })
}

function sourceFaults({ facts }: RecordRule, path: string): readonly LintFault[] {
  return Object.entries(facts).flatMap(([fact, sources]) =>
    sources.flatMap((source, index) =>
      'attribute' in source && 'value' in source
        ? [
            {
              path: `${path}.facts.${fact}[${index}]`,
              rule: 'source' as const,
              text: 'an attribute or a value, not both',
            },
          ]
        : [],
    ),
  )
}

const HOLDS_NO_BUTTONS: ReadonlySet<string> = new Set(['a', 'button', 'img', 'input', 'option', 'select', 'textarea'])

function anchorFaults({ anchors }: RecordRule, path: string): readonly LintFault[] {
  return anchors.flatMap(({ selector, position }, index) =>
    (position === 'append' || position === 'prepend') && HOLDS_NO_BUTTONS.has(tagOf(selector) ?? '')
      ? [{ path: `${path}.anchors[${index}]`, rule: 'anchor' as const, text: `no buttons go into ${selector}` }]
      : [],
  )
}

// Lists of several kinds are alike: an example of one will do.
function hasExample({ examples, records }: SiteRule, { address, kind, size }: RecordRule): boolean {
  if (address === undefined) return true
  if (size === 'full') return examples.some(({ url, kind: own }) => own === kind && matchAddress(address, url))
  const lists = records.flatMap((record) => (record.size === 'compact' ? (record.address ?? []) : []))
  return examples.some(({ url, kind: own }) => own === undefined && matchAddress(lists, url))
}
