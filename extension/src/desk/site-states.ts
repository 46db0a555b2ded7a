/** The enabled sites: which product each is, and how often a record's place was found. @module */
import { knownSite, siteFor } from './known-sites.ts'
import { readOwnSite } from './own-sites.ts'
import { readCounts } from './site-counts.ts'
import type { SiteCounts, SiteState } from './site-views.ts'
import { enabledSites } from './sites.ts'

const ONE_HOST = /^(https?:\/\/[^*/]+)\/\*$/

/** By origin; what was not seen at work yet is known by its host, where that tells. */
export async function readSiteStates(): Promise<readonly SiteState[]> {
  const [counts, enabled] = await Promise.all([readCounts(), enabledSites()])
  const origins = enabled.flatMap((pattern) => ONE_HOST.exec(pattern)?.[1] ?? [])
  const unseen = origins.filter(
    (origin) => !counts.some((each) => new URL(each.origin).hostname === new URL(origin).hostname),
  )
  const states = [...counts.map(stateOf), ...unseen.map(stateByHost)]
  return (await Promise.all(states)).flat()
}

// A rule may have been removed meanwhile.
async function stateOf(counts: SiteCounts): Promise<readonly SiteState[]> {
  const [site, own] = await Promise.all([knownSite(counts.site), readOwnSite(counts.site)])
  return site === undefined ? [] : [{ ...counts, name: site.name, isOwn: own !== undefined }]
}

async function stateByHost(origin: string): Promise<readonly SiteState[]> {
  const site = await siteFor(`${origin}/`, [])
  return site === undefined ? [] : await stateOf({ origin, site: site.id, found: 0, missed: 0 })
}
