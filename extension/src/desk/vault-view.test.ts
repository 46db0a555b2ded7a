/** What is shown of the vault while the browser has not told of the policy yet. @module */
import { beforeAll, expect, test, vi } from 'vitest'
import { browser } from './browser-fixture.ts'
import { startAnew } from './policy-fixture.ts'
import { lockVault } from './vault-session.ts'
import { viewOfVault } from './vault-view.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))
vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }))

beforeAll(startAnew)

test('a locked vault asks for its passphrase before the browser has told of the policy, and tells of it afterwards', async () => {
  await lockVault()
  const { get } = browser.storage.managed
  let tell = (_policy: Readonly<Record<string, unknown>>) => {}
  browser.storage.managed.get = () => new Promise((resolve) => (tell = resolve))
  try {
    expect(await viewOfVault()).toMatchObject({ state: 'locked', idleMinutes: 15 })
    tell({ idleMinutes: 5, companyName: 'Northwind' })
    expect(await viewOfVault()).toMatchObject({ state: 'locked', idleMinutes: 5, companyName: 'Northwind' })
  } finally {
    browser.storage.managed.get = get
  }
})
