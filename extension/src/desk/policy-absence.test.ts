import { beforeEach, expect, test, vi } from 'vitest'
import { alarms, browser, setPolicy } from './browser-fixture.ts'
import { applyPolicy } from './managed.ts'
import { ABSENCE_ALARM } from './policy-absence.ts'
import { applyAccounts, holdings, idOf, northwind, startAnew, versions } from './policy-fixture.ts'
import { saveTarget } from './targets.ts'
import { lockVault, unlockVault } from './vault-session.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))
vi.mock('#i18n', () => ({
  i18n: { t: (key: string, values: readonly string[] = []) => (values.length > 0 ? values.join(' ') : key) },
}))

const MINUTE = 60_000
let before: readonly string[]

beforeEach(async () => {
  await startAnew()
  await applyAccounts(northwind)
  await saveTarget({ accountId: await idOf('Northwind'), fields: { label: 'Mine', roomId: '7' } })
  before = await versions()
})

test.each([
  ['gives nothing yet', {}],
  ['says that there is none', undefined],
])('a browser that %s takes nothing away, and is asked again in a minute', async (_what, given) => {
  setPolicy(given)
  const now = Date.now()
  await applyPolicy(now)
  await applyPolicy(now + MINUTE - 1)
  expect(await versions()).toEqual(before)
  expect(alarms.get(ABSENCE_ALARM)).toBe(now + MINUTE)
})

test('a policy that is still missing a minute later is gone, with what it set up and what was added to that', async () => {
  setPolicy({})
  const now = Date.now()
  await applyPolicy(now)
  await applyPolicy(now + MINUTE)
  expect(await holdings()).toEqual({ accounts: [], targets: [], shortcuts: [] })
})

test('a policy that was missed while the vault was locked is gone when it is unlocked later', async () => {
  await lockVault()
  setPolicy(undefined)
  const now = Date.now()
  await applyPolicy(now - 2 * MINUTE)
  await unlockVault('never mind which')
  await applyPolicy(now)
  expect((await holdings()).accounts).toEqual([])
})

test('one that comes in time is as if it had always been there, and counting starts anew', async () => {
  const now = Date.now()
  setPolicy({})
  await applyPolicy(now)
  await applyAccounts(northwind)
  setPolicy({})
  await applyPolicy(now + 2 * MINUTE)
  expect(await versions()).toEqual(before)
  await applyPolicy(now + 3 * MINUTE)
  expect((await holdings()).accounts).toEqual([])
})

test('after the browser was started again, the first look says nothing again', async () => {
  const now = Date.now()
  setPolicy({})
  await applyPolicy(now - 5 * MINUTE)
  await lockVault()
  await browser.storage.session.clear()
  await unlockVault('never mind which')
  await applyPolicy(now)
  expect(await versions()).toEqual(before)
})

test('a clock that was set back makes nothing go early', async () => {
  const now = Date.now()
  setPolicy({})
  await applyPolicy(now + 60 * MINUTE)
  await applyPolicy(now)
  await applyPolicy(now + MINUTE - 1)
  expect(await versions()).toEqual(before)
})

test('a policy that lists no account takes everything away at once', async () => {
  setPolicy({ accounts: [] })
  await applyPolicy()
  expect((await holdings()).accounts).toEqual([])
})

test('a policy whose list of accounts the browser left out takes nothing away', async () => {
  setPolicy({ companyName: 'Northwind' })
  const now = Date.now()
  for (const later of [0, MINUTE, 2 * MINUTE]) await applyPolicy(now + later)
  expect(await versions()).toEqual(before)
})
