/** What is wrong with a form's fields. @module */
import { isPluginError } from '../../errors.ts'
import type { Condition, Field, Fields } from '../../fields.ts'
import { readFields } from '../../read-fields.ts'
import type { Text } from '../../text.ts'

/** Names of fields and actions: they become names of messages, form inputs and JSON members. */
export const NAME = /^[A-Za-z][A-Za-z0-9_]*$/
// Names that every object has already.
const TAKEN: ReadonlySet<string> = new Set(['constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty'])
const TYPES = ['text', 'secret', 'url', 'number', 'boolean', 'choice', 'datetime', 'email', 'file', 'list']

/** Whether a value is a {@link Text} with something in every language, English among them. */
export function isText(value: unknown): value is Text {
  if (typeof value === 'string') return value.trim() !== ''
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'en')) return false
  return Object.values(value).every((text) => typeof text === 'string' && text.trim() !== '')
}

/** What is wrong with the fields of one form. */
export function fieldsProblems(form: string, fields: Fields): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const title = `${form}.${name}`
    if (!NAME.test(name) || TAKEN.has(name)) return [`"${title}": this is no name for a field`]
    if (!TYPES.includes(field.type)) return [`${title}: there is no field type ${field.type}`]
    return [
      ...(isText(field.label) ? [] : [`${title}: label is no text, or lacks English`]),
      ...(field.help === undefined || isText(field.help) ? [] : [`${title}: help is no text, or lacks English`]),
      ...conditionProblems(title, field.when, fields),
      ...(field.when !== undefined && Object.hasOwn(field.when, name) ? [`${title}: \`when\` names itself`] : []),
      ...typeProblems(title, field),
      ...defaultProblems(title, name, field),
    ]
  })
}

/** What is wrong with a `when` on these fields. */
export function conditionProblems(title: string, when: Condition | undefined, fields: Fields): readonly string[] {
  return Object.entries(when ?? {}).flatMap(([name, asked]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (field === undefined) return [`${title}: \`when\` names ${name}, which is no field there`]
    const values: readonly unknown[] = [asked].flat()
    if (values.length === 0) return [`${title}: \`when\` lists no value for ${name}, so that it never holds`]
    return values
      .filter((value) => !isPossible(field, value))
      .map((value) => `${title}: \`when\` asks for ${name} to be ${value}, which it never is`)
  })
}

function isPossible(field: Field, value: unknown): boolean {
  return (
    (field.type === 'choice' && typeof value === 'string' && Object.hasOwn(field.options, value)) ||
    (field.type === 'boolean' && typeof value === 'boolean') ||
    (field.type === 'number' && typeof value === 'number') ||
    ((field.type === 'text' || field.type === 'url' || field.type === 'email') && typeof value === 'string')
  )
}

function typeProblems(title: string, field: Field): readonly string[] {
  switch (field.type) {
    case 'text': {
      const { pattern, patternHint, maxLength } = field
      return [
        ...(pattern === undefined || compiles(pattern) ? [] : [`${title}: pattern is no regular expression (flag u)`]),
        ...(patternHint === undefined || isText(patternHint) ? [] : [`${title}: patternHint lacks English`]),
        ...limitProblems(title, 1, maxLength),
      ]
    }
    case 'number':
      return limitProblems(title, field.min, field.max)
    case 'choice': {
      const options = Object.entries(field.options)
      return [
        ...(options.length === 0 ? [`${title}: it has no options`] : []),
        ...options.filter(([, text]) => !isText(text)).map(([value]) => `${title}: option ${value} lacks its text`),
      ]
    }
    case 'file':
      return limitProblems(title, 1, field.maxBytes)
    case 'list':
      return [...limitProblems(title, field.minItems, field.maxItems), ...fieldsProblems(title, field.fields)]
    default:
      return []
  }
}

function limitProblems(title: string, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY) {
  return least <= most ? [] : [`${title}: no value is within its limits`]
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(`^(?:${pattern})$`, 'u')
    return true
  } catch {
    return false
  }
}

function defaultProblems(title: string, name: string, field: Field): readonly string[] {
  if (!('default' in field) || field.default === undefined) return []
  try {
    readFields({ [name]: field }, { [name]: field.default })
    return []
  } catch (error) {
    return isPluginError(error) ? [`${title}: its default is refused: ${error.message}`] : []
  }
}
