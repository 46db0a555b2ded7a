import { beforeEach, expect, test, vi } from 'vitest'
import { saveAccount } from './accounts.ts'
import { dropKnown, findTargets, readShortcuts, readTarget } from './holdings.ts'
import { applyPolicy } from './managed.ts'
import { applyAccounts, holdings, idOf, lobby, northwind, startAnew } from './policy-fixture.ts'
import { saveShortcut } from './shortcuts.ts'
import { saveTarget } from './targets.ts'
import { makeBackup, mergeBackup, openBackup } from './vault-care.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))
vi.mock('#i18n', () => ({
  i18n: { t: (key: string, values: readonly string[] = []) => (values.length > 0 ? values.join(' ') : key) },
}))

const PASSPHRASE = 'a passphrase of its own'

// Keys are derived from passphrases here, several in one test.
vi.setConfig({ testTimeout: 30_000 })
beforeEach(startAnew)

async function importInto(text: string): Promise<void> {
  const { backup } = await openBackup(new Blob([text]), PASSPHRASE)
  await mergeBackup(backup)
  dropKnown()
}

test('what the user added on another computer moves to the account that the policy set up on this one', async () => {
  await applyAccounts(northwind)
  const accountId = await idOf('Northwind')
  const mine = await saveTarget({ accountId, fields: { label: 'Mine', roomId: '7' } })
  await saveShortcut({ name: 'My own', accountId, action: 'join', targetId: mine, inPage: true })
  await saveShortcut({ name: 'My lobby', accountId, action: 'join', targetId: await idOf('Lobby'), inPage: true })
  const text = await makeBackup(PASSPHRASE)

  await startAnew()
  await applyAccounts(northwind)
  const here = await idOf('Northwind')
  await importInto(text)
  await applyPolicy()
  expect(await holdings()).toEqual({
    accounts: ['Northwind'],
    targets: ['Lobby', 'Mine', 'Stage'],
    shortcuts: ['Join Lobby', 'Invite Lobby', 'Join Stage', 'Invite Stage', 'My own', 'My lobby'],
  })
  const account = await idOf('Northwind')
  const target = await readTarget(await idOf('Mine'))
  expect(target).toMatchObject({ accountId: account, fields: { roomId: '7' } })
  const targets = (await findTargets('', account, 10)).lines.map(({ id }) => id)
  expect(targets).toHaveLength(3)
  for (const shortcut of await readShortcuts()) {
    expect(shortcut.accountId).toBe(account)
    expect(targets).toContain(shortcut.targetId)
  }
  expect([accountId, here]).toContain(account)
})

test('a backup cannot change what the organisation set up', async () => {
  await applyAccounts(northwind)
  const text = await makeBackup(PASSPHRASE)
  await applyAccounts({ ...northwind, name: 'Renamed', targets: [lobby] })
  await importInto(text)
  await applyPolicy()
  expect(await holdings()).toEqual({
    accounts: ['Renamed'],
    targets: ['Lobby'],
    shortcuts: ['Join Lobby', 'Invite Lobby'],
  })
})

test('what another organisation set up goes, and the user’s own from there stays', async () => {
  await applyAccounts(northwind)
  await saveAccount({ pluginId: 'com.omnovia', name: 'Own', settings: { companyId: '1', companyPass: 'x' } })
  const text = await makeBackup(PASSPHRASE)
  await startAnew()
  await applyAccounts({ ...northwind, key: 'fabrikam', name: 'Fabrikam', targets: [] })
  await importInto(text)
  await applyPolicy()
  expect((await holdings()).accounts).toEqual(['Fabrikam', 'Own'])
})
