import { expect, test } from 'vitest'
import { findSite } from './find-site.ts'

test('a page with the marks of a site is that site’s, whatever else it says of itself', () => {
  const marks = ['meta viewport=width=device-width', 'meta application-name=Joinery Demo CRM']
  expect(findSite('https://crm.example/', marks)?.id).toBe('demo-crm')
})
