/** Secrets are found however deep they stand, and masked whole. @module */
import { expect, test } from 'vitest'
import { maskSecrets, secretsIn } from './mask-secrets.ts'
import { Secret } from './secret.ts'

test('secrets are found in objects, lists and alone', () => {
  const value = { key: new Secret('a'), rows: [{ token: new Secret('b') }], text: 'c', none: undefined, nothing: null }
  expect(secretsIn(value)).toEqual(['a', 'b'])
  expect(secretsIn(new Secret('d'))).toEqual(['d'])
})

test('every occurrence is masked, the longer secret first, an empty one never', () => {
  expect(maskSecrets('key and key2 and key', ['key', 'key2', ''])).toBe('[secret] and [secret] and [secret]')
})
