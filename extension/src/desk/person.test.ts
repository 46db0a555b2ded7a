import { describe, expect, test } from 'vitest'
import type { PageRecord } from '../page-messages.ts'
import { contactIn, lackingFacts, meOn } from './person.ts'
import type { StoredAccount } from './stored.ts'

const record = (facts: PageRecord['facts']): PageRecord => ({ kind: 'contact', key: 'c-1', facts })

describe('me', () => {
  const profile = { firstName: 'Joe', lastName: 'Smith', email: 'joe@smith.com' }
  const account = (me: StoredAccount['me']): StoredAccount => ({
    id: 'a-1',
    revision: 1,
    position: 0,
    pluginId: 'com.example',
    name: 'Northwind',
    settings: {},
    me,
  })

  test('is the profile, where the account says nothing', () => {
    expect(meOn(account({}), profile)).toEqual(profile)
  })

  test('is what the account says over it, fact by fact', () => {
    expect(meOn(account({ email: 'joe@northwind.example', username: 'joe' }), profile)).toEqual({
      ...profile,
      email: 'joe@northwind.example',
      username: 'joe',
    })
  })
})

describe('the contact', () => {
  const names: readonly [string, PageRecord['facts'], object][] = [
    ['two words', { name: 'Jane Doe' }, { firstName: 'Jane', lastName: 'Doe' }],
    ['more words', { name: 'Zoë Ann O’Brïen' }, { firstName: 'Zoë Ann', lastName: 'O’Brïen' }],
    ['layout between the words', { name: ' Jane\n\t  Doe ' }, { firstName: 'Jane', lastName: 'Doe' }],
    ['one word, which is neither', { name: 'Cher' }, {}],
    ['nothing', { name: ' ' }, {}],
    ['parts of its own, which count more', { name: 'J. D.', firstName: 'Jane' }, { firstName: 'Jane', lastName: 'D.' }],
  ]
  test.each(names)('has its name from %s', (_case, facts, contact) => {
    expect(contactIn(record(facts))).toEqual(contact)
  })

  test('never has a user name from the page', () => {
    expect(contactIn(record({ username: 'admin', email: 'jane@example.com' }))).toEqual({ email: 'jane@example.com' })
  })

  test('has facts on one line, without control characters, and none that is empty', () => {
    const facts = { firstName: 'Ja\u0000ne\r\nDoe', lastName: '\u0007 ', company: 'Brïen\u00a0& Sons <Ltd>', phone: '' }
    expect(contactIn(record(facts))).toEqual({ firstName: 'Ja ne Doe', company: 'Brïen & Sons <Ltd>' })
  })
})

test('what a person lacks is told in the order of the needs', () => {
  expect(lackingFacts({ firstName: 'Jane' }, ['email', 'firstName', 'lastName'])).toEqual(['email', 'lastName'])
  expect(lackingFacts({ firstName: 'Jane' }, ['firstName'])).toEqual([])
})
