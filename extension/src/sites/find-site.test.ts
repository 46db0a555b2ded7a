import { expect, test } from 'vitest'
import { candidates, findSite, shippedSites, siteById } from './find-site.ts'

test('a page with the marks of a site is that site’s, whatever else it says of itself', () => {
  const marks = ['meta viewport=width=device-width', 'meta application-name=Joinery Demo CRM']
  expect(findSite('https://crm.example/', marks)?.id).toBe('demo-crm')
})

test.each([
  ['nothing', []],
  ['something else', ['meta application-name=Another CRM']],
  ['more than the mark', ['meta application-name=Joinery Demo CRM 2']],
  ['the content under another name', ['meta generator=Joinery Demo CRM']],
])('a page that says %s is none', (_case, marks) => {
  expect(findSite('https://crm.example/', marks)).toBeUndefined()
})

test('every site is found by its name', () => {
  for (const site of shippedSites) expect(siteById(site.id)).toBe(site)
  expect(siteById('toString')).toBeUndefined()
})

test('of all sites, few are tried for a page', () => {
  const noise = Array.from({ length: 300 }, (_, index) => `element div.c${index}`)
  for (const { hosts = [], fingerprint = [], id } of shippedSites) {
    for (const host of hosts) {
      const tried = candidates(`https://${host.replace('*', 'x')}/`, noise)
      expect(tried.map((site) => site.id)).toContain(id)
      expect(tried.length).toBeLessThanOrEqual(3)
    }
    for (const marks of fingerprint) {
      const tried = candidates('https://crm.example/', [...noise, ...marks])
      expect(tried.map((site) => site.id)).toContain(id)
      expect(tried.length).toBeLessThanOrEqual(3)
    }
  }
  expect(candidates('https://news.example/', noise)).toEqual([])
})
