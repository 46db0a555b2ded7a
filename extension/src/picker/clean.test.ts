import { describe, expect, test } from 'vitest'
import type { CleanUp } from '../sites/rule.ts'
import { cleaned, likelyReading, readingsOf } from './clean.ts'

// The examples are those of the contract, `sites/rule.ts`.
const table: readonly (readonly [CleanUp, string, string])[] = [
  ['after-colon', 'User: Ada Byron', 'Ada Byron'],
  ['after-dash', 'Odoo - Ada Byron', 'Ada Byron'],
  ['before-dash', 'Ada Byron - contact details', 'Ada Byron'],
  ['before-bar', 'Ada Byron | Contact', 'Ada Byron'],
  ['name-after-company', 'Analytical Engines, Ada Byron', 'Ada Byron'],
  ['company-before-name', 'Analytical Engines, Ada Byron', 'Analytical Engines'],
  ['last-name-first', 'Byron, Ada', 'Ada Byron'],
  ['name-of-mailbox', 'Ada Byron <ada@example.com>', 'Ada Byron'],
  ['address-of-mailbox', 'Ada Byron <ada@example.com>', 'ada@example.com'],
  ['target-of-link', 'mailto:ada@example.com?subject=Hello', 'ada@example.com'],
  ['target-of-link', 'tel:+44%2020', '+44 20'],
]
test.each(table)('%s makes of “%s”: %s', (step, text, result) => {
  expect(cleaned(text, [step])).toBe(result)
})

test.each(table.map(([step]) => step))('%s leaves a text alone that is not like that', (step) => {
  expect(cleaned(' Ada \n Byron ', [step])).toBe('Ada Byron')
})

describe('the ways to read a text', () => {
  test('differ in what comes of them, and begin with the text as it stands', () => {
    expect(readingsOf('name', 'Byron, Ada').map(({ text }) => text)).toEqual(['Byron, Ada', 'Ada Byron', 'Ada'])
    expect(readingsOf('name', 'Ada Byron').map(({ text }) => text)).toEqual(['Ada Byron'])
    expect(readingsOf('email', '')).toEqual([])
  })

  test('of a mailbox, its part is what is meant', () => {
    const mailbox = 'Ada Byron <ada@example.com>'
    expect(likelyReading('name', readingsOf('name', mailbox))?.text).toBe('Ada Byron')
    expect(likelyReading('email', readingsOf('email', mailbox))?.text).toBe('ada@example.com')
    expect(likelyReading('name', readingsOf('name', 'Byron, Ada'))?.text).toBe('Byron, Ada')
  })
})
