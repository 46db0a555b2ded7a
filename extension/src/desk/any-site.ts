/** A site by its id, whoever made it. @module */

import { siteById } from '../sites/find-site.ts'
import type { SiteRule } from '../sites/rule.ts'
import { readOwnSite } from './own-sites.ts'

/** A site by its id: the user's own, or one that came with the extension. */
export async function anySite(id: string): Promise<SiteRule | undefined> {
  return (await readOwnSite(id))?.site ?? siteById(id)
}
