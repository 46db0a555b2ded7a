/** The list of sites in `docs/sites.md`, made of their files. @module */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { SiteRule } from '../../extension/src/sites/rule.ts'

/** Where it stands. */
export const GUIDE_FILE = new URL('../../docs/sites.md', import.meta.url)

const SITES_FOLDER = fileURLToPath(new URL('../../extension/src/sites', import.meta.url))
const PLACE = /(<!-- sites: [^\n]*-->\n)[\s\S]*?(<!-- \/sites -->)/

/** The guide with the list as it should be. */
export function withSiteList(guide: string): string {
  return guide.replace(PLACE, (_, start: string, end: string) => `${start}${siteList()}\n${end}`)
}

function siteList(): string {
  const sites = readdirSync(SITES_FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name): SiteRule => JSON.parse(readFileSync(`${SITES_FOLDER}/${name}`, 'utf8')))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
  return ['| product | file | records | checked |', '|---|---|---|---|', ...sites.map(line)].join('\n')
}

function line({ id, name, records, verification }: SiteRule): string {
  const kinds = [...new Set(records.map(({ kind, size }) => (size === 'compact' ? 'lists' : kind)))]
  const checked = verification.verified
    ? `**verified** ${verification.date}, version ${verification.version}`
    : `unverified; ${verification.date}, ${verification.source}`
  const file = `[\`${id}.json\`](../extension/src/sites/${id}.json)`
  const cells = [name, file, kinds.join(', '), checked].map((text) => text.replace(/[|\n]/g, ' '))
  return `| ${cells.join(' | ')} |`
}
