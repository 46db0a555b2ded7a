/** A pattern for tokens is a regular expression that ends at once, or is refused. @module */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectTokenPattern, holdsToken, isToken, STRICT_TOKEN } from './token-pattern.ts'

const refusal = expect.objectContaining({ name: 'PluginError', code: 'invalid', field: 'tokenPattern' })

test('the strict form is that of the source document', () => {
  // vendors.md 3.1
  const example = ['A1E311F8', '2FBB4D85', 'B1758E7C', '555DDC80', '01'].join('')
  expect(isToken(example, STRICT_TOKEN)).toBe(true)
  expect(isToken(example.toLowerCase(), STRICT_TOKEN)).toBe(true)
  for (const other of [`${example}1`, example.slice(1), `${example.slice(0, -1)}A`, ` ${example}`]) {
    expect(isToken(other, STRICT_TOKEN)).toBe(false)
  }
})

describe('a pattern is refused', () => {
  test.each([
    ['with nested repetitions', '(a+)+'],
    ['with a group', '(?:ab)'],
    ['that looks ahead', '(?=a).{8}'],
    ['that looks back', '(?<!a).{8}'],
    ['with a back reference', '\\1{9}'],
    ['with a named one', '\\k<a>'],
    ['with many open repetitions', 'a*a*a*a*b'],
    ['with many bounded ones', 'a{0,99}a{0,99}a{0,99}a{0,99}b'],
    ['that is none', '[a-'],
    ['with two repetitions at one sign', 'a{2}{3}'],
    ['with a lone brace', 'a{'],
  ])('%s: %s', (_name, pattern) => {
    expect(() => expectTokenPattern(pattern)).toThrow(refusal)
  })
})

test.each([
  '[A-Z0-9]{20}',
  '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
  '\\w+-\\d*',
  '[*+?{}\\]]{9}',
  '[a-z]{8}|\\d{10}',
  STRICT_TOKEN,
])('%s is taken', (pattern) => {
  expect(() => expectTokenPattern(pattern)).not.toThrow()
})

// One that took for ever would run into the test's own limit.
test('whatever the pattern and the text, it ends with an answer or a refusal', () => {
  const part = fc.constantFrom('a', '\\w', '[ab]', '.', '*', '+', '?', '{2,}', '{3}', '(', ')', '|', '^', '$', '\\')
  const pattern = fc.array(part, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''))
  const property = fc.property(pattern, fc.constantFrom('a', 'ab', 'aab'), (given, unit) => {
    try {
      expect(typeof isToken(`${unit.repeat(200).slice(0, 199)}!`, given)).toBe('boolean')
    } catch (error) {
      expect(error).toEqual(refusal)
    }
  })
  fc.assert(property, { numRuns: 1000 })
})

test('a text of any length that is no token is told at once', () => {
  expect(isToken('a'.repeat(1_000_000), '\\w*\\w*\\w*!')).toBe(false)
})

test('a token is found in any case, and encoded', () => {
  expect(holdsToken('https://a.example/?token=ABCDEF12', 'abcdef12')).toBe(true)
  expect(holdsToken('https://a.example/?token=ab%2Fcdef12', 'ab/cdef12')).toBe(true)
  expect(holdsToken('abcdef1', 'abcdef12')).toBe(false)
})
