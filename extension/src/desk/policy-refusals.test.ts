import { beforeEach, describe, expect, test, vi } from 'vitest'
import { hasDeviceKey } from '../vault/device-key.ts'
import { saveAccount } from './accounts.ts'
import { setPolicy } from './browser-fixture.ts'
import { readAccount, readShortcut, readTarget, removeRecord } from './holdings.ts'
import { applyAccounts, holdings, idOf, northwind, startAnew, versions } from './policy-fixture.ts'
import { chooseIdleMinutes, readPreferences } from './preferences.ts'
import { saveShortcut } from './shortcuts.ts'
import { saveTarget } from './targets.ts'
import { makeBackup, mergeBackup, openBackup } from './vault-care.ts'
import {
  lockVault,
  obeyPolicy,
  setStaysUnlocked,
  staysUnlocked,
  unlockWhereItStays,
  vaultDatabase,
  vaultState,
} from './vault-session.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))
vi.mock('#i18n', () => ({
  i18n: { t: (key: string, values: readonly string[] = []) => (values.length > 0 ? values.join(' ') : key) },
}))

const refusal = { name: 'PluginError', code: 'not-permitted' }
const own = { pluginId: 'com.omnovia', name: 'Own', settings: { companyId: '1', companyPass: 'x' } }

// Keys are derived from passphrases here, several in one test.
vi.setConfig({ testTimeout: 30_000 })
beforeEach(startAnew)

describe('what the organisation set up', () => {
  test('cannot be removed', async () => {
    await applyAccounts(northwind)
    const before = await versions()
    for (const name of ['Northwind', 'Lobby', 'Join Lobby']) {
      await expect(removeRecord(await idOf(name))).rejects.toMatchObject(refusal)
    }
    expect(await versions()).toEqual(before)
  })

  test('cannot be changed', async () => {
    await applyAccounts(northwind)
    const before = await versions()
    const account = await readAccount(await idOf('Northwind'))
    const target = await readTarget(await idOf('Lobby'))
    const shortcut = await readShortcut(await idOf('Join Lobby'))
    if (account === undefined || target === undefined || shortcut === undefined) throw new Error('Something is missing')
    const { id: accountId } = account
    const changes = [
      saveAccount({ ...own, stored: account }),
      saveTarget({ stored: target, accountId, fields: { label: 'Mine now', roomId: '7' } }),
      saveShortcut({
        stored: shortcut,
        name: 'Mine now',
        accountId,
        action: 'join',
        targetId: target.id,
        inPage: false,
      }),
    ]
    for (const change of changes) await expect(change).rejects.toMatchObject(refusal)
    expect(await versions()).toEqual(before)
  })

  test('can be added to, and what was added is the user’s', async () => {
    await applyAccounts({ ...northwind, targets: [] })
    const accountId = await idOf('Northwind')
    const id = await saveTarget({ accountId, fields: { label: 'Mine', roomId: '7' } })
    const shortcut = { name: 'My own', accountId, action: 'join', targetId: id, inPage: true }
    await saveShortcut(shortcut)
    expect(await holdings()).toEqual({ accounts: ['Northwind'], targets: ['Mine'], shortcuts: ['My own'] })
    await removeRecord(id)
    expect(await holdings()).toEqual({ accounts: ['Northwind'], targets: [], shortcuts: [] })
  })

  test('can be removed like anything else once the policy is gone', async () => {
    const id = await saveAccount(own)
    await removeRecord(id)
    expect((await holdings()).accounts).toEqual([])
  })
})

test('an account cannot be added where the policy forbids it, by form or by backup', async () => {
  await saveAccount(own)
  const text = await makeBackup('a passphrase of its own')
  await removeRecord(await idOf('Own'))
  setPolicy({ allowAddingAccounts: false })
  await expect(saveAccount(own)).rejects.toMatchObject(refusal)
  const { backup } = await openBackup(new Blob([text]), 'a passphrase of its own')
  await expect(mergeBackup(backup)).rejects.toMatchObject(refusal)
  setPolicy(undefined)
  await mergeBackup(backup)
})

test('a backup is refused where the policy forbids it', async () => {
  setPolicy({ allowBackup: false })
  await expect(makeBackup('a passphrase of its own')).rejects.toMatchObject(refusal)
})

test('an idle time that the policy sets is the one, and cannot be chosen', async () => {
  await chooseIdleMinutes(30)
  setPolicy({ idleMinutes: 5 })
  await expect(chooseIdleMinutes(60)).rejects.toMatchObject(refusal)
  expect((await readPreferences()).idleMinutes).toBe(5)
  setPolicy(undefined)
  expect((await readPreferences()).idleMinutes).toBe(30)
})

describe('staying unlocked, where the policy forbids it', () => {
  test('is refused', async () => {
    setPolicy({ allowStayUnlocked: false })
    await expect(setStaysUnlocked(true)).rejects.toMatchObject(refusal)
    expect(await hasDeviceKey(await vaultDatabase())).toBe(false)
  })

  test('ends: the key of this computer is removed, and unlocks nothing before that', async () => {
    await setStaysUnlocked(true)
    await lockVault()
    setPolicy({ allowStayUnlocked: false })
    await unlockWhereItStays()
    expect(await vaultState()).toBe('locked')
    await obeyPolicy()
    expect(await hasDeviceKey(await vaultDatabase())).toBe(false)
  })

  test('ends for a vault that is open, too, and it locks in time again', async () => {
    await setStaysUnlocked(true)
    setPolicy({ allowStayUnlocked: false })
    await obeyPolicy()
    expect(await staysUnlocked()).toBe(false)
    expect(await vaultState()).toBe('unlocked')
  })

  test('locks a vault that the key of this computer opened before the browser told of the policy', async () => {
    await setStaysUnlocked(true)
    await lockVault()
    await unlockWhereItStays()
    expect(await vaultState()).toBe('unlocked')
    setPolicy({ allowStayUnlocked: false })
    await obeyPolicy()
    expect(await vaultState()).toBe('locked')
  })
})
