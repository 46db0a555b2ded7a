/** Tables become CSV that spreadsheets read and do not run. @module */
import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

const table = (cells: readonly (string | number | { en: string; de: string })[]) =>
  ({ type: 'table', title: 'T', columns: cells.map((_, index) => `c${index}`), rows: [cells] }) as const

test.each<[readonly (string | number | { en: string; de: string })[], string]>([
  [['plain', 7, -1.5, ''], 'plain,7,-1.5,'],
  [['a,b', 'a "b"', 'a\nb'], '"a,b","a ""b""","a\nb"'],
  [['=1+1', '+49', '-x', '@y', '\tz'], "'=1+1,'+49,'-x,'@y,'\tz"],
  [[{ en: 'Room', de: 'Raum' }], 'Raum'],
])('%j', (cells, line) => {
  expect(csvOf(table(cells), 'de-AT').split('\r\n').slice(1)).toEqual([line, ''])
})

test('the columns come first', () => {
  const columns = [{ en: 'Room', de: 'Raum' }, 'ID']
  expect(csvOf({ type: 'table', title: 'T', columns, rows: [] }, 'en')).toBe('Room,ID\r\n')
})
