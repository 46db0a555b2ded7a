/** A token stands in its link once, and as it is. @module */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { programLink } from './program-link.ts'
import { STRICT_TOKEN } from './token-pattern.ts'

const PAGE = 'https://get.netviewer.com/o2m/get_o2m.php'
const TOKEN = `${'a1B2'.repeat(8)}01`
const linkFor = (programUrl: string, token = TOKEN, tokenPattern = STRICT_TOKEN) =>
  programLink(
    { programUrl, tokenPattern, gatewayUrl: undefined, product: 'meet', paths: undefined, fieldNames: undefined },
    token,
    'token',
  )

test.each([
  // The source document's own link has this form.
  [PAGE, `${PAGE}?token=${TOKEN}`],
  [`${PAGE}?`, `${PAGE}?token=${TOKEN}`],
  [`${PAGE}?a=1&b=%20+`, `${PAGE}?a=1&b=%20+&token=${TOKEN}`],
  [`${PAGE}?token=old`, `${PAGE}?token=${TOKEN}`],
  [`${PAGE}?token=old&token=older&a=1`, `${PAGE}?a=1&token=${TOKEN}`],
  [`${PAGE}?%74oken=old&token[]=older&token`, `${PAGE}?token=${TOKEN}`],
  [`${PAGE}?tokens=1&mytoken=2`, `${PAGE}?tokens=1&mytoken=2&token=${TOKEN}`],
  [`${PAGE}?a=b?c&token=x`, `${PAGE}?a=b?c&token=${TOKEN}`],
  [`${PAGE}?%E0%A4%A=1`, `${PAGE}?%E0%A4%A=1&token=${TOKEN}`],
])('%s', (programUrl, link) => {
  expect(linkFor(programUrl)).toBe(link)
})

test('whatever the address and the token, a reader finds that token, once', () => {
  const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF'), minLength: 32, maxLength: 32 })
  const token = fc.tuple(hex, fc.integer({ min: 10, max: 99 })).map(([start, end]) => `${start}${end}`)
  const sign = fc.constantFrom('token', '%74', 'a', '=', '&', '?', '%', '[', ']', '+', '%26', '/', 'ü', ';')
  const query = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''))
  const property = fc.property(token, query, (given, before) => {
    const link = new URL(linkFor(new URL(`${PAGE}?${before}`).href, given))
    expect(link.searchParams.getAll('token')).toEqual([given])
    expect(link.origin + link.pathname).toBe(PAGE)
  })
  fc.assert(property)
})

describe('a token of another form', () => {
  test.each(['', 'short', TOKEN.slice(1), `${TOKEN}0`, `${TOKEN}\n`, TOKEN.replace('a', 'g'), `${TOKEN}&token=x`])(
    '%j is refused',
    (token) => {
      expect(() => linkFor(PAGE, token)).toThrow(expect.objectContaining({ code: 'invalid', field: 'token' }))
    },
  )

  test('is taken where the account says so, and encoded', () => {
    expect(linkFor(PAGE, 'ab-cd/ef+gh==', '[a-z/+=-]+')).toBe(`${PAGE}?token=ab-cd%2Fef%2Bgh%3D%3D`)
  })
})
