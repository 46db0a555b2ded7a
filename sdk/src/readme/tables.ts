/** The tables of a plugin's README: fields, actions and permissions as it declares them, and where its values go. @module */
import type { Action, Fact, Plugin } from '../plugin.ts'
import { actionOf } from '../testing/actions.ts'
import type { Example } from '../testing/example.ts'
import { textIn } from '../text.ts'
import { conditionText, FIELD_HEAD, fieldRows } from './field-rows.ts'
import { cell, code, codes, table } from './markdown.ts'
import { usesText } from './uses.ts'

/** The tables as Markdown, without an end of line at their end. */
export async function tablesOf(plugin: Plugin, examples: readonly Example[]): Promise<string> {
  const { account, target } = plugin
  const sections: readonly (readonly [title: string, text: string])[] = [
    ['Account', table(FIELD_HEAD, fieldRows(account))],
    [textIn(target?.name ?? '', 'en'), table(FIELD_HEAD, fieldRows(target?.fields ?? {}))],
    ['Actions', table(ACTION_HEAD, actionRows(plugin, examples))],
    ['What actions ask', inputTable(plugin)],
    ['Permissions', permissionTable(plugin)],
    ['Where values go', await usesText(plugin, examples)],
  ]
  const filled = sections.filter(([, text]) => text !== '')
  return filled
    .map(([title, text]) => `### ${cell(title)}\n\n${text}`)
    .join('\n')
    .trimEnd()
}

const ACTION_HEAD = ['action', 'button', 'for', 'needs', 'where', 'gives'] as const

function actionRows(plugin: Plugin, examples: readonly Example[]): readonly (readonly string[])[] {
  return Object.entries(plugin.actions).flatMap(([name, alternatives]) =>
    alternatives.map((action, index) => [
      index === 0 ? code(name) : '',
      cell(textIn(action.label, 'en')),
      `${action.for === 'me' ? 'me' : 'the contact'}, ${onText(plugin, action)}`,
      (action.needs ?? []).map(factName).join(', '),
      action.when === undefined ? '' : conditionText(action.when),
      `${action.kind}: ${codes(outcomeTypes(plugin, action, examples))}`,
    ]),
  )
}

function onText(plugin: Plugin, { on }: Action): string {
  return on === 'account' || plugin.target === undefined
    ? 'on the account'
    : `on a ${cell(textIn(plugin.target.name, 'en').toLowerCase())}`
}

function factName(fact: Fact): string {
  return code(fact)
}

/** The types of outcome that the examples of an alternative have. */
function outcomeTypes(plugin: Plugin, action: Action, examples: readonly Example[]): readonly string[] {
  const types = examples.flatMap((example) => {
    const { type } = (example.outcome ?? {}) as { readonly type?: unknown }
    return typeof type === 'string' && actionOf(plugin, example) === action ? [type] : []
  })
  return [...new Set(types)].toSorted()
}

function inputTable(plugin: Plugin): string {
  const titled = Object.entries(plugin.actions).flatMap(([name, alternatives]) =>
    alternatives.map(({ input }) => ({ name, rows: fieldRows(input ?? {}) })),
  )
  return table(
    ['action', ...FIELD_HEAD],
    titled.flatMap(({ name, rows }) => rows.map((row, index) => [index === 0 ? code(name) : '', ...row])),
  )
}

function permissionTable({ permissions: { open = [], fetch = [] } }: Plugin): string {
  const grants = fetch.map((grant) => (typeof grant === 'string' ? { pattern: grant } : grant))
  return table(
    ['may', 'what'],
    [
      ...open.map((pattern) => ['open', code(pattern)]),
      ...grants.map((grant) => [
        'call',
        'clientCertificate' in grant ? `${code(grant.pattern)}, with the user’s certificate` : code(grant.pattern),
      ]),
    ],
  )
}
