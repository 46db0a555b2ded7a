/** The secrets that stand in raw values, so that they can be taken out of what is shown. @module */
import type { Fields } from '../fields.ts'
import type { RawValues } from '../read-fields.ts'

/** What raw values have in secret fields. */
export function givenSecrets(fields: Fields, raw: RawValues): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = Object.hasOwn(raw, name) ? raw[name] : undefined
    if (field.type === 'list' && Array.isArray(value)) {
      return value.flatMap((row) => (typeof row === 'object' && row !== null ? givenSecrets(field.fields, row) : []))
    }
    return field.type === 'secret' && typeof value === 'string' && value !== '' ? [value] : []
  })
}
