/** Patterns match what they say, and no look-alike. @module */
import { describe, expect, test } from 'vitest'
import { isPattern, matchesPattern, settingOf } from './patterns.ts'

const PAGES = 'https://www.omnovia.com/*'

describe('matchesPattern', () => {
  test.each([
    [PAGES, 'https://www.omnovia.com/'],
    [PAGES, 'https://www.omnovia.com/pages/x?y=1#z'],
    [PAGES, 'HTTPS://WWW.OMNOVIA.COM/pages'],
    [PAGES, 'https://www.omnovia.com:443/'],
    [PAGES, 'https://www.omnovia.com'],
    ['https://meet.example:8443/*', 'https://meet.example:8443/a'],
    ['https://*.meet.example/*', 'https://eu.meet.example/a'],
    ['https://*.meet.example/*', 'https://a.b.meet.example/a'],
    ['https://*.meet.example/*', 'https://meet.example/a'],
    ['https://meet.example/join', 'https://meet.example/join'],
    ['https://meet.example/a*z', 'https://meet.example/a/b?c=z'],
    ['https://meet.example/j*?room=*', 'https://meet.example/join?room=1'],
    ['teamviewerapi:*', 'teamviewerapi://control?x=1'],
    ['teamviewerapi:*', 'teamviewerapi://control?key={114fa1a7-abab-41e9-be17-70e95c289080}'],
    ['mailto:*', 'mailto:ada@example.com'],
  ])('%s matches %s', (pattern, candidate) => {
    expect(matchesPattern(pattern, candidate)).toBe(true)
  })

  test.each([
    ['user information', PAGES, 'https://www.omnovia.com@evil.example/'],
    ['user information with a password', PAGES, 'https://a:b@www.omnovia.com/'],
    ['a longer host', PAGES, 'https://www.omnovia.com.evil.example/'],
    ['a host that ends alike', PAGES, 'https://evilwww.omnovia.com/'],
    ['the bare domain', PAGES, 'https://omnovia.com/'],
    ['a subdomain', PAGES, 'https://a.www.omnovia.com/'],
    ['another port', PAGES, 'https://www.omnovia.com:8443/'],
    ['http', PAGES, 'http://www.omnovia.com/'],
    ['a trailing dot', PAGES, 'https://www.omnovia.com./'],
    ['a backslash', PAGES, 'https://www.omnovia.com\\@evil.example/'],
    ['a backslash for the slash', PAGES, 'https:\\\\www.omnovia.com\\'],
    ['an encoded slash in the host', PAGES, 'https://www.omnovia.com%2f@evil.example/'],
    ['an encoded dot in the host', 'https://meet.example/*', 'https://meet%2eevil.example/'],
    ['a look-alike letter', PAGES, 'https://www.omnovía.com/'],
    ['a Cyrillic letter', PAGES, 'https://www.оmnovia.com/'],
    ['white space before', PAGES, ' https://www.omnovia.com/'],
    ['a line break', PAGES, 'https://www.omnovia.com/\n'],
    ['a tab in the scheme', PAGES, 'ht\ttps://www.omnovia.com/'],
    ['a quote', PAGES, 'https://www.omnovia.com/"'],
    ['a null character', PAGES, 'https://www.omnovia.com/\0'],
    ['no scheme', PAGES, '//www.omnovia.com/'],
    ['a path upwards', 'https://meet.example/rooms/*', 'https://meet.example/rooms/../admin'],
    ['an encoded path upwards', 'https://meet.example/rooms/*', 'https://meet.example/rooms/%2e%2e/admin'],
    ['another path', 'https://meet.example/join', 'https://meet.example/join/x'],
    ['a query on an exact path', 'https://meet.example/join', 'https://meet.example/join?x'],
    ['a dot in the path that is another character', 'https://meet.example/a.php', 'https://meet.example/aXphp'],
    ['a host before the subdomain’s dot', 'https://*.meet.example/*', 'https://evilmeet.example/'],
    ['a longer host under a subdomain pattern', 'https://*.meet.example/*', 'https://a.meet.example.evil.example/'],
    ['braces', PAGES, 'https://www.omnovia.com/{x}'],
    ['a quote for an app', 'teamviewerapi:*', 'teamviewerapi://x?"--play'],
    ['a pipe for an app', 'teamviewerapi:*', 'teamviewerapi://x|y'],
    ['another app', 'teamviewerapi:*', 'teamviewerapix://x'],
    ['a script', 'javascript:*', 'javascript:alert(1)'],
    ['data', 'data:*', 'data:text/html,x'],
    ['a web link by an app’s pattern', 'https:*', 'https://evil.example/'],
    ['a view of a source', 'view-source:*', 'view-source:https://a.example/'],
    ['an empty pattern', '', 'https://a.example/'],
    ['every host', '*://*/*', 'https://a.example/'],
  ])('%s: %s does not match %s', (_attack, pattern, candidate) => {
    expect(matchesPattern(pattern, candidate)).toBe(false)
  })
})

