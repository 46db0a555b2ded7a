/** Values of fields as they travel: secrets as texts, in fields of type `secret` alone. @module */
import type { Fields } from '../fields.ts'
import type { RawValues } from '../read-fields.ts'
import { Secret } from '../secret.ts'

/** The values that these fields name; what is absent stays away. */
export function travelling(fields: Fields, values: RawValues): RawValues {
  const named = Object.entries(fields).flatMap(([name, field]) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) return []
    if (field.type === 'list' && Array.isArray(value)) {
      return [[name, value.map((row: RawValues) => travelling(field.fields, row))] as const]
    }
    const isSecret = field.type === 'secret' && value instanceof Secret
    return [[name, isSecret ? value.reveal() : value] as const]
  })
  return Object.fromEntries(named)
}
