/** What is inside a record: its kind, and fields that each know when they were last edited. @module */
import { isStamp, type Stamp } from './clock.ts'
import { type Json, sameJson } from './json.ts'

/** A field's value with its edit stamp; without a value it was removed then. */
export interface StampedValue {
  readonly value?: Json
  readonly at: Stamp
}

/** The inside of a record. */
export interface Content {
  readonly kind: string
  readonly fields: { readonly [name: string]: StampedValue }
  /** When the record was deleted; a later edit brings it back. */
  readonly deleted?: Stamp
}

/** Plain values by field. */
export type Values = { readonly [name: string]: Json }

const MAX_NAME = 200

/** A content after an edit: what changed gets the stamp, what is the same keeps its own, what is absent is removed. */
export function edited(content: Content, values: Values, at: Stamp): Content {
  const names = new Set([...Object.keys(content.fields), ...Object.keys(values)])
  const fields = [...names].map((name): readonly [string, StampedValue] => {
    const before = Object.hasOwn(content.fields, name) ? content.fields[name] : undefined
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (before !== undefined && sameJson(before.value, value)) return [name, before]
    return [name, value === undefined ? { at } : { value, at }]
  })
  return { ...content, fields: Object.fromEntries(fields) }
}

/** What is left of a record that was deleted: that it was, and when. */
export function tombstone(kind: string, at: Stamp): Content {
  return { kind, fields: {}, deleted: at }
}

/** Whether a record was deleted and not edited since. */
export function isDeleted(content: Content): boolean {
  if (content.deleted === undefined) return false
  return Object.values(content.fields).every(({ at }) => at < (content.deleted ?? ''))
}

/** The values of the fields that are there. */
export function valuesOf(content: Content): Values {
  return Object.fromEntries(
    Object.entries(content.fields).flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** Every stamp in a content. */
export function stampsOf(content: Content): readonly Stamp[] {
  const stamps = Object.values(content.fields).map(({ at }) => at)
  return content.deleted === undefined ? stamps : [...stamps, content.deleted]
}

/** Something as a content, or `undefined` where it does not have the form of one. */
export function contentFrom(given: unknown): Content | undefined {
  if (!isObject(given) || !isName(given.kind) || !isObject(given.fields)) return undefined
  const { kind, fields, deleted } = given
  if (deleted !== undefined && !isStamp(deleted)) return undefined
  const sound = Object.entries(fields).every(([name, field]) => isName(name) && isObject(field) && isStamp(field.at))
  if (!sound) return undefined
  const stamped = fields as Content['fields']
  return deleted === undefined ? { kind, fields: stamped } : { kind, fields: stamped, deleted }
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= MAX_NAME
}

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
