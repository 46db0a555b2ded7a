/** Each site's file, fixture and table agree with each other. @module */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { matchAddress } from '../../extension/src/sites/address.ts'
import { findSite, shippedSites } from '../../extension/src/sites/find-site.ts'
import type { SiteRule } from '../../extension/src/sites/rule.ts'
import { readSiteFile } from '../../extension/src/sites/site-file.ts'
import { lintSite } from './lint.ts'
import { siteTests } from './table.ts'

/** The demo CRM is its own fixture, and most end-to-end tests are about it. */
const WITHOUT_FIXTURE = new Set(['demo-crm'])
const sitesFolder = fileURLToPath(new URL('../../extension/src/sites', import.meta.url))
const fixturesFolder = fileURLToPath(new URL('.', import.meta.url))

const namesIn = (folder: string, ending: string) =>
  readdirSync(folder).flatMap((name) => (name.endsWith(ending) ? [name.slice(0, -ending.length)] : []))
const files = namesIn(sitesFolder, '.json').map(
  (id) => [id, JSON.parse(readFileSync(`${sitesFolder}/${id}.json`, 'utf8'))] as const,
)
const sites = shippedSites.map((site) => [site.id, site] as const)

/** The site that a page at this address is taken for, where it shows what the site's pages show. */
function foundAt(address: string, { fingerprint = [] }: SiteRule): readonly (string | undefined)[] {
  const alternatives = fingerprint.map((marks) => marks.map((mark) => mark.replaceAll('*', 'x')))
  return (alternatives.length > 0 ? alternatives : [[]]).map((marks) => findSite(address, marks)?.id)
}

test('every file is registered, and named as it is', () => {
  expect(shippedSites.map(({ id }) => id)).toEqual(files.map(([name]) => name).toSorted())
})

describe.each(files)('the file of %s', (_id, json) => {
  test('says nothing that a linter refuses', () => {
    expect(lintSite(json)).toEqual([])
  })

  test('is taken by those who import it as it stands', () => {
    expect(readSiteFile(json)).toHaveProperty('site')
  })
})

test('every site has a fixture and its lines in the table, and there are no others', () => {
  const ids = shippedSites.map(({ id }) => id).filter((id) => !WITHOUT_FIXTURE.has(id))
  expect(namesIn(fixturesFolder, '.html').toSorted()).toEqual(ids)
  expect(siteTests.map(({ site }) => site).toSorted()).toEqual(ids)
})

describe.each(sites)('an example of %s', (id, site) => {
  test.each(site.examples)('$url belongs to this site, and to no other', ({ url }) => {
    expect(new Set(foundAt(url, site))).toEqual(new Set([id]))
    // Without what the page shows, its address at most says that it is this site's.
    expect([id, undefined]).toContain(findSite(url, [])?.id)
  })

  test.each(site.examples.filter(({ kind }) => kind !== undefined))('$url names its record', ({ url, kind, key }) => {
    const found = site.records.flatMap(({ kind: own, size, address }) => {
      const match = size === 'full' && address !== undefined ? matchAddress(address, url) : undefined
      return match === undefined ? [] : [{ kind: own, key: match.id }]
    })
    expect(found).toContainEqual({ kind, key })
    expect(new Set(found.map((record) => `${record.kind} ${record.key}`)).size).toBe(1)
  })

  test('of a list names no record of its own', () => {
    const full = site.records.filter(({ size, address }) => size === 'full' && address !== undefined)
    const lists = site.examples.filter(({ kind }) => kind === undefined)
    const wrong = lists.filter(({ url }) =>
      full.some(({ address }) => matchAddress(address ?? [], url)?.id !== undefined),
    )
    expect(wrong).toEqual([])
  })
})

describe.each(siteTests)('the pages of $site in the table', ({ site: id, pages }) => {
  const site = shippedSites.find((known) => known.id === id)

  test('are at addresses of this site', () => {
    for (const { address } of pages) {
      expect(new Set(foundAt(address, site as SiteRule))).toEqual(new Set([id]))
      expect([id, undefined]).toContain(findSite(address, [])?.id)
    }
  })

  test('are in its fixture, each once', () => {
    const html = readFileSync(`${fixturesFolder}/${id}.html`, 'utf8')
    const inFixture = [...html.matchAll(/<template\s[^>]*?data-address="([^"]*)"/g)].map(([, text = '']) =>
      text.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    )
    const asWritten = (address: string) => {
      const { pathname, search, hash } = new URL(address, 'https://site.example')
      return pathname + search + hash
    }
    const known = inFixture.map(asWritten)
    expect(known.toSorted()).toEqual([...new Set(known)].toSorted())
    expect(pages.map(({ address }) => asWritten(address)).filter((page) => !known.includes(page))).toEqual([])
  })

  test('show different people, and one of them shows nobody', () => {
    const keys = new Set(pages.flatMap(({ records }) => records.map(({ key }) => key)))
    expect(keys.size).toBeGreaterThan(1)
    expect(pages.some(({ records }) => records.length === 0)).toBe(true)
  })
})
