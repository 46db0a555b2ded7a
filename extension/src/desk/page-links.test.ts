import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { saveAccount } from './accounts.ts'
import { readAccounts, removeRecord } from './holdings.ts'
import { linkButtons, pageLinks } from './page-links.ts'
import { startAnew } from './policy-fixture.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))
vi.mock('#i18n', () => ({ i18n: { t: (key: string) => (key === 'language' ? 'en' : key) } }))

beforeAll(startAnew)
beforeEach(async () => {
  for (const { id } of await readAccounts()) await removeRecord(id)
})

const room = (name: string, companyId: string) =>
  saveAccount({ pluginId: 'com.omnovia', name, settings: { companyId, companyPass: 'canary-Xq7' } })
const sessions = (name: string, programUrl: string) =>
  saveAccount({ pluginId: 'com.netviewer', name, settings: { programUrl } })
const namesAt = async (part: string) =>
  (await pageLinks())
    .filter(({ selector }) => selector.includes(part))
    .map(({ buttons }) => buttons.map((one) => one.name))

test('without accounts there is nothing to look for', async () => {
  expect(await pageLinks()).toEqual([])
})

test('one account is joined by one button at all kinds of its links', async () => {
  await room('Northwind', '4711')
  expect(await namesAt('omnovia')).toEqual([['Join']])
  expect(await namesAt('webinato')).toEqual([])
  const [first] = await pageLinks()
  expect(first?.buttons).toEqual([
    { shortcutId: expect.stringMatching(/^[0-9a-f]{32}$/), name: 'Join', icon: 'join', needs: [] },
  ])
})

test('several accounts have a button each, which names it', async () => {
  await room('Northwind', '4711')
  await room('Contoso', '4712')
  expect(await namesAt('roomlogin')).toEqual([['Join · Northwind', 'Join · Contoso']])
})

test("a link to an account's own server is for that account, and is looked for first", async () => {
  await sessions('Northwind', 'https://get.netviewer.com/o2m/get_o2m.php')
  await sessions('Contoso', 'https://meet.example.com/start')
  expect(await namesAt('')).toEqual([['Join'], ['Join'], ['Join · Northwind', 'Join · Contoso']])
  const [first, second] = await pageLinks()
  expect([first?.selector, second?.selector]).toEqual([
    'a:is([href^="https://get.netviewer.com/o2m/get_o2m.php" i])',
    'a:is([href^="https://meet.example.com/start" i])',
  ])
})

test('a device is controlled, and nothing else is offered beside its links', async () => {
  await saveAccount({
    pluginId: 'com.teamviewer.reach',
    name: 'Northwind',
    settings: { tenantId: 't0001', token: 'canary-Xq7' },
  })
  expect(await namesAt('teamviewer')).toEqual([['Remote control']])
})

test('pages are told no id, no secret and no setting', async () => {
  // So long that no random id has them by chance.
  const ids = [await room('Northwind', '47114711'), await room('Contoso', '47124712')]
  const told = JSON.stringify(await pageLinks())
  for (const kept of [...ids, '47114711', '47124712', 'canary-Xq7', 'com.omnovia']) expect(told).not.toContain(kept)
})

test('a button keeps its id when accounts come and go, and no two have the same', async () => {
  await room('Northwind', '4711')
  const [before] = await linkButtons()
  await room('Contoso', '4712')
  const after = await linkButtons()
  expect(after.find(({ account }) => account.name === 'Northwind')?.id).toBe(before?.id)
  expect(new Set(after.map(({ id }) => id)).size).toBe(2)
})
