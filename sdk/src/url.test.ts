/** Links are encoded as RFC 3986 says. @module */
import { describe, expect, test } from 'vitest'
import { encode, type Parameters, url } from './url.ts'

describe('encode', () => {
  // RFC 3986, 2.2 (reserved: all encoded) and 2.3 (unreserved: all left).
  test.each([
    ['ABCXYZabcxyz0189-._~', 'ABCXYZabcxyz0189-._~'],
    [":/?#[]@!$&'()*+,;=", '%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D'],
    [' %"<>\\^`{|}', '%20%25%22%3C%3E%5C%5E%60%7B%7C%7D'],
    ['\0\r\n\t\x7f', '%00%0D%0A%09%7F'],
    ["O'Brïen~", 'O%27Br%C3%AFen~'],
    ['松本', '%E6%9D%BE%E6%9C%AC'],
    ['👩‍💻', '%F0%9F%91%A9%E2%80%8D%F0%9F%92%BB'],
    ['', ''],
  ])('writes %j as %s', (value, expected) => {
    expect(encode(value)).toBe(expected)
  })

  test('every character there is comes back, and stands in unreserved characters alone', () => {
    for (let start = 0; start < 0x110000; start += 0x400) {
      const codes = Array.from({ length: 0x400 }, (_, index) => start + index)
      const value = String.fromCodePoint(...codes.filter((code) => code < 0xd800 || code > 0xdfff))
      const encoded = encode(value)
      expect(/^([A-Za-z0-9\-._~]|%[0-9A-F]{2})*$/.test(encoded)).toBe(true)
      expect(decodeURIComponent(encoded) === value).toBe(true)
    }
  })

  test.each(['\ud83d', 'a\udc00b', '\udc00\ud83d'])('refuses half a character', (value) => {
    expect(() => encode(value)).toThrow(expect.objectContaining({ name: 'PluginError', code: 'invalid' }))
  })
})

describe('url', () => {
  test.each<[string, Parameters, string]>([
    ['https://a.example/', { x: 'R&D', y: undefined, z: 0, w: false }, 'https://a.example/?x=R%26D&z=0&w=false'],
    ['https://a.example/', {}, 'https://a.example/'],
    ['https://a.example/', { x: undefined }, 'https://a.example/'],
    ['https://a.example/', { x: '' }, 'https://a.example/?x='],
    ['https://a.example/?a=1', { x: 2 }, 'https://a.example/?a=1&x=2'],
    ['https://a.example/?', { x: 2 }, 'https://a.example/?x=2'],
    ['https://a.example/?a=1&', { x: 2 }, 'https://a.example/?a=1&x=2'],
    ['https://a.example/#part', { x: 2 }, 'https://a.example/?x=2#part'],
    ['https://a.example/?a=1#part#two?', { x: 2 }, 'https://a.example/?a=1&x=2#part#two?'],
    [
      'https://a.example/',
      [
        ['b', 1],
        ['a', 2],
        ['b', undefined],
        ['b', 3],
      ],
      'https://a.example/?b=1&a=2&b=3',
    ],
    ['https://a.example/', { 'a b&': '&' }, 'https://a.example/?a%20b%26=%26'],
    ['meet:join', { x: 1 }, 'meet:join?x=1'],
  ])('%s with %j', (base, parameters, expected) => {
    expect(url(base, parameters)).toBe(expected)
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses the number %s', (value) => {
    expect(() => url('https://a.example/', { value })).toThrow(expect.objectContaining({ code: 'invalid' }))
  })
})
