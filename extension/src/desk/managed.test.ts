import { beforeEach, describe, expect, test, vi } from 'vitest'
import { saveAccount } from './accounts.ts'
import { setPolicy } from './browser-fixture.ts'
import { findTargets, readAccount, readShortcuts, readTarget } from './holdings.ts'
import { applyPolicy } from './managed.ts'
import {
  applyAccounts,
  holdings,
  idOf,
  lobby,
  northwind,
  PASSWORD,
  rows,
  stage,
  startAnew,
  versions,
} from './policy-fixture.ts'
import { saveShortcut } from './shortcuts.ts'
import { saveTarget } from './targets.ts'
import { lockVault, unlockVault } from './vault-session.ts'
import { viewOfVault } from './vault-view.ts'
import { readDesk, readTargets, viewOfTarget } from './view.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))
vi.mock('#i18n', () => ({
  i18n: { t: (key: string, values: readonly string[] = []) => (values.length > 0 ? values.join(' ') : key) },
}))

const everything = {
  accounts: ['Northwind'],
  targets: ['Lobby', 'Stage'],
  shortcuts: ['Join Lobby', 'Invite Lobby', 'Join Stage', 'Invite Stage'],
}
const nothing = { accounts: [], targets: [], shortcuts: [] }

beforeEach(startAnew)

describe('a policy that comes', () => {
  test('makes accounts, targets and shortcuts, in its order', async () => {
    await applyAccounts(northwind)
    expect(await holdings()).toEqual(everything)
    const account = await readAccount(await idOf('Northwind'))
    expect(account).toMatchObject({ managed: 'support', settings: { companyPass: PASSWORD, signing: 'local' } })
    // Chromium knows texts alone; the field makes a boolean of it.
    expect(await readTarget(await idOf('Stage'))).toMatchObject({
      managed: 'support/stage',
      fields: { directAccess: true },
    })
  })

  test('stands before what the user made', async () => {
    await saveAccount({ pluginId: 'com.omnovia', name: 'Mine', settings: { companyId: '1', companyPass: 'x' } })
    await applyAccounts(northwind, { ...northwind, key: 'sales', name: 'Sales', targets: [] })
    expect((await holdings()).accounts).toEqual(['Northwind', 'Sales', 'Mine'])
  })

  test('makes the shortcuts that it names, in the plugin’s order', async () => {
    const targets = [
      { ...lobby, actions: ['join'] },
      { ...stage, actions: [] },
    ]
    await applyAccounts({ ...northwind, targets })
    expect(await holdings()).toEqual({ ...everything, shortcuts: ['Join Lobby'] })
  })

  test('writes nothing when it is applied again', async () => {
    await applyAccounts({ ...northwind, targets: [lobby, { ...stage, actions: [] }] })
    const before = await versions()
    await applyPolicy()
    await applyAccounts({ ...northwind, targets: [lobby, { ...stage, actions: [] }] })
    expect(await versions()).toEqual(before)
  })

  test('waits for the vault to be unlocked', async () => {
    await lockVault()
    await applyAccounts(northwind)
    await unlockVault('never mind which')
    expect(await holdings()).toEqual(nothing)
    await applyPolicy()
    expect(await holdings()).toEqual(everything)
  })

  test('is applied once where it is applied twice at the same time', async () => {
    setPolicy({ accounts: [northwind] })
    await Promise.all([applyPolicy(), applyPolicy(), applyPolicy()])
    expect(await holdings()).toEqual(everything)
  })
})

