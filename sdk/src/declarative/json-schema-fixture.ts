/** As much of JSON Schema as the schema for editors uses, to hold it against the reader. @module */

/** A schema, as data. */
export type Schema = { readonly [keyword: string]: unknown }

type Rule = (asked: never, value: unknown, schema: Schema, root: Schema) => boolean

const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const lengthOf = (value: unknown) => (typeof value === 'string' ? value.length : undefined)
const countOf = (value: unknown) => (Array.isArray(value) ? value.length : undefined)
const sizeOf = (value: unknown) => (isObject(value) ? Object.keys(value).length : undefined)
const atLeast = (least: number, found: unknown) => typeof found !== 'number' || found >= least
const atMost = (most: number, found: unknown) => typeof found !== 'number' || found <= most

const TYPES: { readonly [type: string]: (value: unknown) => boolean } = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
}

const rules: { readonly [keyword: string]: Rule } = {
  $ref: (path: string, value, _, root) => fits(inside(root, path), value, root),
  type: (types: string | readonly string[], value) => [types].flat().some((type) => TYPES[type]?.(value)),
  const: (wanted: unknown, value) => value === wanted,
  enum: (wanted: readonly unknown[], value) => wanted.includes(value),
  pattern: (source: string, value) => typeof value !== 'string' || new RegExp(source, 'u').test(value),
  minLength: (least: number, value) => atLeast(least, lengthOf(value)),
  maxLength: (most: number, value) => atMost(most, lengthOf(value)),
  minimum: atLeast,
  maximum: atMost,
  minItems: (least: number, value) => atLeast(least, countOf(value)),
  maxItems: (most: number, value) => atMost(most, countOf(value)),
  minProperties: (least: number, value) => atLeast(least, sizeOf(value)),
  maxProperties: (most: number, value) => atMost(most, sizeOf(value)),
  uniqueItems: (_: true, value) => !Array.isArray(value) || new Set(value).size === value.length,
  items: (item: Schema, value, _, root) => !Array.isArray(value) || value.every((one) => fits(item, one, root)),
  required: (names: readonly string[], value) => !isObject(value) || names.every((name) => Object.hasOwn(value, name)),
  properties: (known: { readonly [name: string]: Schema }, value, _, root) =>
    entriesOf(value).every(([name, one]) => !Object.hasOwn(known, name) || fits(known[name] ?? {}, one, root)),
  additionalProperties: (rest: Schema | false, value, { properties = {} }, root) =>
    entriesOf(value)
      .filter(([name]) => !Object.hasOwn(Object(properties), name))
      .every(([, one]) => rest !== false && fits(rest, one, root)),
  propertyNames: (name: Schema, value, _, root) => entriesOf(value).every(([one]) => fits(name, one, root)),
  anyOf: (ways: readonly Schema[], value, _, root) => ways.some((way) => fits(way, value, root)),
  oneOf: (ways: readonly Schema[], value, _, root) => ways.filter((way) => fits(way, value, root)).length === 1,
}

const SAYS_NOTHING: ReadonlySet<string> = new Set(['$schema', '$defs', 'title', 'description'])

function entriesOf(value: unknown) {
  return isObject(value) ? Object.entries(value) : []
}

function inside(root: Schema, path: string): Schema {
  return path
    .split('/')
    .slice(1)
    .reduce<unknown>((part, name) => (isObject(part) ? part[name] : undefined), root) as Schema
}

/** Whether a value fits a schema. */
export function fits(schema: Schema, value: unknown, root: Schema = schema): boolean {
  return Object.entries(schema).every(([keyword, asked]) => {
    if (SAYS_NOTHING.has(keyword)) return true
    const rule = rules[keyword]
    if (rule === undefined) throw new Error(`This does not know ${keyword}`)
    return rule(asked as never, value, schema, root)
  })
}
