/** Links that could do more than open a session are not launched (CVE-2020-13699). @module */
import { expect, test } from 'vitest'
import { expectLaunchable } from './launch-check.ts'

test.each([
  'teamviewerapi://control?s=abc-_=',
  'teamviewerapi:anything/at#all',
  'teamviewerapi://x?s=--abc&t=a--b',
  'teamviewerapi://x?name=B%C3%BCro&p=100%25',
  'teamviewerapi://x?a=%zz%',
  `teamviewerapi://${'x'.repeat(2048 - 'teamviewerapi://'.length)}`,
])('%s is', (link) => {
  expect(expectLaunchable(link)).toBe(link)
})

test.each([
  ['another scheme', 'teamviewer10://x'],
  ['a scheme that only starts alike', 'teamviewerapi2://x'],
  ['a scheme in other letters', 'TeamViewerAPI://x'],
  ['white space before', ' teamviewerapi://x'],
  ['a web link', 'https://teamviewerapi/'],
  ['a script', 'javascript:teamviewerapi:'],
  ['nothing', ''],
  ['too long', `teamviewerapi://${'x'.repeat(2048)}`],
  ['a space', 'teamviewerapi://x y'],
  ['an option', 'teamviewerapi://x --play c:\\x'],
  ['an encoded option', 'teamviewerapi://x%20--play'],
  ['an option after a plus', 'teamviewerapi://x?a=b+--play'],
  ['an option after an encoded plus', 'teamviewerapi://x?a=b%2B--play'],
  ['a line break', 'teamviewerapi://x\nteamviewerapi://y'],
  ['an encoded line break', 'teamviewerapi://x%0d%0Ay'],
  ['a null character', 'teamviewerapi://x%00'],
  ['a double quote', 'teamviewerapi://x"y'],
  ['an encoded double quote', 'teamviewerapi://x%22y'],
  ['a quote encoded twice', 'teamviewerapi://x%2522y'],
  ['a quote encoded four times', 'teamviewerapi://x%25252522y'],
  ['a single quote', "teamviewerapi://x'y"],
  ['an encoded single quote', 'teamviewerapi://x%27y'],
  ['a backtick', 'teamviewerapi://x`y'],
  ['a backslash', 'teamviewerapi://x\\y'],
  ['an encoded backslash', 'teamviewerapi://x%5cy'],
  ['a delete character', 'teamviewerapi://x%7Fy'],
  ['a quote among bytes that are no UTF-8', 'teamviewerapi://x%C0%22y'],
  ['a quote encoded twice among such bytes', 'teamviewerapi://x%C0%2522y'],
  ['a wide quote, which Windows may narrow', 'teamviewerapi://x＂y'],
  ['an encoded wide quote', 'teamviewerapi://x%EF%BC%82y'],
  ['an encoded space of another width', 'teamviewerapi://x%E2%80%83--y'],
  ['a right-to-left override', 'teamviewerapi://x\u202ey'],
])('%s is not', (_name, link) => {
  expect(() => expectLaunchable(link)).toThrow(expect.objectContaining({ name: 'PluginError', code: 'unsafe' }))
})
