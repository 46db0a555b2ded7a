/** The sites that come with the extension, by id. @module */
import demoCrm from './demo-crm.json'
import { readSiteFile } from './read-site-file.ts'
import type { SiteRule } from './rule.ts'

/** The site of this id, or `undefined`. */
export function shippedSite(id: string): SiteRule | undefined {
  const read = readSiteFile(demoCrm)
  return 'site' in read && read.site.id === id ? read.site : undefined
}
