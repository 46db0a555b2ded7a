/** Reads raw values by their fields: every plugin gets values of the types it declared, or the user a sentence. @module */
import { meetsCondition } from './condition.ts'
import { PluginError } from './errors.ts'
import { complain, type FieldComplaint } from './field-texts.ts'
import type { Field, Fields, FileValue, ListField, NumberField, TextField } from './fields.ts'
import { MOST_MATCHED } from './pattern-limits.ts'
import { Secret } from './secret.ts'

/** Raw values, as a form, a file or a command line gives them. */
export type RawValues = { readonly [name: string]: unknown }

/** The host of a loopback address, where http is as safe as https. */
const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/
// One @, no spaces, a dot in the domain: what CRMs hold, not all that RFC 5322 allows.
const EMAIL_SHAPE = /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]+$/
const CONTROL_CHARACTER = /\p{Cc}/u
const CONTROL_CHARACTER_BUT_LINES = /[^\P{Cc}\n\r\t]/u
const DATETIME_WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/
const DECIMAL_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/
const DEFAULT_MAX_LENGTH = 1000
const SECRET_MAX_LENGTH = 20_000
const DEFAULT_MAX_BYTES = 1024 * 1024

/**
 * Reads a form's raw values: checks each by its field, fills in defaults, wraps secrets.
 *
 * Whole numbers are read as text where a field is text or a choice, decimal texts as numbers where it is a number.
 * Fields that are not shown (`when`) are read but may be empty. Unknown names are dropped.
 *
 * @throws PluginError `missing` or `invalid` with the field's name (for a list, `name.index.inner`).
 * @example
 * readFields({ roomId: { type: 'text', label: 'Room' } }, { roomId: 5678 }) // { roomId: '5678' }
 */
export function readFields(fields: Fields, raw: RawValues): { readonly [name: string]: unknown } {
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const given = Object.hasOwn(raw, name) ? raw[name] : undefined
    const value = isEmpty(given) ? defaultOf(field) : readValue(name, field, given)
    values[name] = value
  }
  for (const [name, field] of Object.entries(fields)) {
    if (values[name] === undefined && !field.optional && isShown(field, values)) fail('missing', name, field)
  }
  return values
}

function isEmpty(value: unknown): boolean {
  if (value instanceof Secret) return value.reveal() === ''
  return value === undefined || value === null || value === ''
}

function defaultOf(field: Field): unknown {
  if ('default' in field) return field.default
  if (field.type === 'boolean') return false
  return undefined
}

/**
 * Whether a field stands in the form for these values.
 *
 * @example
 * isShown({ type: 'secret', label: 'Password', when: { signing: 'local' } }, { signing: 'remote' }) // false
 */
export function isShown(field: Field, values: RawValues): boolean {
  return meetsCondition(field.when, values)
}

function fail(complaint: FieldComplaint, name: string, field: Field, limit?: number): never {
  const code = complaint === 'missing' ? 'missing' : 'invalid'
  throw new PluginError(code, complain(complaint, field.label, limit === undefined ? {} : { limit }), { field: name })
}

function readValue(name: string, field: Field, given: unknown): unknown {
  switch (field.type) {
    case 'text':
      return readText(name, field, given)
    case 'secret':
      return readSecret(name, field, given)
    case 'url':
      return readUrl(name, field, given)
    case 'number':
      return readNumber(name, field, given)
    case 'boolean':
      return typeof given === 'boolean' ? given : fail('notBoolean', name, field)
    case 'choice': {
      const value = typeof given === 'number' ? String(given) : given
      return typeof value === 'string' && Object.hasOwn(field.options, value) ? value : fail('notChoice', name, field)
    }
    case 'datetime':
      return readDatetime(name, field, given)
    case 'email': {
      const value = typeof given === 'string' ? given.trim() : ''
      return value.length <= 254 && EMAIL_SHAPE.test(value) ? value : fail('notEmail', name, field)
    }
    case 'file':
      return readFile(name, field, field.maxBytes ?? DEFAULT_MAX_BYTES, given)
    case 'list':
      return readList(name, field, given)
  }
}

