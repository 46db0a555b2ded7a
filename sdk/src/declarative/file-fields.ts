/** Reads the forms of a plugin file: fields of the SDK's own types, without secrets and without expressions. @module */
import { isPluginError } from '../errors.ts'
import type { Condition, Field, Fields } from '../fields.ts'
import { readFields } from '../read-fields.ts'
import type { Text } from '../text.ts'
import { refuse } from './complaints.ts'
import {
  at,
  type FileObject,
  present,
  readNamed,
  readNumber,
  readObject,
  readOneOf,
  readText,
  readTrue,
  readWhole,
  readWords,
} from './read-value.ts'

/** The types of fields whose values an address can carry in the open. */
export const FIELD_TYPES = ['text', 'url', 'number', 'boolean', 'choice', 'email'] as const
type FieldType = (typeof FIELD_TYPES)[number]

/** Sets of characters in place of expressions: what one of them matches is found in one pass. */
export const CHARACTER_SETS = {
  digits: '[0-9]+',
  letters: '[A-Za-z]+',
  'letters and digits': '[A-Za-z0-9]+',
  'letters, digits, - and _': '[A-Za-z0-9_\\-]+',
} as const

const CHARACTER_SET_NAMES = Object.keys(CHARACTER_SETS) as readonly (keyof typeof CHARACTER_SETS)[]
const COMMON = ['type', 'label', 'help', 'optional', 'when'] as const
/** What each type may say beyond what all fields do. */
export const FIELD_NAMES: { readonly [Type in FieldType]: readonly string[] } = {
  text: [...COMMON, 'default', 'characters', 'patternHint', 'maxLength', 'multiline'],
  url: [...COMMON, 'default'],
  number: [...COMMON, 'default', 'min', 'max', 'integer'],
  boolean: [...COMMON, 'default'],
  choice: [...COMMON, 'default', 'options'],
  email: [...COMMON, 'default'],
}
const MAX_TEXT_LENGTH = 1000
const MAX_NUMBER = Number.MAX_SAFE_INTEGER

/** The fields of a form. */
export function readForm(value: unknown, path: string): Fields {
  const fields = Object.fromEntries(
    readNamed(value, path).map(([name, field]) => [name, readField(field, at(path, name))]),
  )
  for (const [name, { when = {} }] of Object.entries(fields)) {
    const place = at(at(path, name), 'when')
    if (Object.hasOwn(when, name)) refuse('notCondition', at(place, name))
    checkCondition(when, place, fields)
  }
  return fields
}

function readField(value: unknown, path: string): Field {
  const type = readType(value, at(path, 'type'))
  // The one name that authors of plugins in code will try, whatever the type.
  if (Object.hasOwn(Object(value), 'pattern')) refuse('noExpression', at(path, 'pattern'))
  const given = readObject(value, path, FIELD_NAMES[type])
  const { help, optional, when } = given
  const field = {
    type,
    label: readWords(given.label, at(path, 'label')),
    ...present({
      help: help === undefined ? undefined : readWords(help, at(path, 'help')),
      optional: readTrue(optional, at(path, 'optional')),
      when: when === undefined ? undefined : readCondition(when, at(path, 'when')),
      ...ownOf(type, given, path),
      default: given.default,
    }),
  } as Field
  checkDefault(field, at(path, 'default'))
  return field
}

function readType(value: unknown, path: string): FieldType {
  const type = Object.hasOwn(Object(value), 'type') ? (value as FileObject).type : undefined
  if (type === undefined) return readOneOf(undefined, path, FIELD_TYPES)
  return FIELD_TYPES.find((known) => known === type) ?? refuse('notFieldType', path, { known: FIELD_TYPES })
}

function ownOf(type: FieldType, given: FileObject, path: string): object {
  if (type === 'text') return textOf(given, path)
  if (type === 'number') return numberOf(given, path)
  return type === 'choice' ? { options: readOptions(given.options, at(path, 'options')) } : {}
}

function textOf({ characters, patternHint, maxLength, multiline }: FileObject, path: string): object {
  const set = characters === undefined ? undefined : readOneOf(characters, at(path, 'characters'), CHARACTER_SET_NAMES)
  return {
    pattern: set && CHARACTER_SETS[set],
    patternHint: patternHint === undefined ? undefined : readWords(patternHint, at(path, 'patternHint')),
    maxLength: maxLength === undefined ? undefined : readWhole(maxLength, at(path, 'maxLength'), 1, MAX_TEXT_LENGTH),
    multiline: readTrue(multiline, at(path, 'multiline')),
  }
}

function numberOf({ min, max, integer }: FileObject, path: string): object {
  const least = min === undefined ? undefined : readNumber(min, at(path, 'min'), -MAX_NUMBER, MAX_NUMBER)
  return {
    min: least,
    max: max === undefined ? undefined : readNumber(max, at(path, 'max'), least ?? -MAX_NUMBER, MAX_NUMBER),
    integer: readTrue(integer, at(path, 'integer')),
  }
}

function readOptions(value: unknown, path: string): { readonly [value: string]: Text } {
  if (value === undefined) return refuse('missing', path)
  const options = Object.entries(readObject(value, path, Object.keys(Object(value))))
  if (options.length === 0) refuse('missing', path)
  return Object.fromEntries(
    options.map(([option, words]) => {
      const place = at(path, option.slice(0, 40))
      // The value itself goes into addresses.
      readText(option, place)
      return [option, readWords(words, place)]
    }),
  )
}

/** Names and values, which {@link checkCondition} holds against a form. */
export function readCondition(value: unknown, path: string): Condition {
  return Object.fromEntries(readNamed(value, path)) as Condition
}

/** Refuses a condition that no form of these fields can meet. */
export function checkCondition(when: Condition, path: string, fields: Fields): void {
  for (const [name, value] of Object.entries(when)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    // One value, or several of which it must have one.
    const values = [value].flat()
    if (field === undefined || values.length === 0 || !values.every((one) => takes(field, one))) {
      refuse('notCondition', at(path, name))
    }
  }
}

function checkDefault(field: Field, path: string): void {
  if ('default' in field && !takes(field, field.default)) refuse('notDefault', path)
}

/** Whether a value is one of the field's, as it stands in a file: a number is no text there. */
function takes(field: Field, value: unknown): boolean {
  const type = field.type === 'boolean' || field.type === 'number' ? field.type : 'string'
  if (typeof value !== type || value === '') return false
  try {
    readFields({ field: { ...field, when: {} } }, { field: value })
    return true
  } catch (error) {
    if (isPluginError(error)) return false
    throw error
  }
}
