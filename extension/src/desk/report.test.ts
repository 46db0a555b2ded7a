import { expect, test, vi } from 'vitest'
import { saveAccount, saveMe } from './accounts.ts'
import { browser, setPolicy } from './browser-fixture.ts'
import { writeJournal } from './journal.ts'
import { startAnew } from './policy-fixture.ts'
import { readReport } from './report.ts'
import { saveShortcut } from './shortcuts.ts'
import { saveTarget } from './targets.ts'

const CANARY = 'canary'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))
vi.mock('#i18n', () => ({ i18n: { t: (key: string) => (key === 'language' ? 'en' : key) } }))
vi.mock('./sites.ts', () => ({
  enabledSites: async () => [
    'https://canary.zendesk.com/*',
    'https://canary-two.zendesk.com/*',
    'https://crm.canary.example/*',
  ],
}))

test('a report names products, codes and numbers, and nothing that people gave', async () => {
  await startAnew()
  const [firstName, lastName, email] = [`${CANARY} Ann`, `${CANARY} Bee`, `${CANARY}@crm.example`]
  await saveMe({ person: { firstName, lastName, email } })
  const accountId = await saveAccount({
    pluginId: 'com.omnovia',
    name: `${CANARY} Ltd`,
    settings: { companyId: '4711', companyPass: CANARY },
  })
  const targetId = await saveTarget({ accountId, fields: { label: CANARY, roomId: '5678' } })
  await saveShortcut({ accountId, name: CANARY, action: 'join', targetId, inPage: true })
  await browser.storage.session.set({ rejectedMessages: { sender: 2 } })
  const line = { at: Date.now(), accountId, targetId, user: CANARY, contact: CANARY, site: `https://${CANARY}.example` }
  const record = { kind: CANARY, key: CANARY }
  await writeJournal({ ...line, pluginId: 'com.omnovia', action: 'join', record, outcome: 'unauthorized' })
  // As a file from elsewhere may have it.
  await writeJournal({ ...line, at: line.at - 1, pluginId: CANARY, action: CANARY, record, outcome: CANARY })
  await writeJournal({ ...line, at: line.at - 2, pluginId: 'com.omnovia', action: 'join', record, outcome: 'done' })
  setPolicy({ companyName: CANARY, supportText: CANARY, [CANARY]: true })

  const report = await readReport()
  expect(JSON.stringify(report)).not.toContain(CANARY)
  expect(report).toMatchObject({
    vault: 'unlocked',
    settings: { idleMinutes: 15, journalDays: 90, staysUnlocked: false },
    policy: { isThere: true, faults: 1 },
    sites: { products: ['zendesk'], others: 1, own: 0 },
    rejected: { sender: 2 },
    numbers: { accounts: { 'com.omnovia': 1 }, targets: 1, shortcuts: 1, journalDays: 1 },
    failures: [
      { plugin: 'com.omnovia', action: 'join', code: 'unauthorized' },
      { plugin: 'unknown', action: 'unknown', code: 'unknown' },
    ],
  })
})
