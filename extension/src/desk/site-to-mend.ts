/** The rule that the picker starts from where the user mends one. @module */

import type { SiteRule } from '../sites/rule.ts'
import { shippedSite } from '../sites/shipped-site.ts'
import { readOwnSite } from './own-sites.ts'

/** A site by its id: the user's own, or one that came with the extension. */
export async function siteToMend(id: string): Promise<SiteRule | undefined> {
  return (await readOwnSite(id))?.site ?? shippedSite(id)
}
