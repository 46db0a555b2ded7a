/** Tables as files that spreadsheets open. @module */
import type { Cell, TableOutcome } from './outcome.ts'
import { textIn } from './text.ts'

// What a spreadsheet would take for a formula, and run.
const FORMULA = /^[=+\-@\t\r]/
const NEEDS_QUOTES = /[",\r\n]/

/**
 * A table as CSV (RFC 4180) in a language; texts that a spreadsheet would run as a formula start with an apostrophe.
 *
 * @example
 * import { csvOf } from '@joinery/sdk/csv'
 * csvOf({ type: 'table', title: 'Rooms', columns: ['Room', 'Seats'], rows: [['lobby', 7]] }, 'en') // 'Room,Seats\r\nlobby,7\r\n'
 */
export function csvOf({ columns, rows }: TableOutcome, language: string): string {
  return [columns, ...rows].map((row) => `${row.map((cell) => written(cell, language)).join(',')}\r\n`).join('')
}

function written(cell: Cell, language: string): string {
  if (typeof cell === 'number') return String(cell)
  const text = textIn(cell, language)
  const harmless = FORMULA.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
