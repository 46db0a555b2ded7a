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

/** A plugin with a field of every type but secrets, which shows what it got. */
const EVERY_TYPE = `import { definePlugin } from '@joinery/sdk'
export default definePlugin({
  api: 1, id: 'example.types', name: 'Types', version: '1.0.0', permissions: {},
  account: {
    lines: { type: 'text', label: 'Lines', multiline: true },
    count: { type: 'number', label: 'Count' },
    choice: { type: 'choice', label: 'Choice', options: { a: 'A', b: 'B', c: 'C' } },
    only: { type: 'text', label: 'Only', optional: true, when: { choice: ['a', 'c'] } },
    yes: { type: 'boolean', label: 'Yes' },
    mail: { type: 'email', label: 'Mail' },
    site: { type: 'url', label: 'Site' },
    day: { type: 'datetime', label: 'Day' },
    file: { type: 'file', label: 'File', accept: ['.csv'] },
    people: { type: 'list', label: 'People', fields: { name: { type: 'text', label: 'Name' } } },
  },
  actions: ({ link }) => ({
    show: link({
      label: 'Show', for: 'me', on: 'account',
      build: ({ account }) => ({ type: 'done', message: JSON.stringify(account) }),
    }),
  }),
})`

const ENDLESS = `import { definePlugin } from '@joinery/sdk'
export default definePlugin({
  api: 1, id: 'example.endless', name: 'Endless', version: '1.0.0', permissions: {}, account: {},
  actions: ({ task }) => ({ wait: task({ label: 'Wait', for: 'me', on: 'account', run: () => new Promise(() => {}) }) }),
})`

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

test('a task that takes too long is stopped, and may be run again', async () => {
  const card = '[aria-labelledby="action.wait"]'
  plugin.save('index.ts', ENDLESS)
  await expect.poll(() => textOf(`${card} h2`)).toBe('Wait')
  await page.click(`${card} button.primary`)
  await page.click(`${card} button.stop`)
  await expect.poll(() => textOf(`${card} .refusal`)).toContain('It was stopped')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Run')
  await page.click(`${card} button.primary`)
  await page.click(`${card} button.stop`)
  plugin.change('', '')
  await expect.poll(link).toContain('room=kitchen')
})

test('fields of every type are filled in, and reach the plugin as what they are', async () => {
  plugin.save('index.ts', EVERY_TYPE)
  await expect.poll(() => textOf('[aria-labelledby="action.show"] h2')).toBe('Show')
  await page.fill('[id="account.lines"]', 'one\ntwo')
  await page.fill('[id="account.count"]', '7')
  await page.select('[id="account.choice"]', 'b')
  await page.click('[id="account.yes"]')
  await page.fill('[id="account.mail"]', 'ada@example.com')
  await page.fill('[id="account.site"]', 'https://meet.example/')
  await page.click('[id="account.people"]')
  await page.fill('[id="account.people.0.name"]', 'Zoë')
  await page.evaluate(() => {
    const day = document.querySelector<HTMLInputElement>('[id="account.day"]')
    const file = document.querySelector<HTMLInputElement>('[id="account.file"]')
    if (day === null || file === null) throw new Error('A field is missing.')
    day.value = '2026-05-06T07:08:09'
    day.dispatchEvent(new Event('input'))
    const chosen = new DataTransfer()
    chosen.items.add(new File(['a;b'], 'list.csv'))
    file.files = chosen.files
    file.dispatchEvent(new Event('change'))
  })
  const shown = async () => JSON.parse((await textOf('[aria-labelledby="action.show"] dd')) || '{}')
  await expect.poll(shown).toEqual({
    lines: 'one\ntwo',
    count: 7,
    choice: 'b',
    yes: true,
    mail: 'ada@example.com',
    site: 'https://meet.example/',
    people: [{ name: 'Zoë' }],
    day: await page.evaluate(() => new Date('2026-05-06T07:08:09').getTime()),
    file: { name: 'list.csv', text: 'a;b' },
  })
  expect(await page.evaluate(() => document.querySelector<HTMLElement>('[id="account.only"]')?.checkVisibility())).toBe(
    false,
  )
  await page.select('[id="account.choice"]', 'a')
  expect(await page.evaluate(() => document.querySelector<HTMLElement>('[id="account.only"]')?.checkVisibility())).toBe(
    true,
  )
  plugin.change("label: 'Room', pattern", "label: 'Hall', pattern")
  await expect.poll(link).toContain('room=kitchen')
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
