/** Settings between form, vault and view: secrets go in, and never out. @module */
import { type Field, type Fields, PluginError, Secret } from '@joinery/sdk'
import { isShown, type RawValues, readFields } from '@joinery/sdk/host'

/**
 * Checks a form's settings and returns them as the vault keeps them; secrets that the form left out keep their old value.
 *
 * @throws PluginError with the field at fault.
 */
export function settingsToStore(fields: Fields, given: RawValues, stored: RawValues = {}): RawValues {
  const kept = secretNames(fields).filter((name) => !Object.hasOwn(given, name) && Object.hasOwn(stored, name))
  const values = readFields(fields, { ...given, ...Object.fromEntries(kept.map((name) => [name, stored[name]])) })
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name, value]) => value !== undefined && !isHiddenSecret(fields[name], values))
      .map(([name, value]) => [name, revealed(value)]),
  )
}

/** Settings as a form may show them. */
export interface ShownSettings {
  readonly settings: RawValues
  readonly storedSecrets: readonly string[]
}

/** Settings without their secrets, and the names of the secrets that are there. */
export function settingsToShow(fields: Fields, stored: RawValues): ShownSettings {
  const secrets = secretNames(fields)
  const settings = Object.entries(stored).flatMap(([name, value]) => {
    const field = fields[name]
    if (field === undefined || field.type === 'secret') return []
    if (field.type !== 'list' || !Array.isArray(value)) return [[name, value] as const]
    return [[name, value.map((row) => settingsToShow(field.fields, Object(row)).settings)] as const]
  })
  return {
    settings: Object.fromEntries(settings),
    storedSecrets: secrets.filter((name) => Object.hasOwn(stored, name)),
  }
}

/**
 * A name that people gave, trimmed.
 *
 * @throws PluginError `missing` where it is empty.
 */
export function givenName(name: string, complaint: string): string {
  const trimmed = name.trim()
  if (trimmed === '') throw new PluginError('missing', complaint, { field: 'name' })
  return trimmed
}

// A password that the form does not ask for any more is not kept.
function isHiddenSecret(field: Field | undefined, values: RawValues): boolean {
  return field?.type === 'secret' && !isShown(field, values)
}

function secretNames(fields: Fields): readonly string[] {
  return Object.keys(fields).filter((name) => fields[name]?.type === 'secret')
}

function revealed(value: unknown): unknown {
  if (value instanceof Secret) return value.reveal()
  if (!Array.isArray(value)) return value
  return value.map((row: object) =>
    Object.fromEntries(Object.entries(row).map(([name, inner]) => [name, revealed(inner)])),
  )
}
