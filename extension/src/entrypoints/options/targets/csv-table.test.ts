import { csvOf } from '@joinery/sdk/csv'
import { expect, test } from 'vitest'
import { readTable, textOfFile } from './csv-table.ts'

const bytes = (...codes: number[]) => new Uint8Array(codes)

test.each([
  ['commas', 'Name,Room\nLobby,5678\n'],
  ['semicolons', 'Name;Room\r\nLobby;5678'],
  ['tabs', 'Name\tRoom\nLobby\t5678\n\n'],
  ['quotes and empty lines', '"Name", "Room"\n\n"Lobby","5678"\n'.replace(', ', ',')],
])('%s are understood', (_what, text) => {
  expect(readTable(text)).toEqual({ columns: ['Name', 'Room'], rows: [['Lobby', '5678']] })
})

test('a cell may hold quotes, separators and line breaks, and may be missing', () => {
  expect(readTable('A,B,C\n"one, ""two""\nthree",2\n')?.rows).toEqual([['one, "two"\nthree', '2', '']])
})

test('what is no table is none', () => {
  expect(readTable('')).toBeUndefined()
  expect(readTable(' \n ,, \n')).toBeUndefined()
})

test('what was exported is read as it was', () => {
  const rows = [
    ['=SUM(A1)', '@home, "x"'],
    ['-7', 'plain'],
  ]
  const text = csvOf({ type: 'table', title: '', columns: ['A', 'B'], rows }, 'en')
  expect(text).toContain("'=SUM(A1)")
  expect(readTable(text)?.rows).toEqual(rows)
})

test('files are decoded as they were written', () => {
  expect(textOfFile(bytes(0xef, 0xbb, 0xbf, 0x5a, 0xc3, 0xbc))).toBe('Zü')
  expect(textOfFile(bytes(0x5a, 0xfc))).toBe('Zü')
  expect(textOfFile(bytes(0xff, 0xfe, 0x5a, 0x00, 0xfc, 0x00))).toBe('Zü')
  expect(textOfFile(bytes(0xfe, 0xff, 0x00, 0x5a, 0x00, 0xfc))).toBe('Zü')
})
