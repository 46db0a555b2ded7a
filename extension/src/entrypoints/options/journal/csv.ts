/** The journal as a file that spreadsheets open. @module */
import { csvOf } from '@joinery/sdk/csv'
import { i18n } from '#i18n'
import type { JournalLine } from '../../../desk/journal-view.ts'
import { userLanguage } from '../../../desk/problem.ts'
import { accountName, actionName, kindName, outcomeNames, targetName } from './words.ts'

/** One row for each line; times are in UTC, so that files of several places fit together. */
export function journalCsv(lines: readonly JournalLine[]): string {
  const columns = [
    i18n.t('journal.when'),
    i18n.t('journal.user'),
    i18n.t('journal.contact'),
    i18n.t('journal.action'),
    i18n.t('journal.account'),
    i18n.t('journal.target'),
    i18n.t('journal.site'),
    i18n.t('journal.kind'),
    i18n.t('journal.record'),
    i18n.t('journal.outcome'),
    i18n.t('journal.code'),
  ]
  return csvOf({ type: 'table', title: '', columns, rows: lines.map(rowOf) }, userLanguage())
}

function rowOf(line: JournalLine): readonly string[] {
  const { at, code = '', contact = '', outcome, record, site = '', user = '' } = line
  return [
    new Date(at).toISOString(),
    user,
    contact,
    actionName(line),
    accountName(line),
    targetName(line),
    site,
    record === undefined ? '' : kindName(record.kind),
    record?.key ?? '',
    outcomeNames[outcome](),
    code,
  ]
}
