/** Values of a form: from what is stored to what inputs hold, and back. @module */
import { type Field, type Fields, isPluginError, Secret, type Text } from '@joinery/sdk'
import { isShown, type RawValues, readFields } from '@joinery/sdk/host'

/** The value of a secret that is to be forgotten; `undefined` keeps the stored one. */
export const FORGET = null

// People in half of Europe write a comma where the plugin's contract asks for a point.
const DECIMAL_COMMA = /^(-?\d+),(\d+)$/

/** What the inputs hold at first: what is stored, else defaults; secrets are absent. */
export function initialValues(fields: Fields, stored: RawValues): RawValues {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, initialValue(field, stored[name])] as const),
  )
}

function initialValue(field: Field, stored: unknown): unknown {
  if (field.type === 'secret') return undefined
  const value = stored ?? ('default' in field ? field.default : undefined)
  if (field.type === 'boolean') return value === true
  if (field.type === 'number') return value === undefined ? '' : String(value)
  if (field.type === 'list') {
    return Array.isArray(value) ? value.map((row: RawValues) => initialValues(field.fields, row)) : []
  }
  return value ?? ''
}

/** The same values with numbers as numbers, as conditions compare them. */
export function valuesByType(fields: Fields, values: RawValues): RawValues {
  const numbers = Object.keys(fields).filter((name) => fields[name]?.type === 'number' && values[name] !== '')
  return { ...values, ...Object.fromEntries(numbers.map((name) => [name, Number(written(values[name]))])) }
}

/** The fields that stand in the form for these values. */
export function shownFields(fields: Fields, values: RawValues): readonly (readonly [string, Field])[] {
  const typed = valuesByType(fields, values)
  return Object.entries(fields).filter(([, field]) => isShown(field, typed))
}

/**
 * What is sent to be stored. What is not shown is left out; a stored secret that is not shown, or that the user gave up, is
 * sent empty, which forgets it; one that nobody touched is left out, which keeps it.
 */
export function valuesToSave(fields: Fields, values: RawValues, storedSecrets: readonly string[]): RawValues {
  const shown = Object.fromEntries(shownFields(fields, values))
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = values[name]
      if (field.type === 'secret') {
        if (shown[name] === undefined || value === FORGET) return storedSecrets.includes(name) ? [[name, '']] : []
        return value === undefined || value === '' ? [] : [[name, value]]
      }
      return shown[name] === undefined ? [] : [[name, valueToSave(field, value)]]
    }),
  )
}

function valueToSave(field: Field, value: unknown): unknown {
  if (field.type === 'list') {
    return Array.isArray(value) ? value.map((row: RawValues) => valuesToSave(field.fields, row, [])) : value
  }
  if (typeof value !== 'string' || (field.type === 'text' && field.multiline)) return value
  return field.type === 'number' ? written(value) : value.trim()
}

function written(value: unknown): unknown {
  return typeof value === 'string' ? value.trim().replace(DECIMAL_COMMA, '$1.$2') : value
}

/** What is wrong with which field; a field within a list is `list.index.field`. */
export interface Fault {
  readonly field: string
  readonly text: Text
}

/** The first thing that is wrong with what would be saved; a secret that is kept counts as filled in. */
export function faultIn(fields: Fields, values: RawValues, storedSecrets: readonly string[]): Fault | undefined {
  const given = valuesToSave(fields, values, storedSecrets)
  const kept = storedSecrets.filter((name) => !Object.hasOwn(given, name))
  try {
    readFields(fields, { ...given, ...Object.fromEntries(kept.map((name) => [name, new Secret('kept')])) })
    return undefined
  } catch (error) {
    if (!isPluginError(error)) throw error
    return { field: error.field ?? '', text: error.text }
  }
}
