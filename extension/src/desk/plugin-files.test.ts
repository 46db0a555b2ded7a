/** Plugins from files that users choose. @module */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { addedPlugins, dropPlugin, keepPlugin, keptPlugins, loadAddedPlugins } from '../added-plugins.ts'
import { pluginById } from '../all-plugins.ts'
import { browser, setPolicy } from './browser-fixture.ts'
import { addPluginOffer, dropPluginFile, isNewer, readPluginOffer } from './plugin-files.ts'
import { meetFile, meetText } from './plugin-files-fixture.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))
vi.mock('#i18n', () => ({ i18n: { t: (key: string, values: readonly string[] = []) => [key, ...values].join(' ') } }))

const { id } = meetFile
const read = (text: string) => readPluginOffer(new Blob([text]))
const add = async (text = meetText()) => addPluginOffer(await read(text))

beforeEach(async () => {
  setPolicy({ companyName: 'Northwind' })
  await browser.storage.local.clear()
  await loadAddedPlugins()
  for (const { id, source } of await keptPlugins()) await dropPlugin({ id, source })
  await dropPlugin({ id, source: 'file' })
})

test('a file is looked at before anything is kept; what helps its author alone is never kept', async () => {
  const offer = await read(meetText({ examples: [{ name: 'joins' }] }))
  expect(offer.plugin.id).toBe(id)
  expect(offer.replaced).toBeUndefined()
  expect(await keptPlugins()).toEqual([])
  await addPluginOffer(offer)
  expect(await keptPlugins()).toEqual([{ id, source: 'file', data: meetText() }])
  expect(pluginById(id)?.actions).toHaveProperty('join')
})

test('a newer version takes the place of the older one, and no other does', async () => {
  await add(meetText({ version: '1.9.0' }))
  for (const version of ['1.9.0', '1.8.9', '0.10.0']) {
    await expect(read(meetText({ version }))).rejects.toMatchObject({ code: 'conflict', field: 'version' })
  }
  const offer = await read(meetText({ version: '1.10.0' }))
  expect(offer.replaced?.version).toBe('1.9.0')
  await addPluginOffer(offer)
  expect(addedPlugins().map(({ version }) => version)).toEqual(['1.10.0'])
})

test.each([
  ['Joinery’s own plugin', 'com.omnovia'],
  ['the demo', 'example.joinery.demo'],
])('the id of %s is not taken', async (_, taken) => {
  await expect(read(meetText({ id: taken }))).rejects.toMatchObject({ code: 'conflict', field: 'id' })
  expect(await keptPlugins()).toEqual([])
})

test('what the organisation set up is neither replaced nor dropped', async () => {
  await keepPlugin({ id, source: 'policy', data: meetText() })
  await expect(read(meetText({ version: '2.0.0' }))).rejects.toMatchObject({ code: 'conflict', field: 'id' })
  await expect(dropPluginFile(id, [])).rejects.toMatchObject({ code: 'not-permitted' })
  expect(await keptPlugins()).toHaveLength(1)
})

test('where the organisation allows no further accounts, nothing is added', async () => {
  const offer = await read(meetText())
  setPolicy({ allowAddingAccounts: false })
  await expect(addPluginOffer(offer)).rejects.toMatchObject({ code: 'not-permitted' })
  expect(await keptPlugins()).toEqual([])
})

test('a plugin that accounts use is not dropped', async () => {
  await add()
  await expect(dropPluginFile(id, [{ pluginId: id }])).rejects.toMatchObject({ code: 'conflict' })
  expect(addedPlugins()).toHaveLength(1)
  await dropPluginFile(id, [{ pluginId: 'com.omnovia' }])
  expect(addedPlugins()).toEqual([])
})

test('of a huge file no more is read than shows that it is', async () => {
  const file = new Blob([meetText({ name: 'x'.repeat(1_000_000) })])
  const slice = vi.spyOn(file, 'slice')
  await expect(readPluginOffer(file)).rejects.toThrow('64 kB')
  expect(slice).toHaveBeenCalledWith(0, 64 * 1024 + 1)
})

describe('of two versions', () => {
  test.each([
    ['1.0.1', '1.0.0', true],
    ['1.0.0', '1.0.0', false],
    ['1.10.0', '1.9.9', true],
    ['2.0.0', '10.0.0', false],
    ['0.9.9', '1.0.0', false],
  ])('%s is newer than %s: %s', (version, than, expected) => {
    expect(isNewer(version, than)).toBe(expected)
  })
})
