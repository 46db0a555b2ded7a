/** A secret shows itself in no way but `reveal`. @module */
import { format, inspect } from 'node:util'
import { expect, test } from 'vitest'
import { SECRET_MASK, Secret } from './secret.ts'

const VALUE = 'correct horse'
const secret = new Secret(VALUE)

test('reveal gives the value', () => {
  expect(secret.reveal()).toBe(VALUE)
})

test.each<[string, () => string]>([
  ['interpolated', () => `${secret}`],
  ['joined', () => [secret].join('')],
  ['as JSON', () => JSON.parse(JSON.stringify(secret))],
  ['inspected', () => inspect(secret)],
  ['inspected with hidden parts', () => inspect(secret, { showHidden: true, depth: 9 })],
  ['formatted', () => format('%s', secret)],
])('%s it is the mask', (_title, shown) => {
  expect(shown()).toBe(SECRET_MASK)
})

test.each<[string, unknown]>([
  ['JSON of what holds it', JSON.stringify({ secret, list: [secret] })],
  ['what holds it, inspected', inspect({ secret, list: [secret] }, { showHidden: true, depth: 9 })],
  ['an error’s message', new Error(`wrong: ${secret}`).message],
  ['a structured clone', inspect(structuredClone(secret), { showHidden: true })],
  ['its entries', JSON.stringify([Object.entries(secret), Reflect.ownKeys(secret).map(String), { ...secret }])],
  ['a URL', new URL(`https://meet.example/?k=${secret}`).href],
  ['a form body', new URLSearchParams({ k: String(secret) }).toString()],
])('%s does not hold it', (_title, shown) => {
  expect(String(shown)).not.toMatch(/correct|horse/)
})

test('a structured clone cannot reveal it either', () => {
  expect(() => structuredClone(secret).reveal()).toThrow(TypeError)
})
