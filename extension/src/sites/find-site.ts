/** Finds the site that a page belongs to. @module */
import demoCrm from './demo-crm.json'
import type { SiteRule } from './rule.ts'

const sites: readonly SiteRule[] = [demoCrm as SiteRule]

/** Stand-in until all sites are indexed. */
export function findSite(_address: string, marks: readonly string[]): SiteRule | undefined {
  return sites.find(({ fingerprint = [] }) =>
    fingerprint.some((needed) => needed.every((mark) => marks.includes(mark))),
  )
}

export function siteById(id: string): SiteRule | undefined {
  return sites.find((site) => site.id === id)
}
