/** Check: the plugin's data is well-formed. @module */
import type { Recognition } from '../../action-rules.ts'
import type { Action, Plugin } from '../../plugin.ts'
import { facts } from '../../prepare-run.ts'
import { alternativesOf } from '../actions.ts'
import type { Check } from '../report.ts'
import { conditionProblems, fieldsProblems, isText, NAME } from './well-formed-fields.ts'

/** A reversed domain name: two labels at least. */
const PLUGIN_ID = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/
/** Semantic versioning without its finer points. */
const VERSION = /^\d+\.\d+\.\d+([-+][0-9A-Za-z.+-]+)?$/
const ICONS: readonly unknown[] = [undefined, 'join', 'invite', 'control', 'schedule', 'manage']

/** The plugin's data is well-formed. */
export const definition: Check = {
  id: 'definition',
  title: 'The id, the version, every field and every action are well-formed.',
  mends: 'completes a version such as 1.0, names a fact once in `needs`',
  find: async (plugin) => [
    ...identityProblems(plugin),
    ...fieldsProblems('account', plugin.account),
    ...(plugin.target === undefined ? [] : fieldsProblems('target', plugin.target.fields)),
    ...recognitionProblems(plugin),
    ...actionsProblems(plugin),
  ],
}

function identityProblems({ api, id, name, version, target }: Plugin): readonly string[] {
  return [
    ...(api === 1 ? [] : [`api is ${api}; this kit knows 1`]),
    ...(PLUGIN_ID.test(id) ? [] : [`id "${id}" is no reversed domain name such as com.example.meet`]),
    ...(VERSION.test(version) ? [] : [`version "${version}" is not of the form 1.2.3`]),
    ...(isText(name) ? [] : ['name is no text, or lacks English']),
    ...(target === undefined || isText(target.name) ? [] : ['target.name is no text, or lacks English']),
    ...endProblems(target),
  ]
}

function endProblems(target: Plugin['target']): readonly string[] {
  if (target?.over === undefined) return []
  const { field, values } = target.over
  const choice = target.fields[field]
  const isKnown = choice?.type === 'choice' && values.every((value) => Object.hasOwn(choice.options, value))
  return isKnown ? [] : [`target.over: ${field} is no choice of the target with the values ${values.join(', ')}`]
}

function recognitionProblems({ recognize = [], recognizeText = [], target }: Plugin): readonly string[] {
  const filled = [...recognize.flatMap(filledBy), ...recognizeText.map(({ field }) => field)]
  return [
    ...filled
      .filter((field) => !Object.hasOwn(target?.fields ?? {}, field))
      .map((field) => `recognize fills target field ${field}, which does not exist`),
    ...recognize
      .filter((recognition) => filledBy(recognition).length === 0)
      .map(({ href }) => `recognize: "${href}" fills no field`),
    ...recognize
      .flatMap(({ path = {} }) => Object.values(path))
      .filter((path) => !isExpression(path))
      .map((path) => `recognize: ${path} is no regular expression with a group`),
    ...recognize
      .flatMap((recognition) => prefixesWithoutField(recognition))
      .map((field) => `recognize: prefix names ${field}, which is read from nothing`),
    ...recognizeText
      .filter(({ text }) => !isExpression(text))
      .map(({ text }) => `recognizeText: ${text} is no regular expression with a group`),
  ]
}

function filledBy({ query = {}, path = {} }: Recognition): readonly string[] {
  return [...Object.keys(query), ...Object.keys(path)]
}

function prefixesWithoutField(recognition: Recognition): readonly string[] {
  return Object.keys(recognition.prefix ?? {}).filter((field) => !filledBy(recognition).includes(field))
}

function isExpression(text: string): boolean {
  try {
    // Beside the empty alternative it matches, and tells how many groups it has.
    return (new RegExp(`(?:${text})|`, 'giu').exec('')?.length ?? 0) > 1
  } catch {
    return false
  }
}

function actionsProblems(plugin: Plugin): readonly string[] {
  const names = Object.keys(plugin.actions)
  return [
    ...(names.length === 0 ? ['it has no action'] : []),
    ...names.filter((name) => !NAME.test(name)).map((name) => `"${name}" is no name for an action`),
    ...names.flatMap((name) => orderProblems(name, plugin.actions[name] ?? [])),
    ...alternativesOf(plugin).flatMap(({ title, action }) => actionProblems(plugin, title, action)),
  ]
}

function orderProblems(name: string, alternatives: readonly Action[]): readonly string[] {
  if (alternatives.length === 0) return [`action ${name} has no alternative`]
  const always = alternatives.findIndex(({ when }) => Object.keys(when ?? {}).length === 0)
  const isCutOff = always !== -1 && always < alternatives.length - 1
  return isCutOff ? [`action ${name}: nothing after alternative ${always + 1} is ever reached; it has no \`when\``] : []
}

function actionProblems(plugin: Plugin, title: string, action: Action): readonly string[] {
  const { label, icon, for: whom, on, needs = [], when, input = {}, asksFirst, inBulk } = action
  return [
    ...(isText(label) ? [] : [`${title}: label is no text, or lacks English`]),
    ...(ICONS.includes(icon) ? [] : [`${title}: there is no icon ${icon}`]),
    ...(whom === 'me' || whom === 'contact' ? [] : [`${title}: for must be me or contact`]),
    ...(on === undefined || on === 'target' || on === 'account' ? [] : [`${title}: on must be target or account`]),
    ...needs.filter((fact) => !facts.includes(fact)).map((fact) => `${title}: needs ${fact}, which is no fact`),
    ...(new Set(needs).size === needs.length ? [] : [`${title}: needs names a fact twice`]),
    ...conditionProblems(title, when, plugin.account),
    ...fieldsProblems(`${title}, input`, input),
    ...(asksFirst?.shows ?? [])
      .filter((field) => !['text', 'choice'].includes(plugin.target?.fields[field]?.type ?? ''))
      .map((field) => `${title}: asksFirst shows ${field}, which is no text or choice of the target`),
    ...(asksFirst !== undefined && on === 'account' ? [`${title}: asksFirst is for actions on a target`] : []),
    ...confirmProblems(title, action),
    ...(inBulk === undefined || hasIdentity(plugin, input, inBulk.identity)
      ? []
      : [`${title}: inBulk.identity must be a text of its input and of the target`]),
    ...(typeof (action.kind === 'link' ? action.build : action.run) === 'function'
      ? []
      : [`${title}: it has nothing to run; make it with link() or task()`]),
  ]
}

function confirmProblems(title: string, { asksFirst, confirm, for: whom, inBulk, kind }: Action): readonly string[] {
  if (confirm === undefined) return []
  return [
    ...(isText(confirm.text) ? [] : [`${title}: confirm.text is no text, or lacks English`]),
    ...(kind === 'task' && whom === 'me' ? [] : [`${title}: confirm is for tasks that are for me`]),
    ...(asksFirst === undefined ? [] : [`${title}: asksFirst asks already; it has confirm, too`]),
    ...(inBulk === undefined ? [] : [`${title}: what is confirmed each time is not run in bulk`]),
  ]
}

function hasIdentity({ target }: Plugin, input: Action['input'], identity: string): boolean {
  return [input, target?.fields].every((fields) => fields !== undefined && fields[identity]?.type === 'text')
}
