import { beforeEach, expect, test, vi } from 'vitest'
import { readShortcuts } from './holdings.ts'
import { pinned, setPins } from './pins.ts'
import { applyAccounts, idOf, northwind, startAnew } from './policy-fixture.ts'
import { saveShortcut } from './shortcuts.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))
vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }))

beforeEach(startAnew)

test('orders that are set faster than they are stored end in the last one', async () => {
  await applyAccounts({ ...northwind, targets: [] })
  const accountId = await idOf('Northwind')
  const [join, host] = await Promise.all(
    ['Join', 'Host'].map((name) => saveShortcut({ name, accountId, action: 'join', inPage: false })),
  )
  if (join === undefined || host === undefined) throw new Error('nothing was saved')
  const orders = [[join], [join, host], [host, join], [host], [host, join]]
  await Promise.all(orders.map(setPins))
  expect(pinned(await readShortcuts()).map(({ name }) => name)).toEqual(['Host', 'Join'])
})
