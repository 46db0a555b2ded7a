/**
 * Finds the site that a page belongs to, among those whose files lie beside this one. Only the background needs it: pages
 * are told their own rule.
 *
 * @module
 */
/// <reference types="wxt/vite-builder-env" />
import type { SiteRule } from './rule.ts'
import { candidatesIn, indexSites, siteIn } from './site-index.ts'

type SiteFile = SiteRule & { readonly $schema?: string }

const files = import.meta.glob<SiteFile>('./*.json', { eager: true, import: 'default' })

/** Every site that is shipped, by the names of their files. */
export const shippedSites: readonly SiteRule[] = Object.entries(files)
  .toSorted(([one], [other]) => (one < other ? -1 : 1))
  .map(([, { $schema: _, ...site }]) => site)

const index = indexSites(shippedSites)
const byId = new Map(shippedSites.map((site) => [site.id, site]))

/** The site of a page at this address that shows these marks, or `undefined`. */
export function findSite(address: string, marks: readonly string[]): SiteRule | undefined {
  return siteIn(index, address, marks)
}

/** The sites that are tried for it. */
export function candidates(address: string, marks: readonly string[]): readonly SiteRule[] {
  return candidatesIn(index, address, marks)
}

/** The site of that name, or `undefined`. */
export function siteById(id: string): SiteRule | undefined {
  return byId.get(id)
}
