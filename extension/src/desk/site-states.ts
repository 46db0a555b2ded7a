/** The enabled sites that were seen at work: product, and how often a record's place was found. @module */
import { knownSite } from './known-sites.ts'
import { readOwnSite } from './own-sites.ts'
import { readCounts } from './site-counts.ts'
import type { SiteState } from './site-views.ts'

/** By origin; a rule that was removed meanwhile is left out. */
export async function readSiteStates(): Promise<readonly SiteState[]> {
  const states = (await readCounts()).map(async (counts) => {
    const [site, own] = await Promise.all([knownSite(counts.site), readOwnSite(counts.site)])
    return site === undefined ? [] : [{ ...counts, name: site.name, isOwn: own !== undefined }]
  })
  return (await Promise.all(states)).flat()
}
