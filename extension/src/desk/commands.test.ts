import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { saveAccount } from './accounts.ts'
import type { Click } from './click.ts'
import { followCommands } from './commands.ts'
import { meantBy } from './meant.ts'
import { startAnew } from './policy-fixture.ts'
import { saveShortcut } from './shortcuts.ts'

const heard = vi.hoisted(() => ({ command: (() => {}) as (name: string, tab?: object) => void }))
const asked = vi.hoisted(() => ({ clicks: [] as Click[], lockVault: vi.fn() }))
const record = { kind: 'contact', key: 'c-1', facts: { device: '124124124' } }

vi.mock('wxt/browser', async () => {
  const { browser } = await import('./browser-fixture.ts')
  const onCommand = { addListener: (listener: typeof heard.command) => Object.assign(heard, { command: listener }) }
  return { browser: { ...browser, commands: { onCommand } } }
})
vi.mock('#i18n', () => ({ i18n: { t: (key: string) => (key === 'language' ? 'en' : key) } }))
vi.mock('./browser-click.ts', () => ({
  tabInFront: async () => undefined,
  surroundingsIn: async () => ({ site: 'https://crm.example', place: {}, record }),
  runFromBrowser: async (click: Click) => void asked.clicks.push(click),
}))
vi.mock('./vault-session.ts', async (load) => ({
  ...(await load<typeof import('./vault-session.ts')>()),
  lockVault: asked.lockVault,
}))

beforeAll(async () => {
  followCommands()
  await startAnew()
})
beforeEach(() => {
  asked.clicks.length = 0
  asked.lockVault.mockClear()
})

async function commanded(name: string): Promise<Click> {
  heard.command(name, {})
  return await vi.waitUntil(() => asked.clicks[0])
}

test('the command locks', async () => {
  heard.command('lock-vault', {})
  await vi.waitUntil(() => asked.lockVault.mock.calls.length === 1)
  expect(asked.clicks).toEqual([])
})

test('one that is not ours does nothing', async () => {
  heard.command('toString', {})
  heard.command('another', {})
  await commanded('join-first-pin')
  expect([asked.clicks.length, asked.lockVault.mock.calls.length]).toEqual([1, 0])
})

test('without a shortcut for the user there is nothing to join, without an account nothing to control', async () => {
  await expect(meantBy(await commanded('join-first-pin'))).rejects.toMatchObject({ text: 'elsewhere.noPin' })
  asked.clicks.length = 0
  await expect(meantBy(await commanded('control-record'))).rejects.toMatchObject({ text: 'elsewhere.noControl' })
})

test('the first shortcut for the user is joined, not one for a contact', async () => {
  const settings = { companyId: '4711', companyPass: 'canary-Xq7' }
  const accountId = await saveAccount({ pluginId: 'com.omnovia', name: 'Northwind', settings })
  await saveShortcut({ name: 'Invite', accountId, action: 'invite', inPage: true })
  const shortcutId = await saveShortcut({ name: 'Mine', accountId, action: 'join', inPage: true })
  await saveShortcut({ name: 'Later', accountId, action: 'join', inPage: true })
  expect(await meantBy(await commanded('join-first-pin'))).toMatchObject({ shortcutId })
})

test('remote control is for the record in front', async () => {
  await saveAccount({
    pluginId: 'com.teamviewer.reach',
    name: 'Reach',
    settings: { apiUrl: 'https://reach.example', tenantId: 't0001', token: 'canary-Xq7' },
  })
  const click = await commanded('control-record')
  expect(click).toMatchObject({ record, site: 'https://crm.example' })
  const meant = await meantBy(click)
  expect(meant).toMatchObject({ actionName: 'control', account: { name: 'Reach' } })
  expect(meant).not.toHaveProperty('targetId')
})
