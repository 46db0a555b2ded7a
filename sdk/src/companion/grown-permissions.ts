/** What a companion may do now that it might not before. @module */
import type { Fields } from '../fields.ts'
import { type Text, textIn } from '../text.ts'
import type { ActionData, PluginData } from './envelope.ts'

/** What stood between a plugin and harm. */
interface Guards {
  /** Whether it asks before it reaches into somebody's computer. */
  readonly asksFirst: boolean
  /** The actions that are confirmed. */
  readonly confirmed: readonly string[]
}

/**
 * What the second data asks for beyond the first, a line each for debuggers; nothing where all of it was there before.
 *
 * Counted are patterns to open, call and recognise, facts that actions need, settings and target fields with their types,
 * secret inputs, running in bulk, and the name that the user agreed to; an action that is confirmed no more; and where a
 * plugin reaches into somebody's computer, every action that does not ask before.
 *
 * @example
 * const before = dataHalf(plugin)
 * grownPermissions(before, { ...before, permissions: { open: ['https://meet.example/*', 'meet:*'] } }) // ['opens meet:*']
 * grownPermissions(before, { ...before, permissions: {} }) // []
 */
export function grownPermissions(before: PluginData, after: PluginData): readonly string[] {
  const guards = guardsOf(before)
  const had = new Set(rightsOf(before, guards))
  return [...new Set(rightsOf(after, guards))].filter((right) => !had.has(right))
}

function rightsOf(data: PluginData, guards: Guards): readonly string[] {
  const { name, permissions, account, target, recognize = [], recognizeText = [] } = data
  const { open = [], fetch = [] } = permissions
  return [
    `is called ${english(name)}`,
    ...open.map((pattern) => `opens ${pattern}`),
    ...fetch.map((rule) => (typeof rule === 'string' ? `calls ${rule}` : `calls with a certificate ${rule.pattern}`)),
    ...fieldRights('account', account),
    ...fieldRights('target', target?.fields ?? {}),
    ...recognize.map((recognition) => `recognises ${JSON.stringify(recognition)}`),
    ...recognizeText.map((recognition) => `recognises ${JSON.stringify(recognition)}`),
    ...actionsOf(data).flatMap(([action, alternative]) => actionRights(action, alternative, guards)),
  ]
}

function actionRights(name: string, action: ActionData, guards: Guards): readonly string[] {
  const secrets = Object.entries(action.input ?? {}).filter(([, field]) => field.type === 'secret')
  return [
    ...(action.needs ?? []).map((fact) => `needs ${fact} for ${action.for}`),
    ...fieldRights(`input of ${name}`, Object.fromEntries(secrets)),
    ...(action.inBulk === undefined ? [] : [`runs ${name} in bulk`]),
    ...(guards.asksFirst && action.asksFirst === undefined ? [`runs ${name} without a question`] : []),
    ...(guards.confirmed.includes(name) && action.confirm === undefined ? [`runs ${name} unconfirmed`] : []),
  ]
}

function fieldRights(form: string, fields: Fields): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => [
    `has ${form}.${name} as ${field.type}`,
    ...(field.type === 'list' ? fieldRights(`${form}.${name}`, field.fields) : []),
  ])
}

function actionsOf({ actions }: PluginData): readonly (readonly [string, ActionData])[] {
  return Object.entries(actions).flatMap(([name, alternatives]) => alternatives.map((one) => [name, one] as const))
}

function guardsOf(data: PluginData): Guards {
  const actions = actionsOf(data)
  return {
    asksFirst: actions.some(([, action]) => action.asksFirst !== undefined),
    confirmed: actions.filter(([, action]) => action.confirm !== undefined).map(([name]) => name),
  }
}

function english(text: Text): string {
  return textIn(text, 'en')
}
