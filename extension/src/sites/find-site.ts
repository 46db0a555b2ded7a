/** Finds the site that a page belongs to. @module */
import demoCrm from './demo-crm.json'
import type { SiteRule } from './rule.ts'

const sites: readonly SiteRule[] = [demoCrm as SiteRule]

/** The site whose marks a page carries, or `undefined`. */
export function findSite(marks: { readonly [metaName: string]: string }): SiteRule | undefined {
  return sites.find((site) => Object.entries(site.marks).every(([name, content]) => marks[name] === content))
}
