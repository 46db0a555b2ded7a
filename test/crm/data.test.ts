import { expect, test } from 'vitest'
import { casesOfContact, contactsOfCompany, createData, findContact, fullName } from './data.ts'

const data = createData()
const names = data.contacts.map(fullName)

const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Thai',
] as const

test('is the same each time it is made', () => {
  expect(createData()).toEqual(data)
})

test('is as large as a real small company has it', () => {
  expect(data.contacts.length).toBeGreaterThanOrEqual(1_200)
  expect(data.companies.length).toBeGreaterThanOrEqual(150)
  expect(data.cases.length).toBeGreaterThanOrEqual(400)
})

test.each([
  ['contacts', /^c-\d{4}$/],
  ['companies', /^a-\d{4}$/],
  ['cases', /^k-\d{4}$/],
] as const)('gives each of the %s an id of its own', (kind, form) => {
  const ids = data[kind].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !form.test(id))).toEqual([])
})

test.each(SCRIPTS)('has several names in %s', (script) => {
  const letter = new RegExp(`\\p{Script=${script}}`, 'u')
  expect(names.filter((name) => letter.test(name)).length).toBeGreaterThan(5)
})

test.each([
  ['apostrophes', /\p{L}'\p{L}/u],
  ['hyphens', /\p{L}-\p{L}/u],
  ['letters with marks', /[ëïüłğ]/],
  ['emoji', /\p{Extended_Pictographic}/u],
  ['one word', /^\S+$/],
])('has names with %s', (_what, form) => {
  expect(names.filter((name) => form.test(name)).length).toBeGreaterThan(5)
})

test('leaves some contacts without an e-mail address and some without a phone', () => {
  expect(data.contacts.filter(({ email }) => email === undefined).length).toBeGreaterThan(20)
  expect(data.contacts.filter(({ phone }) => phone === undefined).length).toBeGreaterThan(20)
})

test('gives no e-mail address twice, and none outside the domains set aside for examples', () => {
  const addresses = data.contacts.flatMap(({ email }) => email ?? [])
  expect(new Set(addresses).size).toBe(addresses.length)
  expect(addresses.filter((address) => !/^[a-z0-9.+]+@example\.(com|org|net)$/.test(address))).toEqual([])
})

test('calls nobody who exists: generated numbers are from the ranges for fiction', () => {
  const fictitious = /^(\+1 202-555-01\d\d|\+44 20 7946 0\d{3}|\+49 30 23125 \d{3})$/
  const numbers = data.contacts.filter(({ id }) => id !== 'c-1001').flatMap(({ phone }) => phone ?? [])
  expect(numbers.filter((number) => !fictitious.test(number))).toEqual([])
})

test.each([
  [
    'c-1001',
    {
      firstName: 'Zoë Ann',
      lastName: "O'Brïen",
      email: 'zoe+test@example.com',
      phone: '+1 252-252-2522',
      company: 'Brïen & Sons <Ltd>',
    },
  ],
  ['c-1002', { firstName: 'Jane', lastName: 'Doe', email: 'jane.doe@example.com', company: 'Contoso' }],
  ['c-1003', { firstName: 'שרה', lastName: 'כהן', email: 'sara.cohen@example.com' }],
  ['c-1005', { firstName: '12', lastName: '3', email: 'digits@example.com' }],
  ['c-1006', { firstName: '花子', lastName: '山田', familyFirst: true }],
  ['c-1007', { firstName: 'Robin 🎉', lastName: 'Fox 🦊' }],
])('knows %s as the tests do', (id, facts) => {
  expect(findContact(id, data)).toMatchObject(facts)
})

test('knows Peter Silent, who has no e-mail address', () => {
  const contact = findContact('c-1004', data)
  expect(contact && fullName(contact)).toBe('Peter Silent')
  expect(contact).not.toHaveProperty('email')
})

test('ties each contact to a company that exists, under its name', () => {
  const nameOf = new Map(data.companies.map(({ id, name }) => [id, name]))
  expect(data.contacts.filter(({ companyId, company }) => nameOf.get(companyId) !== company)).toEqual([])
  expect(contactsOfCompany('a-3002', data).map(({ id }) => id)).toContain('c-1002')
})

test('quotes in every case a mail of somebody other than its contact', () => {
  for (const entry of data.cases) {
    const contact = findContact(entry.contactId, data)
    expect(contact && fullName(contact)).toBe(entry.contact)
    expect(entry.quoted.email).toMatch(/@example\./)
    expect(entry.quoted.email).not.toBe(contact?.email)
  }
  expect(casesOfContact('c-1002', data).map(({ id }) => id)).toContain('k-2001')
})
