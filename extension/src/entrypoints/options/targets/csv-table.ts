/** Reads a table from a file of comma-separated values, whoever wrote it. @module */
import Papa from 'papaparse'

/** Names of columns, and rows of as many cells. */
export interface CsvTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** More is not read at once. */
export const MOST_ROWS = 200_000

/** A file's text: UTF-8 or UTF-16 by its mark, else UTF-8, else what Windows programs write. */
export function textOfFile(bytes: Uint8Array<ArrayBuffer>): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The table in a text, its first line the names of the columns; `undefined` where there is none. */
export function readTable(text: string): CsvTable | undefined {
  const { data } = Papa.parse<string[]>(text.trim(), { skipEmptyLines: 'greedy', preview: MOST_ROWS + 1 })
  const [head = [], ...body] = data
  const columns = head.map((name) => name.trim())
  if (columns.every((name) => name === '')) return undefined
  return { columns, rows: body.map((row) => columns.map((_, place) => unguarded((row[place] ?? '').trim()))) }
}

// Our own files, like others', put an apostrophe before what a spreadsheet would run.
function unguarded(cell: string): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell
}
