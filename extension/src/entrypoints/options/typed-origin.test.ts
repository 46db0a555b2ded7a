import { expect, test } from 'vitest'
import { originTyped } from './typed-origin.ts'

test.each([
  ['https://crm.example.com/', 'https://crm.example.com'],
  [' https://crm.example.com/contacts/5?tab=2#top ', 'https://crm.example.com'],
  ['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080'],
  ['crm.example.com', 'https://crm.example.com'],
  ['crm.example.com/contacts', 'https://crm.example.com'],
  ['localhost:3000', 'https://localhost:3000'],
  ['bücher.example', 'https://xn--bcher-kva.example'],
])('%s is the site %s', (typed, origin) => {
  expect(originTyped(typed)).toBe(origin)
})

test.each([
  '',
  'not a site',
  '*://*/*',
  'https://*.example.com/',
  'file:///tmp/crm.html',
  'javascript:alert(1)',
  'chrome://settings',
  'https://name@crm.example.com/',
])('%s is no site', (typed) => {
  expect(originTyped(typed)).toBeUndefined()
})
