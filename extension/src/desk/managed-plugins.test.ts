/** The plugins in an organisation's policy. @module */
import { beforeEach, expect, test, vi } from 'vitest'
import { addedPlugins, dropPlugin, keepPlugin, keptPlugins } from '../added-plugins.ts'
import { setPolicy } from './browser-fixture.ts'
import { applyPolicy } from './managed.ts'
import { meetFile, meetText } from './plugin-files-fixture.ts'
import { holdings, startAnew } from './policy-fixture.ts'
import { policyIn } from './policy-form.ts'
import { lockVault } from './vault-session.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))
vi.mock('#i18n', () => ({
  i18n: { t: (key: string, values: readonly string[] = []) => (values.length > 0 ? values.join(' ') : key) },
}))

const { id } = meetFile
const own = { id, source: 'file', data: meetText({ name: 'My own' }) } as const
const managed = { id, source: 'policy', data: meetText() } as const
const account = {
  key: 'meet',
  plugin: id,
  name: 'Northwind',
  targets: [{ key: 'lobby', fields: { room: 'lobby' } }],
}

async function applyPlugins(plugins: unknown, others: object = {}): Promise<void> {
  setPolicy({ companyName: 'Northwind', ...(plugins === undefined ? {} : { plugins }), ...others })
  await applyPolicy()
}

beforeEach(async () => {
  await startAnew()
  for (const source of ['file', 'policy', 'companion'] as const) await dropPlugin({ id, source })
})

test('come with its accounts, as texts or as objects', async () => {
  for (const plugin of [meetText({ examples: [] }), { ...meetFile, $schema: 'x' }]) {
    await applyPlugins([plugin], { accounts: [account] })
    expect(await keptPlugins()).toEqual([managed])
    expect(await holdings()).toEqual({ accounts: ['Northwind'], targets: ['lobby'], shortcuts: ['Join lobby'] })
  }
})

test('come while the vault is locked', async () => {
  await lockVault()
  await applyPlugins([meetText()])
  expect(addedPlugins().map((plugin) => plugin.id)).toEqual([id])
})

test('take the place of a user’s own of the same id, and change with the policy', async () => {
  await keepPlugin(own)
  await applyPlugins([meetText()])
  expect(await keptPlugins()).toEqual([managed])
  await applyPlugins([meetText({ version: '0.9.0' })])
  expect(addedPlugins()).toMatchObject([{ version: '0.9.0' }])
})

test('leave a companion’s alone', async () => {
  const companion = { id, source: 'companion', data: {} } as const
  await keepPlugin(companion)
  await applyPlugins([meetText()])
  expect(await keptPlugins()).toEqual([companion])
})

test('go with an empty list; a list that is missing or mistaken takes nothing away', async () => {
  await keepPlugin({ ...own, id: 'com.example.own' })
  await applyPlugins([meetText()])
  for (const unclear of [undefined, 'none', ['{'], [meetText({ id: 'meet' })]]) {
    await applyPlugins(unclear)
    expect(await keptPlugins()).toContainEqual(managed)
  }
  await applyPlugins([])
  expect(await keptPlugins()).toEqual([{ ...own, id: 'com.example.own' }])
  await dropPlugin({ ...own, id: 'com.example.own' })
})

test('go where the policy is gone for certain', async () => {
  await applyPlugins([meetText()])
  setPolicy(undefined)
  await applyPolicy(1_000_000)
  expect(await keptPlugins()).toEqual([managed])
  await applyPolicy(1_000_000 + 60_000)
  expect(await keptPlugins()).toEqual([])
})

test.each<[string, unknown, string]>([
  ['no JSON', '{', 'plugins[0]'],
  ['nothing', null, 'plugins[0]'],
  [
    'an address that is none',
    { ...meetFile, permissions: { open: ['javascript:*'] } },
    'plugins[0].permissions.open.0',
  ],
  ['Joinery’s own id', { ...meetFile, id: 'com.omnovia' }, 'plugins[0].id'],
  ['the demo’s id', { ...meetFile, id: 'example.joinery.demo' }, 'plugins[0].id'],
  ['1 MB', 'x'.repeat(1_000_000), 'plugins[0]'],
])('that are wrong are named by their path: %s', (_, plugin, path) => {
  const { plugins, faults } = policyIn({ plugins: [plugin, meetFile] })
  expect(faults).toEqual([path])
  expect(plugins).toEqual({ plugins: [{ id, text: meetText() }], areAll: false })
})

test('of one id are one', () => {
  expect(policyIn({ plugins: [meetFile, meetFile] })).toMatchObject({
    faults: ['plugins[1].id'],
    plugins: { areAll: false },
  })
})
