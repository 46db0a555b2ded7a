import { expect, test, vi } from 'vitest'
import type { JournalLine } from '../../../desk/journal-view.ts'
import { journalCsv } from './csv.ts'

vi.mock('wxt/browser', () => import('../../../desk/browser-fixture.ts'))

const line: JournalLine = {
  id: 'a',
  at: Date.UTC(2026, 10, 28, 7, 5),
  user: 'Joe Smith',
  contact: '=HYPERLINK("http://evil.example")',
  account: null,
  target: 'Lobby, large',
  action: 'Invite',
  site: 'crm.example',
  record: { kind: 'contact', key: '+4711' },
  outcome: 'failed',
  code: 'refused',
  text: 'never in the file',
}

test('each line is a row, in which nothing is a formula', () => {
  const [head, row, ...rest] = journalCsv([line]).split('\r\n')
  expect(head?.split(',')).toHaveLength(11)
  expect(row).toBe(
    `2026-11-28T07:05:00.000Z,Joe Smith,"'=HYPERLINK(""http://evil.example"")",Invite,journal.removedAccount,"Lobby, large",crm.example,journal.kindContact,'+4711,journal.failed,refused`,
  )
  expect(rest).toEqual([''])
})
