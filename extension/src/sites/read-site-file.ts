/** Checks a file that says of itself that it describes a site. @module */
import * as v from 'valibot'
import type { CleanUp, PageFact, RecordKind, SiteRule } from './rule.ts'

/** The site, or where the file goes wrong. */
export type ReadSite = { readonly site: SiteRule } | { readonly problem: { readonly path: string } }

const FACTS: readonly PageFact[] = ['firstName', 'lastName', 'name', 'email', 'phone', 'company', 'device']
const KINDS: readonly RecordKind[] = ['contact', 'lead', 'account', 'case', 'deal']
const CLEAN_UPS: readonly CleanUp[] = [
  'after-colon',
  'after-dash',
  'before-dash',
  'before-bar',
  'name-after-company',
  'company-before-name',
  'last-name-first',
  'name-of-mailbox',
  'address-of-mailbox',
  'target-of-link',
]
const SITE_ID = /^[a-z0-9][a-z0-9-]{0,99}$/
const HOST = /^(\*\.)?[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$|^\[[0-9a-f:]+\]$/
// What costs too much, or holds until the next release only.
const REFUSED_SELECTOR = /:nth-|\[class|^\s*[\w-]*:has\(|,/

const text = v.pipe(v.string(), v.maxLength(300))
const selector = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(500),
  v.check((given) => !REFUSED_SELECTOR.test(given)),
)
const texts = v.pipe(
  v.record(text, text),
  v.check((given) => Object.keys(given).length <= 20),
)
const pattern = v.strictObject({
  path: v.optional(text),
  query: v.optional(texts),
  hash: v.optional(text),
  hashQuery: v.optional(texts),
})
const patterns = v.pipe(v.array(pattern), v.maxLength(20))
const clean = v.optional(v.pipe(v.array(v.picklist(CLEAN_UPS)), v.maxLength(5)))
const source = v.union([
  v.strictObject({ selector, attribute: v.optional(text), value: v.optional(v.literal(true)), clean }),
  v.strictObject({ title: v.literal(true), clean }),
])
const key = v.union([
  v.strictObject({ from: v.literal('address') }),
  v.strictObject({ from: v.literal('attribute'), attribute: text, selector: v.optional(selector) }),
  v.strictObject({ from: v.literal('link'), selector, address: patterns }),
  v.strictObject({ from: v.literal('fact'), fact: v.picklist(FACTS) }),
])
const record = v.strictObject({
  kind: v.picklist(KINDS),
  address: v.optional(patterns),
  scope: v.optional(selector),
  key: v.pipe(v.array(key), v.minLength(1), v.maxLength(5)),
  facts: v.record(v.picklist(FACTS), v.pipe(v.array(source), v.maxLength(20))),
  anchors: v.pipe(
    v.array(v.strictObject({ selector, position: v.picklist(['append', 'prepend', 'before', 'after']) })),
    v.maxLength(20),
  ),
  size: v.picklist(['full', 'compact']),
})
const verification = v.union([
  v.strictObject({ verified: v.literal(true), date: text, version: text }),
  v.strictObject({ verified: v.literal(false), date: text, source: text }),
])
const site = v.strictObject({
  id: v.pipe(v.string(), v.regex(SITE_ID)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  hosts: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(HOST))), v.maxLength(50))),
  fingerprint: v.optional(v.pipe(v.array(v.pipe(v.array(text), v.maxLength(10))), v.maxLength(10))),
  verification,
  examples: v.pipe(
    v.array(v.strictObject({ url: text, kind: v.optional(v.picklist(KINDS)), key: v.optional(text) })),
    v.maxLength(50),
  ),
  workspace: v.optional(selector),
  frames: v.optional(patterns),
  shadowHosts: v.optional(v.pipe(v.array(selector), v.maxLength(20))),
  floating: v.boolean(),
  records: v.pipe(v.array(record), v.minLength(1), v.maxLength(30)),
})

/** Reads what was parsed from such a file; nothing in it is believed. */
export function readSiteFile(json: unknown): ReadSite {
  const checked = v.safeParse(site, json)
  if (checked.success) return { site: checked.output as SiteRule }
  return { problem: { path: deepestPath(checked.issues) } }
}

function deepestPath(issues: readonly v.BaseIssue<unknown>[]): string {
  const paths = issues.flatMap((issue) => pathsOf(issue, ''))
  return paths.toSorted((one, other) => other.split('.').length - one.split('.').length)[0] ?? ''
}

// Of alternatives, the one that fails deepest is what was meant.
function pathsOf(issue: v.BaseIssue<unknown>, before: string): readonly string[] {
  const own = [before, v.getDotPath(issue) ?? ''].filter(Boolean).join('.')
  return [own, ...(issue.issues ?? []).flatMap((inner) => pathsOf(inner, own))]
}
