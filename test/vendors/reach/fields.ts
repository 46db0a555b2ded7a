/** What fields a request may have, and how each is written: to the letter. @module */

/** The rule for one field. */
export interface FieldRule {
  readonly type: 'text' | 'flag'
  readonly required: boolean
  readonly shape: RegExp
}

/** The rules for all fields of a body or a query. */
export type FieldRules = Readonly<Record<string, FieldRule>>

/** Fields that have passed their rules. */
export type Fields = Readonly<Record<string, string | boolean>>

const HEX = '[0-9A-Fa-f]'
const BARE_GUID = `${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}`

/** The shapes of the values that REACH knows. */
export const SHAPES = {
  something: /^.+$/s,
  text: /^.{0,500}$/s,
  // `d123456789` is another thing: a device of somebody's contact list.
  remotecontrolId: /^r[1-9]\d{7,9}$/,
  tenantId: /^t\d+$/,
  guid: new RegExp(`^(?:\\{${BARE_GUID}\\}|${BARE_GUID})$`),
  nonce: /^[0-9a-f]{32}$/,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  tenantName: /^.{5,50}$/u,
  appKey: /^[0-9A-Fa-f]{64}$/,
  moment: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?Z$/,
  deviceState: /^(?:Registered|Deregistered)$/,
  flag: /^(?:true|false)$/,
} as const

/** A field that has to be there. */
export function required(shape: RegExp): FieldRule {
  return { type: 'text', required: true, shape }
}

/** A field that may be left out. */
export function optional(shape: RegExp): FieldRule {
  return { type: 'text', required: false, shape }
}

/** A field that says true or false, or is left out. */
export const optionalFlag: FieldRule = { type: 'flag', required: false, shape: SHAPES.flag }

/** The fields if all rules are met, otherwise what is wrong with the first wrong one. */
export function checkFields(
  rules: FieldRules,
  values: Readonly<Record<string, unknown>>,
): { readonly fields: Fields } | { readonly complaint: string } {
  const fields: Record<string, string | boolean> = {}
  for (const name of Object.keys(values))
    if (!Object.hasOwn(rules, name)) return { complaint: `Parameter '${name}' is unknown.` }
  for (const [name, rule] of Object.entries(rules)) {
    const value = values[name]
    if (value === undefined && rule.required) return { complaint: `Parameter '${name}' is missing.` }
    if (value === undefined) continue
    if (typeof value !== 'string' && typeof value !== 'boolean') return { complaint: wrongType(name, rule) }
    if ((typeof value === 'boolean') !== (rule.type === 'flag')) return { complaint: wrongType(name, rule) }
    if (!rule.shape.test(String(value)) || isNoMoment(rule, String(value)))
      return { complaint: `Parameter '${name}' is malformed.` }
    fields[name] = value
  }
  return { fields }
}

/** The value of a text field, empty where it was left out. */
export function textOf(fields: Fields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

function wrongType(name: string, { type }: FieldRule): string {
  return `Parameter '${name}' is no ${type === 'flag' ? 'boolean' : 'string'}.`
}

function isNoMoment(rule: FieldRule, value: string): boolean {
  return rule.shape === SHAPES.moment && !(Date.parse(value) > 0)
}
