import type { Fields } from '@joinery/sdk'
import { expect, test } from 'vitest'
import { keyField, planRows, suggestMapping } from './csv-mapping.ts'

const fields: Fields = {
  label: { type: 'text', label: { en: 'Name', de: 'Bezeichnung' } },
  roomId: { type: 'text', label: { en: 'Room ID', de: 'Raum-Nr.' } },
  seats: { type: 'number', label: 'Seats', optional: true },
  kind: { type: 'choice', label: 'Kind', options: { small: { en: 'Small room', de: 'Kleiner Raum' } }, optional: true },
  open: { type: 'boolean', label: 'Open', optional: true },
  password: { type: 'secret', label: 'Password', optional: true },
}

test('columns are found by a field’s name or label, in any language', () => {
  const mapping = (columns: readonly string[]) => suggestMapping({ columns, rows: [] }, fields)
  expect(mapping(['bezeichnung', 'RAUM NR', 'Remark'])).toEqual({ label: 0, roomId: 1 })
  expect(mapping(['Room id', 'name', 'Séats'])).toEqual({ label: 1, roomId: 0, seats: 2 })
  expect(mapping(['?'])).toEqual({})
})

test('a row is known by what has to be there, never by a secret', () => {
  expect(keyField(fields, { label: 0, roomId: 1 })).toBe('roomId')
  expect(keyField(fields, { label: 0 })).toBe('label')
  expect(keyField(fields, { password: 0 })).toBeUndefined()
})

test('rows become fields of their types, and change what is known already', () => {
  const table = {
    columns: ['Name', 'Room', 'Seats', 'Kind', 'Open'],
    rows: [
      ['Lobby', '1', '12,5', 'kleiner raum', 'Ja'],
      ['Stage', '2', '', '', 'no'],
    ],
  }
  const mapping = { label: 0, roomId: 1, seats: 2, kind: 3, open: 4 }
  expect(planRows(table, fields, mapping, new Map([['2', 'stored']]))).toEqual([
    { number: 2, fields: { label: 'Lobby', roomId: '1', seats: 12.5, kind: 'small', open: true } },
    { number: 3, fields: { label: 'Stage', roomId: '2', open: false }, id: 'stored' },
  ])
})