describe('a policy that changes', () => {
  test('changes what it changed, and leaves ids and the rest as they were', async () => {
    await applyAccounts(northwind)
    const [account, target] = [await readAccount(await idOf('Northwind')), await readTarget(await idOf('Lobby'))]
    await applyAccounts({ ...northwind, settings: { ...northwind.settings, companyPass: 'another' } })
    const changed = await readAccount(await idOf('Northwind'))
    expect(changed).toMatchObject({ id: account?.id, settings: { companyPass: 'another', companyId: '1234' } })
    expect(changed?.revision).toBe(Number(account?.revision) + 1)
    expect(await readTarget(target?.id ?? '')).toEqual(target)
  })

  test('adds and takes away a room with its shortcuts, the user’s own to it too', async () => {
    await applyAccounts({ ...northwind, targets: [lobby] })
    const accountId = await idOf('Northwind')
    await saveShortcut({ name: 'My lobby', accountId, action: 'join', targetId: await idOf('Lobby'), inPage: true })
    const mine = await saveTarget({ accountId, fields: { label: 'Mine', roomId: '7' } })
    await saveShortcut({ name: 'My own', accountId, action: 'join', targetId: mine, inPage: true })
    await applyAccounts({ ...northwind, targets: [stage] })
    expect(await holdings()).toEqual({
      accounts: ['Northwind'],
      targets: ['Mine', 'Stage'],
      shortcuts: ['Join Stage', 'Invite Stage', 'My own'],
    })
  })

  test('takes a room away that has no shortcut', async () => {
    await applyAccounts({ ...northwind, targets: [{ ...lobby, actions: [] }] })
    expect((await holdings()).targets).toEqual(['Lobby'])
    await applyAccounts({ ...northwind, targets: [] })
    expect(await holdings()).toEqual({ ...nothing, accounts: ['Northwind'] })
  })

  test('takes an account away with what the user added to it, and leaves the user’s own', async () => {
    await applyAccounts(northwind)
    const accountId = await idOf('Northwind')
    await saveTarget({ accountId, fields: { label: 'Mine', roomId: '7' } })
    await saveShortcut({ name: 'My lobby', accountId, action: 'join', targetId: await idOf('Lobby'), inPage: true })
    await saveAccount({ pluginId: 'com.omnovia', name: 'Own', settings: { companyId: '1', companyPass: 'x' } })
    await applyAccounts()
    expect(await holdings()).toEqual({ ...nothing, accounts: ['Own'] })
  })

  test('makes another account of it where the vendor is another', async () => {
    await applyAccounts(northwind)
    const before = await idOf('Northwind')
    await saveTarget({ accountId: before, fields: { label: 'Mine', roomId: '7' } })
    await applyAccounts({ ...northwind, plugin: 'com.webinato' })
    expect(await holdings()).toEqual(everything)
    expect(await readAccount(before)).toBeUndefined()
  })
})

describe('what is wrong with a policy', () => {
  const wrongSettings = { ...northwind, settings: { companyId: 'none' } }
  const wrongRoom = { ...lobby, fields: { label: 'Renamed', roomId: '001' } }
  test.each<[string, object, readonly string[]]>([
    ['an unknown plugin', { ...northwind, plugin: 'com.nobody' }, ['accounts[0].plugin']],
    ['a setting that the plugin refuses', wrongSettings, ['accounts[0].settings.companyId']],
    [
      'a room that the plugin refuses',
      { ...northwind, targets: [wrongRoom, stage] },
      ['accounts[0].targets[0].fields.roomId'],
    ],
    ['a missing name', { ...northwind, name: undefined }, ['accounts[0].name']],
    ['a missing key', { ...northwind, key: undefined }, ['accounts[0].key']],
    [
      'a misspelt setting and an unknown action',
      {
        ...northwind,
        settings: { ...northwind.settings, companyid: '1' },
        targets: [{ ...lobby, actions: ['join', 'dance', 'invite'] }, stage],
      },
      ['accounts[0].settings.companyid', 'accounts[0].targets[0].actions[1]'],
    ],
  ])('%s is named, and takes nothing away', async (_what, wrong, faults) => {
    await applyAccounts(northwind)
    const before = await versions()
    await applyAccounts(wrong)
    expect(await viewOfVault()).toMatchObject({ policyFaults: faults })
    expect(await holdings()).toEqual(everything)
    expect(await versions()).toEqual(before)
  })

  test('makes nothing where nothing was yet, but what is right', async () => {
    await applyAccounts(
      { ...northwind, key: 'other', plugin: 'com.nobody' },
      { ...northwind, targets: [wrongRoom, stage] },
    )
    expect(await holdings()).toEqual({ ...everything, targets: ['Stage'], shortcuts: ['Join Stage', 'Invite Stage'] })
  })
})

describe('secrets of a policy', () => {
  test('are sealed, and stand in no list, index or view', async () => {
    await applyAccounts(northwind)
    const accountId = await idOf('Northwind')
    const targets = await readTargets('', undefined, 100)
    const views = [await readDesk(), targets, await viewOfVault(), await viewOfTarget(await idOf('Lobby'))]
    expect(JSON.stringify(views)).not.toContain(PASSWORD)
    expect(await rows()).not.toContain(PASSWORD)
    expect((await readDesk()).accounts).toMatchObject([
      { id: accountId, isManaged: true, storedSecrets: ['companyPass'] },
    ])
    for (const query of [PASSWORD, PASSWORD.slice(0, 4)]) {
      expect((await findTargets(query, undefined, 100)).lines).toEqual([])
    }
    expect(JSON.stringify(await readShortcuts())).not.toContain(PASSWORD)
  })

  test('of the user’s own rooms in a managed account, none is marked as managed', async () => {
    await applyAccounts(northwind)
    await saveTarget({ accountId: await idOf('Northwind'), fields: { label: 'Mine', roomId: '7' } })
    const { targets } = await readTargets('', undefined, 100)
    expect(targets.map(({ label, isManaged }) => [label, isManaged])).toEqual([
      ['Lobby', true],
      ['Mine', false],
      ['Stage', true],
    ])
  })
})
