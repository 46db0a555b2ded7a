import { expect, test } from 'vitest'
import { addressIn, addressOfLink, isOffice, localPart, phoneIn, phoneOfLink } from './values.ts'

test.each([
  ['ada@fenwick.example', 'ada@fenwick.example'],
  ['Ada Fenwick <ada@fenwick.example>', 'ada@fenwick.example'],
  ['Write to ada@fenwick.example.', 'ada@fenwick.example'],
  ['a.b+c_d@mail.fenwick.example, otto@x.example', 'a.b+c_d@mail.fenwick.example'],
  ['jürgen@bücher.example', 'jürgen@bücher.example'],
  ['ada@fenwick', undefined],
  ['@ada', undefined],
  ['ada@fenwick.ex...', undefined],
  ['ada@fenwick.ex…', undefined],
  ['ada', undefined],
])('the address in "%s" is %s', (text, address) => {
  expect(addressIn(text)).toBe(address)
})

test('a long text costs no more than a look at its beginning', () => {
  expect(addressIn(`${'a'.repeat(100_000)}@${'b.'.repeat(100_000)}`)).toBeUndefined()
  expect(addressIn(`${'@'.repeat(100_000)}`)).toBeUndefined()
  expect(phoneIn('1 '.repeat(100_000))).toBe('1 1 1 1 1 1 1 1 1 1 1 1 1')
})

test.each([
  ['+44 1632 960123', '+44 1632 960123'],
  ['+1 (555) 010-4477', '+1 (555) 010-4477'],
  ['0151 / 555 01 23', '0151 / 555 01 23'],
  ['+1 415 555 0136 ext. 12', '+1 415 555 0136 ext. 12'],
  ['555 0103 (home)', '555 0103'],
  ['call me', undefined],
  ['12', undefined],
])('the number in "%s" is %s', (text, phone) => {
  expect(phoneIn(text)).toBe(phone)
})

test.each([
  ['mailto:ada@fenwick.example?subject=Hello', 'ada@fenwick.example'],
  ['MAILTO:ada%2Bcrm@fenwick.example', 'ada+crm@fenwick.example'],
  ['mailto:?subject=Share', undefined],
  ['mailto:ada@x.example,otto@x.example', undefined],
  ['mailto:%E0%A4%A', undefined],
  ['https://x.example/ada@x.example', undefined],
])('%s leads to %s', (href, address) => {
  expect(addressOfLink(href)).toBe(address)
})

test('a telephone link may hold blanks and parameters', () => {
  expect(phoneOfLink('tel:+1%20555%20010%208899;ext=5')).toBe('+1 555 010 8899')
})

test('addresses of offices are told from those of people', () => {
  expect(['info@x.example', 'sales2@x.example', 'no-reply@x.example'].map(isOffice)).toEqual([true, true, true])
  expect(['ada@x.example', 'information@x.example'].map(isOffice)).toEqual([false, false])
  expect(localPart('Ada+crm@x.example')).toBe('ada')
})
