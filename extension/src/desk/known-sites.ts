/** The sites that are known: the user's own before those that came with the extension. @module */
import { findSite, siteById } from '../sites/find-site.ts'
import type { SiteRule } from '../sites/rule.ts'
import { findOwnSite, readOwnSite } from './own-sites.ts'

/** The site of a page at this address that shows these marks. */
export async function siteFor(address: string, marks: readonly string[]): Promise<SiteRule | undefined> {
  return (await findOwnSite(address)) ?? findSite(address, marks)
}

/** A site by its id. */
export async function knownSite(id: string): Promise<SiteRule | undefined> {
  return (await readOwnSite(id))?.site ?? siteById(id)
}
