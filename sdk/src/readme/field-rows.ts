/** Fields as rows of a table. @module */
import type { Condition, Field, Fields } from '../fields.ts'
import { textIn } from '../text.ts'
import { cell, code, codes } from './markdown.ts'

/** The head of a table of fields. */
export const FIELD_HEAD = ['name', 'in forms', 'type', 'help'] as const

/** A row for each field; those of a list's rows follow it. */
export function fieldRows(fields: Fields, before = ''): readonly (readonly string[])[] {
  return Object.entries(fields).flatMap(([name, field]) => [
    [code(before + name), cell(textIn(field.label, 'en')), typeOf(field), help(field)],
    ...(field.type === 'list' ? fieldRows(field.fields, `${before}${name}[].`) : []),
  ])
}

/** A condition, such as "`signing` is `local`". */
export function conditionText(condition: Condition): string {
  const parts = Object.entries(condition).map(([name, wanted]) => {
    const values = [wanted].flat().map((value) => code(String(value)))
    return `${code(name)} is ${values.join(' or ')}`
  })
  return parts.join(' and ')
}

function typeOf(field: Field): string {
  const { optional, when } = field
  return [
    kindOf(field),
    ...limitsOf(field),
    ...('default' in field ? [`${code(String(field.default))} unless told`] : []),
    ...(optional ? ['optional'] : []),
    ...(when === undefined ? [] : [`where ${conditionText(when)}`]),
  ].join(', ')
}

function kindOf(field: Field): string {
  if (field.type === 'choice') return `one of ${codes(Object.keys(field.options))}`
  if (field.type === 'number') return field.integer ? 'whole number' : 'number'
  if (field.type === 'boolean') return 'yes or no'
  if (field.type === 'datetime') return 'date and time'
  if (field.type === 'email') return 'e-mail address'
  if (field.type === 'url') return 'address'
  return 'multiline' in field ? `${field.type} of several lines` : field.type
}

function limitsOf(field: Field): readonly string[] {
  if (field.type === 'number') {
    const { min, max } = field
    if (min !== undefined && max !== undefined) return [`${min} to ${max}`]
    return [...(min === undefined ? [] : [`at least ${min}`]), ...(max === undefined ? [] : [`at most ${max}`])]
  }
  if (field.type === 'file') return field.accept === undefined ? [] : [codes(field.accept)]
  if (field.type === 'list') {
    const { minItems, maxItems } = field
    return [
      ...(minItems === undefined ? [] : [`at least ${minItems}`]),
      ...(maxItems === undefined ? [] : [`at most ${maxItems}`]),
    ]
  }
  return []
}

/** The help, and what a pattern asks for; a choice's options in words. */
function help(field: Field): string {
  const told = [
    ...(field.help === undefined ? [] : [cell(textIn(field.help, 'en'))]),
    ...(field.type === 'choice' ? [optionTexts(field.options)] : []),
    ...(field.type === 'text' && field.patternHint !== undefined
      ? [`Form: ${cell(textIn(field.patternHint, 'en'))}`]
      : []),
  ]
  return told.filter((text) => text !== '').join(' ')
}

function optionTexts(options: Extract<Field, { type: 'choice' }>['options']): string {
  const texts = Object.entries(options)
    .map(([value, text]) => [value, textIn(text, 'en')] as const)
    // Many a value is the word itself.
    .filter(([value, text]) => text.toLowerCase() !== value.toLowerCase())
    .map(([value, text]) => `${code(value)}: ${cell(text)}`)
  return texts.length === 0 ? '' : `${texts.join('; ')}.`
}
