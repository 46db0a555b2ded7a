import { expect, test } from 'vitest'
import type { IndexLine } from './index-page.ts'
import { changePages, coverAll, LINES_A_PAGE, prefixFor } from './index-pages.ts'

test.each([
  [true, ['']],
  [true, ['0', '1']],
  [true, ['00', '01', '1']],
  [false, []],
  [false, ['0']],
  [false, ['0', '00', '01']],
  [false, ['', '']],
  [false, ['0', '0']],
])('it is %s that %j cover every id once', (whole, prefixes) => {
  expect(coverAll(prefixes)).toBe(whole)
})

test('a record stands on the page with the first bits of its id', () => {
  expect(prefixFor(`a${'0'.repeat(31)}`, new Set(['0', '10', '11']))).toBe('10')
  expect(prefixFor(`7${'0'.repeat(31)}`, new Set(['0', '10', '11']))).toBe('0')
})

test('ids that somebody made alike lose no line', () => {
  const ids = Array.from({ length: LINES_A_PAGE + 1 }, (_, number) => number.toString(16).padStart(32, '0'))
  const line = (id: string): IndexLine => ({ id, kind: 'target', group: '', label: id, text: id })
  const changes = new Map(ids.map((id) => [id, line(id)]))
  const { added } = changePages({ prefixes: new Set(), pages: new Map() }, changes)
  expect(coverAll(added.map(({ prefix }) => prefix))).toBe(true)
  const texts = added.map(({ page }) => page.texts).join('')
  expect(ids.every((id) => texts.includes(id))).toBe(true)
})
