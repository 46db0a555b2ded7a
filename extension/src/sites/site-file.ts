/** Reads a site's file that somebody gave, and says what is wrong with it. @module */
import * as v from 'valibot'
import type { SiteRule } from './rule.ts'
import { siteFileShape, sourceInElement, sourceInTitle } from './site-shape.ts'

/** What can be wrong. */
export type SiteFault =
  | 'noFile'
  | 'missing'
  | 'unknown'
  | 'wrongKind'
  | 'wrongChoice'
  | 'wrongForm'
  | 'tooLong'
  | 'tooMany'
  | 'empty'
  | 'noPages'

/** The first thing that is wrong with a site's file. */
export interface SiteProblem {
  /** Where: `records[0].anchors[1].position`; empty for the file itself. */
  readonly path: string
  readonly fault: SiteFault
  /** What may stand there instead, or how much at most, as far as that can be listed. */
  readonly allowed: string
}

/** The site in a file's JSON value, or what is wrong with it. Selectors are not tried: only a page can do that. */
export function readSiteFile(json: unknown): { readonly site: SiteRule } | { readonly problem: SiteProblem } {
  if (typeof json !== 'object' || json === null) return { problem: { path: '', fault: 'noFile', allowed: '' } }
  const checked = v.safeParse(siteFileShape, json, { abortEarly: true })
  if (!checked.success) return { problem: problemOf(checked.issues[0], []) }
  const { $schema: _, ...site } = checked.output
  // Without a host and without a mark the file would be about no page at all.
  if (site.hosts === undefined && site.fingerprint === undefined) {
    return { problem: { path: 'hosts', fault: 'noPages', allowed: '' } }
  }
  return { site }
}

type Key = string | number

function problemOf(issue: v.BaseIssue<unknown>, above: readonly Key[]): SiteProblem {
  const keys = [...above, ...(issue.path ?? []).map(({ key }) => key as Key)]
  if (issue.type === 'union') return problemOfSource(issue.input, keys)
  return { path: pathOf(keys), ...faultOf(issue) }
}

// A union says only that none of its shapes fits; what somebody meant shows by whether there is a `title`.
function problemOfSource(input: unknown, keys: readonly Key[]): SiteProblem {
  const isTitle = typeof input === 'object' && input !== null && Object.hasOwn(input, 'title')
  const checked = v.safeParse(isTitle ? sourceInTitle : sourceInElement, input)
  return problemOf(checked.issues?.[0] as v.BaseIssue<unknown>, keys)
}

function pathOf(keys: readonly Key[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`
    return path === '' ? shortened(key) : `${path}.${shortened(key)}`
  }, '')
}

// The keys of a file may be as long as the file.
function shortened(key: string): string {
  return key.length > 50 ? `${key.slice(0, 50)}…`.toWellFormed() : key
}

const CHOICES = new Set(['picklist', 'literal', 'variant'])

function faultOf({ type, received, expected, requirement, input }: v.BaseIssue<unknown>): Omit<SiteProblem, 'path'> {
  if (type === 'strict_object' && expected === 'never') return { fault: 'unknown', allowed: '' }
  if (received === 'undefined') return { fault: 'missing', allowed: '' }
  if (CHOICES.has(type)) return { fault: 'wrongChoice', allowed: listed(expected) }
  if (type === 'regex') return { fault: 'wrongForm', allowed: '' }
  if (type === 'min_length' || type === 'min_entries') return { fault: 'empty', allowed: '' }
  if (type === 'max_length' || type === 'max_entries') {
    return { fault: typeof input === 'string' ? 'tooLong' : 'tooMany', allowed: String(requirement) }
  }
  return { fault: 'wrongKind', allowed: '' }
}

/** `("append" | "before")` as people write it. */
function listed(expected: string | null): string {
  return (expected ?? '').replace(/[()"]/g, '').split(' | ').join(', ')
}
