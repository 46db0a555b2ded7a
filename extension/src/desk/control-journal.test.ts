import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { saveAccount, saveMe } from './accounts.ts'
import { runFromForm } from './action-runs.ts'
import { browser } from './browser-fixture.ts'
import { goOnWithControl } from './control.ts'
import { emptyJournal } from './journal-keeping.ts'
import { readJournal } from './journal-view.ts'
import { startAnew } from './policy-fixture.ts'
import { runClick } from './run.ts'
import { saveShortcut } from './shortcuts.ts'
import { saveTarget } from './targets.ts'

const SECRET = 'canary-Xq7'
const windows = vi.hoisted(() => ({ count: 0 }))

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))
vi.mock('#i18n', () => ({ i18n: { t: (key: string) => (key === 'language' ? 'en' : key) } }))
vi.mock('./sites.ts', () => ({ isEnabledSite: async () => true }))
vi.mock('./own-window.ts', () => ({
  bringToFront: async () => false,
  openOwnWindow: async () => {
    windows.count += 1
    return windows.count
  },
}))
vi.mock('./perform.ts', () => ({
  perform: async () => ({ outcome: { type: 'app', url: 'teamviewerapi:canary-Xq7' }, targetId: undefined }),
}))

const record = { kind: 'contact', key: 'c-1', facts: { name: 'Ada Byron' } }
let accountId: string

beforeAll(async () => {
  await startAnew()
  await saveMe({ person: { firstName: 'Joe', lastName: 'Smith' } })
  const settings = { tenantId: 't0001', token: SECRET }
  accountId = await saveAccount({ pluginId: 'com.teamviewer.reach', name: 'Devices', settings })
})
beforeEach(async () => {
  await browser.storage.session.remove('waitingControls')
  await emptyJournal()
})

async function device(asksNoMore: boolean) {
  const fields = { alias: 'PC-1', remotecontrolId: 'r124124124', deviceKeyId: 'x', controlType: 'attended' }
  const targetId = await saveTarget({ accountId, fields, asksNoMore })
  const shortcutId = await saveShortcut({ name: 'Remote', accountId, action: 'control', targetId, inPage: true })
  return { targetId, click: { shortcutId, record, site: 'https://crm.example', place: {} } }
}

async function outcomes(): Promise<readonly string[]> {
  const { lines } = await readJournal({ text: '', limit: 10 })
  expect(JSON.stringify(lines)).not.toContain(SECRET)
  return lines.map(({ user, account, action, outcome }) => `${user} ${account} ${action} ${outcome}`)
}

test('what is asked about is noted as asked, and as done once the user agreed', async () => {
  const { targetId, click } = await device(false)
  await runClick(click)
  await expect.poll(outcomes).toEqual(['Joe Smith Devices Remote control asked'])
  expect(await goOnWithControl(windows.count, { targetId, asksNoMore: false })).toMatchObject({ ok: true })
  await expect
    .poll(outcomes)
    .toEqual(['Joe Smith Devices Remote control done', 'Joe Smith Devices Remote control asked'])
})

test('what needs no question is noted as done alone', async () => {
  const { targetId, click } = await device(true)
  await runClick(click)
  expect(await goOnWithControl(windows.count, { targetId, asksNoMore: true })).toMatchObject({ ok: true })
  await expect.poll(outcomes).toEqual(['Joe Smith Devices Remote control done'])
})

test('what is run from its form and asks first is noted as asked, and what fails there with its code', async () => {
  const { targetId } = await device(false)
  const order = { accountId, action: 'control', input: {} }
  await runFromForm({ ...order, runId: 'a'.repeat(32), targetId })
  await expect.poll(outcomes).toEqual(['Joe Smith Devices Remote control asked'])
  await runFromForm({ ...order, runId: 'b'.repeat(32), targetId: 'f'.repeat(32) })
  await expect.poll(async () => (await readJournal({ text: '', limit: 10 })).lines[0]?.code).toBe('not-found')
})
