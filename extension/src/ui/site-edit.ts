/** Changes to a site's rule that a form makes; each gives a new rule. @module */
import type { PageFact, RecordKind, SiteRule } from '../sites/rule.ts'

/** Another name. */
export function withName(site: SiteRule, name: string): SiteRule {
  return { ...site, name: name.trim() }
}

/** On these hosts. */
export function withHosts(site: SiteRule, hosts: readonly string[]): SiteRule {
  return { ...site, hosts }
}

/** One record is of another kind. */
export function withKind(site: SiteRule, index: number, kind: RecordKind): SiteRule {
  return { ...site, records: site.records.map((record, at) => (at === index ? { ...record, kind } : record)) }
}

/** One record reads a fact no more; it is told from others by something else then, or not at all. */
export function withoutFact(site: SiteRule, index: number, fact: PageFact): SiteRule {
  const records = site.records.map((record, at) => {
    if (at !== index) return record
    const { [fact]: _, ...facts } = record.facts
    return { ...record, facts }
  })
  return { ...site, records }
}

/** One record less. */
export function withoutRecord(site: SiteRule, index: number): SiteRule {
  return { ...site, records: site.records.filter((_, at) => at !== index) }
}

/** The facts that a record cannot do without, since they tell it from others. */
export function keyFacts({ key }: SiteRule['records'][number]): readonly PageFact[] {
  return key.flatMap((source) => (source.from === 'fact' ? [source.fact] : []))
}

const HOST = /^(\*\.)?[\p{L}\p{N}]([\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u

/** Hosts as people type or copy them, perhaps with scheme and path; `undefined` where one is none. */
export function hostsTyped(typed: string): readonly string[] | undefined {
  const words = typed.split(/[\s,;]+/).filter((word) => word !== '')
  const hosts = words.map(hostIn)
  return hosts.every((host) => host !== undefined) ? [...new Set(hosts)] : undefined
}

function hostIn(word: string): string | undefined {
  const bare = word.replace(/^[a-z]+:\/\//i, '').replace(/[/?#].*$/, '')
  const [name = '', port] = bare.split(':')
  if (!HOST.test(name) || (port !== undefined && !/^\d*$/.test(port))) return undefined
  const [, wild = '', rest = ''] = /^(\*\.)?(.*)$/.exec(name) ?? []
  // As browsers write it: in small letters, and names of other scripts encoded.
  const url = URL.parse(`http://${rest}`)
  return url === null ? undefined : wild + url.hostname
}
