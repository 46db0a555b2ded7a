import { beforeEach, expect, test, vi } from 'vitest'
import { change, readAccounts } from './holdings.ts'
import { applyAccounts, holdings, idOf, northwind, startAnew } from './policy-fixture.ts'
import { unlockedVault, unlockVault } from './vault-session.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))
vi.mock('#i18n', () => ({
  i18n: { t: (key: string, values: readonly string[] = []) => (values.length > 0 ? values.join(' ') : key) },
}))

beforeEach(startAnew)

test('what is changed while the vault is unlocked a second time is read anew', async () => {
  await applyAccounts({ ...northwind, targets: [] })
  const before = await unlockedVault()
  await unlockVault('never mind which')
  const [account] = await readAccounts()
  const id = await idOf('Northwind')
  await change(before, [{ id, revision: account?.revision ?? 0, values: { name: 'Renamed' } }])
  expect((await holdings()).accounts).toEqual(['Renamed'])
})
