/** The workbench in a browser: what is typed shows at once, stays through a save of the plugin, and is told at its field. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type PluginFolder, pluginFolder } from '../../sdk/src/workbench/plugin-folder.ts'
import { openWorkbench, type Workbench } from '../../sdk/src/workbench/server.ts'
import { launch, type Page, type Session } from '../browsers/session.ts'
import { writeExtension } from '../browsers/session-fixture.ts'
import { makeTemporaryFolder, removeTemporaryFolder } from '../browsers/temporary.ts'
import { ALL_RULES, violations } from './axe.ts'

const SECRET = 'correct horse battery'
const KEY = '[id="account.key"]'
const ROOM = '[id="target.room"]'

let folder: string
let plugin: PluginFolder
let bench: Workbench
let session: Session
let page: Page

beforeAll(async () => {
  folder = makeTemporaryFolder('workbench')
  const extensionDirectory = join(folder, 'extension')
  writeExtension(extensionDirectory, inject('browser'))
  plugin = pluginFolder()
  bench = await openWorkbench({ name: '.', folder: plugin.path, live: false })
  session = await launch(inject('browser'), { extensionDirectory, hosts: {}, certificate: { spkiHash: '' } })
  page = await session.open(bench.address)
})
afterAll(async () => {
  await session?.close()
  await bench?.[Symbol.asyncDispose]()
  plugin?.[Symbol.dispose]()
  await removeTemporaryFolder(folder)
})

const textOf = (selector: string) =>
  page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector)
const typedIn = (selector: string) =>
  page.evaluate((wanted) => document.querySelector<HTMLInputElement>(wanted)?.value, selector)
const link = () => textOf('[aria-labelledby="action.join"] .link')

test('an outcome follows what is typed, and its pieces say what they come from', async () => {
  await expect.poll(() => typedIn(ROOM)).toBe('lobby')
  await page.fill('[id="me.firstName"]', 'Zoë')
  await page.fill(KEY, SECRET)
  await page.fill(ROOM, 'kitchen')
  await expect.poll(link).toMatch(/^https:\/\/meet\.example\/join\?room=kitchen&name=Zo%C3%AB&signed=[0-9a-f]{64}$/)
  expect(await textOf('[aria-labelledby="action.join"] .from-target')).toBe('kitchen')
  expect(await textOf('[aria-labelledby="action.join"] .sources')).toContain('Account: Key (in a signature)')
})

test('an error stands at its field, and goes with its reason', async () => {
  await page.fill(ROOM, 'R2')
  await expect.poll(() => textOf('[id="target.room-error"]')).toContain('Room')
  expect(await page.evaluate(() => document.querySelector('[id="target.room"]')?.getAttribute('aria-invalid'))).toBe(
    'true',
  )
  await page.fill(ROOM, 'kitchen')
  await expect.poll(() => textOf('[id="target.room-error"]')).toBe('')
  await expect.poll(link).toContain('room=kitchen')
})

test('a save shows at once, and what was typed stays: the secret, and the focus', async () => {
  await page.click(KEY)
  plugin.change("label: 'Room', pattern", "label: 'Hall', pattern")
  plugin.save('page.ts', "export const PAGE = 'https://meet.example/enter'\n")
  await expect.poll(link).toMatch(/^https:\/\/meet\.example\/enter\?room=kitchen&name=Zo%C3%AB/)
  expect(await textOf('label[for="target.room"]')).toBe('Hall')
  expect([await typedIn(KEY), await typedIn(ROOM)]).toEqual([SECRET, 'kitchen'])
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('account.key')
})

test('a task gets the reply that was written, and shows its request without the secret', async () => {
  await page.fill('[id="reply.book.0.body"]', 'written here')
  await page.click('[aria-labelledby="action.book"] button.primary')
  await expect.poll(() => textOf('[aria-labelledby="action.book"] .outcome')).toContain('written here')
  expect(await textOf('[aria-labelledby="action.book"] .request')).toContain('authorization: Bearer [secret]')
  expect(await textOf('body')).not.toContain(SECRET)
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
})

test('the checks stand beside it, each with its page, and nothing is cut off on a narrow screen', async () => {
  await expect.poll(() => textOf('#checks')).toContain('golden-examples')
  const ids = await page.evaluate(() =>
    Array.from(document.querySelectorAll('.checks a'), (each) => each.getAttribute('href')),
  )
  expect(ids).toContain('checks/pure')
  await page.setViewport(320, 700)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

test('everybody can use it, by light and by dark', async () => {
  await page.setViewport(1280, 800)
  await page.fill(ROOM, 'R2')
  await expect.poll(() => textOf('[id="target.room-error"]')).toContain('Hall')
  expect(await violations(page, ALL_RULES)).toEqual([])
  await page.emulateColours?.({ scheme: 'dark' })
  expect(await violations(page, ALL_RULES)).toEqual([])
})
