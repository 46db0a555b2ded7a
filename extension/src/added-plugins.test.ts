/** What is kept of plugins that came later. @module */
import { beforeEach, expect, test, vi } from 'vitest'
import {
  addedPlugins,
  dropPlugin,
  followAddedPlugins,
  keepPlugin,
  keptPlugins,
  loadAddedPlugins,
} from './added-plugins.ts'
import { browser } from './desk/browser-fixture.ts'

vi.mock('wxt/browser', () => import('./desk/browser-fixture.ts'))
vi.mock('#i18n', () => ({ i18n: { t: (key: string, values: readonly string[] = []) => [key, ...values].join(' ') } }))

const one = { id: 'org.one', source: 'file', data: { version: '1.0.0' } } as const

beforeEach(() => browser.storage.local.clear())

test('a plugin takes the place of the one that had its id and source, and is dropped by both', async () => {
  await keepPlugin(one)
  await keepPlugin({ ...one, id: 'org.other' })
  const newer = { ...one, data: { version: '1.1.0' } }
  await keepPlugin(newer)
  expect(await keptPlugins()).toEqual([{ ...one, id: 'org.other' }, newer])
  await dropPlugin({ ...one, source: 'companion' })
  expect(await keptPlugins()).toHaveLength(2)
  await dropPlugin(one)
  expect(await keptPlugins()).toEqual([{ ...one, id: 'org.other' }])
})

test.each([
  ['Joinery’s own', { ...one, id: 'com.omnovia' }],
  ['of another source', { ...one, source: 'companion' } as const],
])('the id of a plugin that is %s is not taken', async (_, added) => {
  await keepPlugin(one)
  await expect(keepPlugin(added)).rejects.toMatchObject({ code: 'conflict' })
  expect(await keptPlugins()).toEqual([one])
})

test('what no plugin can be made of is kept, and is none', async () => {
  const odd = { ...one, source: 'of-a-later-version' }
  await browser.storage.local.set({ addedPlugins: [odd] })
  await loadAddedPlugins()
  expect(addedPlugins()).toEqual([])
  await keepPlugin({ ...one, id: 'org.other' })
  expect(await keptPlugins()).toContainEqual(odd)
})

test('whoever follows hears of each change', async () => {
  const heard = vi.fn()
  followAddedPlugins(heard)
  await keepPlugin(one)
  expect(heard).toHaveBeenCalledTimes(1)
  await browser.storage.local.set({ other: 1 })
  expect(heard).toHaveBeenCalledTimes(1)
})
