import { expect, test, vi } from 'vitest'
import { failureWords } from './failure-words.ts'
import { speak } from './texts-fixture.ts'

vi.mock('#i18n', () => import('./texts-fixture.ts'))

test.each([
  ['en', /^The calendar file could not be made/, /^The browser did not copy/],
  ['de', /^Die Kalenderdatei ließ sich nicht erstellen/, /^Der Browser hat nicht kopiert/],
] as const)('in %s, a file that cannot be made is no matter of copying', (language, notMade, notCopied) => {
  speak(language)
  expect(failureWords('calendar')).toMatch(notMade)
  for (const way of ['mail', 'text', 'link'] as const) expect(failureWords(way)).toMatch(notCopied)
})
