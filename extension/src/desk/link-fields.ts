/** What the values in a link are worth: which of them tell the target, and which have the form of their field. @module */
import { type Field, type Fields, isPluginError, type Recognition } from '@joinery/sdk'
import { type RawValues, readFields } from '@joinery/sdk/host'

/** Which fields tell a target from others. */
export interface TellingFields {
  readonly names: readonly string[]
  /** Whether one of them is enough; else all are needed. */
  readonly isAnyEnough: boolean
}

/** The target fields that such links fill. */
export function filledBy({ query = {}, path = {} }: Recognition): readonly string[] {
  return [...Object.keys(query), ...Object.keys(path)]
}

/** Of the fields that links fill: those without which a target is none, or any where there is none such. */
export function tellingFields(declared: Fields, filled: readonly string[]): TellingFields {
  const needed = filled.filter((name) => Object.hasOwn(declared, name) && isNeeded(declared[name]))
  return needed.length > 0 ? { names: needed, isAnyEnough: false } : { names: filled, isAnyEnough: true }
}

/** Those values that their fields take; a link may hold anything. */
export function fitting(declared: Fields, values: RawValues): RawValues {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => isFitting(declared, name, value)))
}

function isNeeded(field: Field | undefined): boolean {
  if (field === undefined || field.optional || field.when !== undefined) return false
  return field.type !== 'boolean' && !('default' in field)
}

function isFitting(declared: Fields, name: string, value: unknown): boolean {
  const field = Object.hasOwn(declared, name) ? declared[name] : undefined
  if (field === undefined) return false
  try {
    readFields({ [name]: field }, { [name]: value })
    return true
  } catch (error) {
    if (isPluginError(error)) return false
    throw error
  }
}