test.each<[string, string, boolean]>([
  ['a*b*c', 'a1b2c', true],
  ['a*b*c', 'abc', true],
  ['a*b*c', 'acb', false],
  ['a*bc*c', 'abc', false],
  ['a*bc*c', 'abcc', true],
  ['aa*aa', 'aaa', false],
  ['aa*aa', 'aaaa', true],
  ['a**b', 'ab', true],
  ['a*', 'b', false],
])('the stars of %s on %s: %s', (path, rest, expected) => {
  expect(matchesPattern(`https://meet.example/${path}`, `https://meet.example/${rest}`)).toBe(expected)
})

test('several stars on a long link end at once', () => {
  const pattern = `https://meet.example/${'*a'.repeat(2)}*b`
  const before = performance.now()
  expect(matchesPattern(pattern, `https://meet.example/${'a'.repeat(1500)}`)).toBe(false)
  expect(performance.now() - before).toBeLessThan(500)
})

describe('a pattern with a setting', () => {
  const settings = {
    server: 'https://api.example.com:8443/base',
    exact: 'https://api.example.com/sign?key=1',
    text: 'x',
  }

  test.each([
    ['{account.server}/*', 'https://api.example.com:8443/base/a?b=1'],
    ['{account.server}/*', 'https://api.example.com:8443/base/'],
    ['{account.server}/v1/*', 'https://api.example.com:8443/base/v1/x'],
    ['{account.exact}', 'https://api.example.com/sign?key=1'],
    ['{account.exact}?*', 'https://api.example.com/sign?key=1&token=2'],
    ['{account.exact}?*', 'https://api.example.com/sign'],
  ])('%s matches %s', (pattern, candidate) => {
    expect(matchesPattern(pattern, candidate, settings)).toBe(true)
  })

  test.each([
    ['{account.server}/*', 'https://api.example.com/base/a'],
    ['{account.server}/*', 'https://api.example.com:8443/based/a'],
    ['{account.server}/*', 'https://api.example.com:8443/base/../x'],
    ['{account.server}/*', 'https://api.example.com:8443.evil.example/base/a'],
    ['{account.server}/v1/*', 'https://api.example.com:8443/base/v2/x'],
    ['{account.server}*', 'https://api.example.com:8443/basement'],
    ['{account.exact}', 'https://api.example.com/sign?key=2'],
    ['{account.exact}', 'https://api.example.com/sign'],
    ['{account.exact}', 'https://api.example.com/sign?key=1&more'],
    ['{account.exact}?*', 'https://api.example.com/signed?key=1'],
    ['{account.exact}?*', 'https://api.example.com/sign/x?key=1'],
    ['{account.exact}?*', 'http://api.example.com/sign?key=1'],
    ['{account.exact}?*', 'https://api.example.com:8443/sign?key=1'],
    ['{account.exact}?*', 'https://api.example.com/other/../sign?key=1@evil.example/{x}'],
    ['{account.exact}?key=*', 'https://api.example.com/sign?key=1'],
    ['{account.text}/*', 'https://x/'],
    ['{account.none}/*', 'https://api.example.com/'],
    ['{account.constructor}/*', 'https://api.example.com/'],
  ])('%s does not match %s', (pattern, candidate) => {
    expect(matchesPattern(pattern, candidate, settings)).toBe(false)
  })

  test('settingOf names it', () => {
    expect([settingOf('{account.server}/*'), settingOf(PAGES)]).toEqual(['server', undefined])
  })
})

describe('isPattern', () => {
  test.each([
    PAGES,
    'https://*.a.example/x*',
    'https://a.example:8443/*',
    'meet:*',
    '{account.server}',
    '{account.server}/*',
    '{account.server}?*',
  ])('takes %s', (pattern) => expect(isPattern(pattern)).toBe(true))

  test.each([
    '',
    '*',
    'https://*',
    'https://*/*',
    '*://a.example/*',
    'https://a.example',
    'javascript:*',
    'data:*',
    'https:*',
    'a.example/*',
    '{account.server}*',
    '{account.server}/a*b',
    '{account.server}?a=*',
    '{server}/*',
    'https://{account.server}/*',
    'file:///*',
  ])('does not take %j', (pattern) => expect(isPattern(pattern)).toBe(false))
})
