import { expect, test } from 'vitest'
import { findSite } from './find-site.ts'

test('a page with the marks of a site is that site’s, whatever else it says of itself', () => {
  const site = findSite({ viewport: 'width=device-width', 'application-name': 'Joinery Demo CRM' })
  expect(site?.id).toBe('demo-crm')
})

test.each([
  ['nothing', {}],
  ['something else', { 'application-name': 'Another CRM' }],
  ['more than the mark', { 'application-name': 'Joinery Demo CRM 2' }],
  ['the content under another name', { generator: 'Joinery Demo CRM' }],
])('a page that says %s is none', (_case, marks) => {
  expect(findSite(marks)).toBeUndefined()
})
