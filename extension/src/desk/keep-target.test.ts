import { Secret } from '@joinery/sdk'
import { beforeEach, expect, test, vi } from 'vitest'
import { pluginById } from '../all-plugins.ts'
import { saveAccount } from './accounts.ts'
import { findTargets, readTarget, removeRecord } from './holdings.ts'
import { keepTarget } from './keep-target.ts'
import { startAnew } from './policy-fixture.ts'
import { rescue, storeRescued } from './rescued.ts'
import { saveTarget, setAsksNoMore } from './targets.ts'
import { lockVault, unlockedVault, unlockVault } from './vault-session.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))
vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }))

const PLUGIN = 'com.teamviewer.reach'
const declared = pluginById(PLUGIN)?.target?.fields ?? {}
const sealed = {
  remotecontrolId: 'r124124124',
  state: 'sealed',
  answer: new Secret('{"key":1}'),
  rolloutKey: new Secret('k'),
}
const ready = { remotecontrolId: 'r124124124', state: 'ready', deviceKeyId: '{1}', deviceKey: new Secret('pem') }

let accountId: string

beforeEach(async () => {
  await startAnew()
  accountId = await saveAccount({
    pluginId: PLUGIN,
    name: 'Northwind',
    settings: { apiUrl: 'https://api.example', tenantId: 't0001', token: 'secret' },
  })
})

async function keeperOf(targetId?: string) {
  const own = targetId === undefined ? undefined : await readTarget(targetId)
  return keepTarget({ vault: await unlockedVault(), accountId, declared, own })
}

async function fieldsOfAll() {
  const { lines } = await findTargets('', accountId, 100)
  return await Promise.all(lines.map(async ({ id }) => (await readTarget(id))?.fields))
}

test('all that one run saves is one target, and each save replaces it whole', async () => {
  const keeper = await keeperOf()
  await keeper.save(sealed)
  expect(await fieldsOfAll()).toEqual([
    { remotecontrolId: 'r124124124', state: 'sealed', controlType: 'unattended', answer: '{"key":1}', rolloutKey: 'k' },
  ])
  await keeper.save(ready)
  expect(await fieldsOfAll()).toEqual([
    { remotecontrolId: 'r124124124', state: 'ready', controlType: 'unattended', deviceKeyId: '{1}', deviceKey: 'pem' },
  ])
})

test('saves that do not wait for each other end with the last one', async () => {
  const keeper = await keeperOf()
  await Promise.all([keeper.save(sealed), keeper.save(ready)])
  expect(await fieldsOfAll()).toMatchObject([{ state: 'ready' }])
})

test('what the user changed meanwhile stays, where the run did not change the same', async () => {
  const id = await saveTarget({ stored: undefined, accountId, fields: { ...ready, deviceKey: 'pem', label: 'PC' } })
  const keeper = await keeperOf(id)
  const before = await readTarget(id)
  await saveTarget({
    stored: { id, revision: before?.revision ?? 0 },
    accountId,
    fields: { ...before?.fields, label: 'Renamed', state: 'sealed' },
  })
  const renamed = await readTarget(id)
  if (renamed !== undefined) await setAsksNoMore(renamed, true)
  await keeper.save({ ...ready, label: 'PC', state: 'unregistering' })
  expect(await readTarget(id)).toMatchObject({ asksNoMore: true, fields: { label: 'Renamed', state: 'unregistering' } })
})

test('a target of the user’s that was removed is not brought back; one that the run made is', async () => {
  const id = await saveTarget({ stored: undefined, accountId, fields: { ...ready, deviceKey: 'pem' } })
  const onOwn = await keeperOf(id)
  await removeRecord(id)
  await expect(onOwn.save(ready)).rejects.toMatchObject({ code: 'not-found' })
  const onNew = await keeperOf()
  await onNew.save(sealed)
  await removeRecord(onNew.id() ?? '')
  await onNew.save(ready)
  expect(await fieldsOfAll()).toMatchObject([{ state: 'ready', deviceKey: 'pem' }])
})

test('what does not have the declared form is kept all the same', async () => {
  const keeper = await keeperOf()
  await keeper.save({ ...sealed, remotecontrolId: 'd42', answer: new Secret('x'.repeat(30_000)) })
  expect(await fieldsOfAll()).toMatchObject([{ remotecontrolId: 'd42', answer: 'x'.repeat(30_000) }])
})

test('locking meanwhile does not keep an answer from being stored', async () => {
  const keeper = await keeperOf()
  await lockVault()
  await keeper.save(sealed)
  await unlockVault('never mind which')
  expect(await fieldsOfAll()).toMatchObject([{ state: 'sealed' }])
})

test('what a full disk does not take is kept sealed, and stored once it can be', async () => {
  const keeper = await keeperOf()
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('No room', 'QuotaExceededError')
  })
  await expect(keeper.save(sealed)).rejects.toMatchObject({ code: 'storage-full' })
  await rescue(await unlockedVault(), keeper.written(sealed))
  await storeRescued()
  put.mockRestore()
  expect(await fieldsOfAll()).toEqual([])
  await storeRescued()
  await storeRescued()
  expect(await fieldsOfAll()).toMatchObject([{ state: 'sealed', answer: '{"key":1}' }])
})
