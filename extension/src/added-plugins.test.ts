/** What is kept of plugins that came later. @module */
import { beforeEach, expect, test, vi } from 'vitest'
import {
  addedPlugins,
  dropPlugin,
  followAddedPlugins,
  keepPlugin,
  keptPlugins,
  loadAddedPlugins,
  sourceOf,
} from './added-plugins.ts'
import { browser } from './desk/browser-fixture.ts'

vi.mock('wxt/browser', () => import('./desk/browser-fixture.ts'))
vi.mock('#i18n', () => ({ i18n: { t: (key: string, values: readonly string[] = []) => [key, ...values].join(' ') } }))

/** The text of a plugin file. */
const textOf = (id: string, version: string) => {
  const permissions = { open: ['https://one.example/*'] }
  const open = { label: 'Open', for: 'me', on: 'account', opens: 'tab', url: 'https://one.example/' }
  return JSON.stringify({ joinery: 1, id, name: 'One', version, permissions, actions: { open } })
}
const one = { id: 'org.one', source: 'file', data: textOf('org.one', '1.0.0') } as const

beforeEach(async () => {
  await browser.storage.local.clear()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

test.each(['file', 'policy'] as const)(
  'a plugin of a %s is made of its text, and known by its source',
  async (source) => {
    await keepPlugin({ ...one, source })
    expect(addedPlugins()).toMatchObject([{ id: 'org.one', version: '1.0.0' }])
    expect(sourceOf('org.one')).toBe(source)
    expect(sourceOf('com.omnovia')).toBeUndefined()
  },
)

test('a plugin takes the place of the one that had its id and source, and is dropped by both', async () => {
  await keepPlugin(one)
  await keepPlugin({ ...one, id: 'org.other' })
  const newer = { ...one, data: textOf('org.one', '1.1.0') }
  await keepPlugin(newer)
  expect(await keptPlugins()).toEqual([{ ...one, id: 'org.other' }, newer])
  await dropPlugin({ ...one, source: 'companion' })
  expect(await keptPlugins()).toHaveLength(2)
  await dropPlugin(one)
  expect(await keptPlugins()).toEqual([{ ...one, id: 'org.other' }])
})

test.each([
  ['Joinery’s own', { ...one, id: 'com.omnovia' }],
  ['the demo', { ...one, id: 'example.joinery.demo' }],
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
