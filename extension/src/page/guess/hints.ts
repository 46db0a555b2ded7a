/** What an element's attributes say about the fact in it. @module */
import { attributeOf, parentOf, tagOf } from './dom.ts'
import type { LabelKind } from './label-words.ts'
import { codeKind, labelKind } from './labels.ts'

/** Attributes in which pages name their fields, by how much each says. */
const ATTRIBUTES = [
  'itemprop',
  'data-field',
  'data-field-name',
  'data-name',
  'data-label',
  'field-label',
  'data-key',
  'data-testid',
  'data-test-id',
  'name',
  'id',
] as const
const TYPES: Readonly<Record<string, LabelKind>> = { email: 'email', tel: 'phone' }
/** Short names of hCard and its successor: `fn`, `p-name`, `u-email`. */
const CARD_PREFIX = /^[pu]-/
/** Classes of what looks like a heading. */
export const TITLE_CLASS = /(^|[\s_-])(title|heading|headline|header|full-?name|display-?name)($|[\s_-])/i
/** A record within the record. */
const EMPLOYER = /^(worksFor|affiliation|memberOf|org)$/

/** The kind of fact that an element says it holds; of a control, too. */
export function hintOf(element: Element): LabelKind | undefined {
  const label = labelKind(attributeOf(element, 'aria-label'))
  if (label !== undefined) return label
  if (tagOf(element) === 'input') {
    const token = attributeOf(element, 'autocomplete').split(/\s+/).at(-1) ?? ''
    const kind = codeKind(token) ?? TYPES[attributeOf(element, 'type').toLowerCase()]
    if (kind !== undefined) return kind
  }
  for (const name of ATTRIBUTES) {
    const value = attributeOf(element, name)
    const kind = value === '' ? undefined : codeKind(value)
    if (kind !== undefined) return isOfEmployer(element) && kind === 'name' ? 'company' : kind
  }
  return labelKind(attributeOf(element, 'placeholder')) ?? classKind(attributeOf(element, 'class'))
}

function classKind(names: string): LabelKind | undefined {
  if (names === '') return undefined
  for (const token of names.split(/\s+/).slice(0, 6)) {
    const kind = token === 'fn' ? 'name' : codeKind(token.replace(CARD_PREFIX, ''))
    if (kind !== undefined) return kind
  }
  return undefined
}

function isOfEmployer(element: Element): boolean {
  let at = parentOf(element)
  for (let level = 0; level < 3 && at !== null; level += 1) {
    if (EMPLOYER.test(attributeOf(at, 'itemprop'))) return true
    at = parentOf(at)
  }
  return false
}
