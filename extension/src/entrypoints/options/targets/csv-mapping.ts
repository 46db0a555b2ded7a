/** Which column of a table holds which field of a target, and what each row becomes. @module */
import type { Field, Fields, Text } from '@joinery/sdk'
import type { CsvTable } from './csv-table.ts'

/** The column's place for each field; fields that no column holds are absent. */
export type Mapping = { readonly [field: string]: number | undefined }

/** What a row would do. */
export interface PlannedRow {
  /** The row's number in the file, the names of the columns being row 1. */
  readonly number: number
  readonly fields: { readonly [name: string]: unknown }
  /** The stored target that it changes. */
  readonly id?: string
}

const MARKS = /[\p{M}\p{P}\p{S}\s]+/gu

/** The mapping that the columns' names suggest: a field's own name, or its label in any language. */
export function suggestMapping({ columns }: CsvTable, fields: Fields): Mapping {
  const plain = columns.map(folded)
  const taken = new Set<number>()
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const names = [name, ...textsOf(field.label)].map(folded)
      const place = plain.findIndex((column, index) => !taken.has(index) && names.includes(column))
      if (place === -1) return []
      taken.add(place)
      return [[name, place]]
    }),
  )
}

/** The fields that a column may hold. */
export function mappableFields(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, { type }]) => type !== 'list' && type !== 'file'))
}

/** The field by which a row is known again: the first that has to be there and is mapped, else the first that is mapped. */
export function keyField(fields: Fields, mapping: Mapping): string | undefined {
  const mapped = Object.entries(fields).filter(([name, { type }]) => mapping[name] !== undefined && type !== 'secret')
  return (mapped.find(([name, { optional }]) => optional !== true && name !== 'label') ?? mapped[0])?.[0]
}

/** What the rows become; `known` has the stored targets by what stands in the key field. */
export function planRows(
  { rows }: CsvTable,
  fields: Fields,
  mapping: Mapping,
  known: ReadonlyMap<string, string>,
): readonly PlannedRow[] {
  const key = keyField(fields, mapping)
  return rows.map((cells, index) => {
    const given = Object.entries(mapping).flatMap(([name, place]) => {
      const field = fields[name]
      const cell = place === undefined ? '' : (cells[place] ?? '')
      return field === undefined || cell === '' ? [] : [[name, typedValue(cell, field)] as const]
    })
    const values = Object.fromEntries(given)
    const id = key === undefined ? undefined : known.get(String(values[key] ?? ''))
    return { number: index + 2, fields: values, ...(id === undefined ? {} : { id }) }
  })
}

function typedValue(cell: string, field: Field): unknown {
  if (field.type === 'number') return Number(cell.replace(',', '.'))
  if (field.type === 'boolean') return /^(?:1|x|y|yes|true|ja|j|sí|si|oui|да|כן)$/i.test(cell)
  if (field.type !== 'choice') return cell
  const option = Object.entries(field.options).find(
    ([name, text]) => name === cell || textsOf(text).map(folded).includes(folded(cell)),
  )
  return option?.[0] ?? cell
}

function textsOf(text: Text): readonly string[] {
  return typeof text === 'string' ? [text] : Object.values(text)
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase()
}
