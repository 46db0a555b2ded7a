/** What is said of sites. @module */
import { i18n } from '#i18n'
import type { SiteRule } from '../sites/rule.ts'

/** What a site is about, in one line: `crm.example · 2 kinds of records`. */
export function summaryOf({ hosts = [], records }: SiteRule): string {
  return [hosts.join(', '), i18n.t('ownSites.records', records.length)].filter(Boolean).join(' · ')
}
