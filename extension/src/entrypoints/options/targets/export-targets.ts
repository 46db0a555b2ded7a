/** Saves targets as a file of comma-separated values, without their secrets. @module */
import { csvOf } from '@joinery/sdk/csv'
import { i18n } from '#i18n'
import { pluginById } from '../../../all-plugins.ts'
import { inUserLanguage, userLanguage } from '../../../desk/problem.ts'
import type { TargetRows } from '../../../desk/target-views.ts'
import type { AccountView } from '../../../desk/views.ts'
import { ask } from '../../../ui/ask.ts'
import { datedName, saveFile } from '../../../ui/save-file.ts'
import { workThrough } from './work-through.ts'

/** Reads them, and hands the file to the user; a column a field, by the labels that an import knows again. */
export async function exportTargets(ids: readonly string[], accounts: readonly AccountView[]): Promise<void> {
  const rows: TargetRows[number][] = []
  await workThrough({
    items: ids,
    signal: new AbortController().signal,
    onProgress: () => {},
    async work(part) {
      rows.push(...((await ask('targets.read', { ids: [...part] })) ?? []))
    },
  })
  saveFile(datedName('joinery-targets', 'csv'), tableOf(rows, accounts), 'text/csv')
}

/** The file's text. */
export function tableOf(rows: TargetRows, accounts: readonly AccountView[]): string {
  const used = accounts.filter(({ id }) => rows.some(({ accountId }) => accountId === id))
  const names = new Map(used.map(({ id, name }) => [id, name]))
  const labels = new Map(
    used.flatMap(({ pluginId }) =>
      Object.entries(pluginById(pluginId)?.target?.fields ?? {}).flatMap(([field, { type, label }]) =>
        type === 'secret' || type === 'list' || type === 'file' ? [] : [[field, inUserLanguage(label)] as const],
      ),
    ),
  )
  const columns = [i18n.t('targets.account'), ...labels.values()]
  const cells = rows.map(({ accountId, fields }) => [
    names.get(accountId) ?? '',
    ...[...labels.keys()].map((field) => cellOf(fields[field])),
  ])
  return csvOf({ type: 'table', title: '', columns, rows: cells }, userLanguage())
}

function cellOf(value: unknown): string | number {
  if (typeof value === 'number') return value
  return value === undefined ? '' : String(value)
}
