import { expect, test } from 'vitest'
import { patternOf } from './pattern.ts'

test.each([
  ['https://crm.example.com', 'https://crm.example.com/*'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1/*'],
  ['https://crm.example.com:8443', 'https://crm.example.com/*'],
  ['http://[::1]:3000', 'http://[::1]/*'],
  ['https://bücher.example', 'https://xn--bcher-kva.example/*'],
])('the pages of %s are %s', (origin, pattern) => {
  expect(patternOf(origin)).toBe(pattern)
})

test('what is no address has no pattern', () => {
  expect(() => patternOf('null')).toThrow(TypeError)
})
