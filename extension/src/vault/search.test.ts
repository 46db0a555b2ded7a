import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from './fold.ts'
import { lineAt, lineFor, linesOf, pageOf, readPage, writePage } from './index-page.ts'
import { newRecordId } from './seal.ts'
import { searchPages } from './search.ts'

function pagesWith(...labels: readonly string[]) {
  const lines = labels.map((label) => lineFor(newRecordId(), { kind: 'target', label }))
  const middle = Math.ceil(lines.length / 2)
  return [pageOf(lines.slice(0, middle)), pageOf(lines.slice(middle))]
}

function found(labels: readonly string[], query: string, limit = 50): readonly string[] {
  return searchPages(pagesWith(...labels), query, limit).lines.map(({ label }) => label)
}

test.each([
  ['MÜLLER', 'muller'],
  ['Straße', 'strasse'],
  ['Łódź', 'lodz'],
  ['Ærøskøbing', 'aeroskobing'],
  ['İstanbul ı', 'istanbul i'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['ｆｕｌｌ', 'full'],
  ['a\t b\u0000\nc', 'a b c'],
  ['東京', '東京'],
])('%j is folded to %j', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

describe('search', () => {
  test('does not look at case and accents', () => {
    expect(found(['Zoë Müller', 'Joe Smith'], 'ZOE MULL')).toEqual(['Zoë Müller'])
  })

  test('finds words in any order, however many lines hold them; those that begin with all come first', () => {
    const labels = Array.from({ length: 800 }, (_, index) => (index % 2 === 0 ? `hall ${index}` : `${index} hall`))
    const all = found(labels, 'hall 1', Number.MAX_SAFE_INTEGER)
    expect(all.toSorted()).toEqual(labels.filter((label) => label.includes('1')).toSorted())
    expect(all.slice(0, 40).every((label) => label.startsWith('hall 1'))).toBe(true)
    const many = found(
      labels.map((label) => `${label} 1`),
      '1 hall',
      Number.MAX_SAFE_INTEGER,
    )
    expect(many).toHaveLength(800)
  })

  test('looks at ids and companies as well', () => {
    const page = pageOf([
      lineFor(newRecordId(), { kind: 'target', label: 'Till 3', terms: ['123 456 789', 'Brennan'] }),
    ])
    for (const query of ['456', 'brennan', 'till brenn', 'brennan till']) {
      expect(searchPages([page], query, 10).lines.length).toBe(1)
    }
  })

  test('puts first what starts so, then words that do, then the rest', () => {
    expect(found(['smart', 'an art', 'art deco', 'carting'], 'art')).toEqual(['art deco', 'an art', 'carting', 'smart'])
  })

  test('finds words in any order, after the same words as they were typed', () => {
    expect(found(['two one', 'one two', 'one', 'two'], 'one two')).toEqual(['one two', 'two one'])
  })

  test('never looks across two lines, nor into ids of records', () => {
    expect(found(['one', 'two'], 'one two')).toEqual([])
    const id = newRecordId()
    expect(searchPages([pageOf([lineFor(id, { kind: 'target', label: 'x' })])], id.slice(0, 6), 10).lines).toEqual([])
  })

  test('says when there is more than it shows', () => {
    const labels = Array.from({ length: 1000 }, (_, number) => `device ${number}`)
    const result = searchPages(pagesWith(...labels), 'device', 50)
    expect([result.lines.length, result.more]).toEqual([50, true])
    expect(new Set(result.lines.map(({ id }) => id)).size).toBe(50)
    expect(found([...labels, 'a device', 'ice'], 'ice')[0]).toBe('ice')
  })

  test('finds nothing for nothing', () => {
    expect(found(['one'], '  ')).toEqual([])
  })

  test('finds exactly the lines that hold every word', () => {
    const label = fc
      .array(fc.constantFrom('a', 'b', 'ab', 'ba', 'aab'), { minLength: 1, maxLength: 4 })
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(
        fc.array(label, { maxLength: 40 }),
        fc.array(fc.constantFrom('a', 'b', 'ab', 'bb'), { minLength: 1, maxLength: 3 }),
        (labels, words) => {
          const expected = labels.filter((text) => words.every((word) => text.includes(word)))
          expect(found(labels, words.join(' '), 1000).toSorted()).toEqual(expected.toSorted())
        },
      ),
    )
  })
})

test('a page keeps its lines through writing and reading, whatever they hold', () => {
  const entry = fc.record({
    kind: fc.constantFrom('target', 'account'),
    group: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
    label: fc.string({ unit: 'binary' }),
    terms: fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
  })
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 20 }), (entries) => {
      const lines = entries.map((one) => lineFor(newRecordId(), one))
      const page = readPage(writePage(pageOf(lines)))
      expect(page === undefined ? undefined : linesOf(page)).toEqual(lines)
      if (page !== undefined && lines.length > 0) expect(lineAt(page, lines.length - 1)).toEqual(lines.at(-1))
    }),
  )
})
