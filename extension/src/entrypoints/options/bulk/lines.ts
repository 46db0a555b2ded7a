/** The lines of a list as they are gathered: read from a text, and what is wrong with each. @module */
import type { Fields } from '@joinery/sdk'
import type { RawValues } from '@joinery/sdk/host'
import { i18n } from '#i18n'
import { identityOf } from '../../../desk/identity.ts'
import { listReaders } from '../../../plugins.ts'
import { type FieldProblem, problemOfValues } from '../../../ui/field-problem.ts'
import { initialValues } from '../../../ui/field-values.ts'

/** One line: raw values by input. */
export type Line = RawValues

/** The lines in a file's text, as far as they are understood. */
export function linesIn(pluginId: string, fields: Fields, text: string): readonly Line[] {
  const read = Object.hasOwn(listReaders, pluginId) ? listReaders[pluginId] : undefined
  const rows = read === undefined ? rowsOfJson(text) : read(text)
  return rows.map((row) => ({ ...initialValues(fields, {}), ...row }))
}

/** What is wrong with which line, by its number from 0. */
export function faultsIn(fields: Fields, identity: string, lines: readonly Line[]): ReadonlyMap<number, FieldProblem> {
  const known = new Set<string>()
  const faults = new Map<number, FieldProblem>()
  for (const [number, line] of lines.entries()) {
    const own = identityOf(line[identity])
    const problem = known.has(own)
      ? { field: identity, text: i18n.t('bulk.twice', [number + 1]) }
      : problemOfValues(fields, line)
    known.add(own)
    if (problem !== undefined) faults.set(number, problem)
  }
  return faults
}

function rowsOfJson(text: string): readonly object[] {
  try {
    const parsed: unknown = JSON.parse(text)
    return [parsed].flat().filter((row): row is object => typeof row === 'object' && row !== null)
  } catch {
    return []
  }
}
