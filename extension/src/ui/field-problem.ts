/** What is wrong with a form's values, in the user's language. @module */
import type { Fields } from '@joinery/sdk'
import type { RawValues } from '@joinery/sdk/host'
import { inUserLanguage } from '../desk/problem.ts'
import { faultIn } from './field-values.ts'

/** What is wrong with which field; a field within a list is `list.index.field`. */
export interface FieldProblem {
  readonly field: string
  readonly text: string
}

/** The first thing that is wrong, or `undefined` where the values can be saved. */
export function problemOfValues(
  fields: Fields,
  values: RawValues,
  storedSecrets: readonly string[] = [],
): FieldProblem | undefined {
  const fault = faultIn(fields, values, storedSecrets)
  return fault === undefined ? undefined : { field: fault.field, text: inUserLanguage(fault.text) }
}