function readText(name: string, field: TextField, given: unknown): string {
  const value = Number.isSafeInteger(given) ? String(given) : given
  if (typeof value !== 'string' || !value.isWellFormed()) return fail('notText', name, field)
  const limit = Math.min(field.maxLength ?? DEFAULT_MAX_LENGTH, field.pattern === undefined ? Infinity : MOST_MATCHED)
  if (value.length > limit) fail('tooLong', name, field, limit)
  if ((field.multiline ? CONTROL_CHARACTER_BUT_LINES : CONTROL_CHARACTER).test(value)) {
    fail('controlCharacter', name, field)
  }
  if (field.pattern === undefined || new RegExp(`^(?:${field.pattern})$`, 'u').test(value)) return value
  if (field.patternHint === undefined) return fail('pattern', name, field)
  throw new PluginError('invalid', complain('patternHint', field.label, { hint: field.patternHint }), { field: name })
}

function readSecret(name: string, field: Field, given: unknown): Secret {
  const value = given instanceof Secret ? given.reveal() : given
  if (typeof value !== 'string' || !value.isWellFormed()) return fail('notText', name, field)
  if (value.length > SECRET_MAX_LENGTH) fail('tooLong', name, field, SECRET_MAX_LENGTH)
  return new Secret(value)
}

function readUrl(name: string, field: Field, given: unknown): string {
  const url = typeof given === 'string' && given.length <= 2048 && URL.canParse(given) ? new URL(given) : undefined
  if (url === undefined || url.username !== '' || url.password !== '' || url.hash !== '') {
    return fail('notUrl', name, field)
  }
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK_HOST.test(url.hostname))
  return secure ? url.href : fail('notUrl', name, field)
}

function readNumber(name: string, field: NumberField, given: unknown): number {
  const value = typeof given === 'string' && DECIMAL_NUMBER.test(given) ? Number(given) : given
  if (typeof value !== 'number' || !Number.isFinite(value)) return fail('notNumber', name, field)
  if (field.integer && !Number.isSafeInteger(value)) fail('notInteger', name, field)
  if (field.min !== undefined && value < field.min) fail('tooSmall', name, field, field.min)
  if (field.max !== undefined && value > field.max) fail('tooLarge', name, field, field.max)
  return value
}

function readDatetime(name: string, field: Field, given: unknown): number {
  if (typeof given === 'number' && Number.isSafeInteger(given)) return given
  const milliseconds = typeof given === 'string' && DATETIME_WITH_OFFSET.test(given) ? Date.parse(given) : Number.NaN
  return Number.isNaN(milliseconds) ? fail('notDatetime', name, field) : milliseconds
}

function readFile(name: string, field: Field, maxBytes: number, given: unknown): FileValue {
  const file = given as Partial<FileValue> | null
  if (typeof file !== 'object' || typeof file?.name !== 'string' || typeof file.text !== 'string') {
    return fail('notFile', name, field)
  }
  if (file.text.length > maxBytes) fail('tooLong', name, field, maxBytes)
  return { name: file.name, text: file.text }
}

function readList(name: string, field: ListField, given: unknown): readonly unknown[] {
  if (!Array.isArray(given)) return fail('notList', name, field)
  if (given.length < (field.minItems ?? 0)) fail('tooFew', name, field, field.minItems)
  if (given.length > (field.maxItems ?? 1000)) fail('tooMany', name, field, field.maxItems ?? 1000)
  return given.map((row, index) => {
    if (typeof row !== 'object' || row === null) return fail('notList', name, field)
    try {
      return readFields(field.fields, row as RawValues)
    } catch (error) {
      throw withinList(error, `${name}.${index}`)
    }
  })
}

function withinList(error: unknown, place: string): unknown {
  if (!(error instanceof PluginError)) return error
  return new PluginError(error.code, error.text, { field: `${place}.${error.field}` })
}
