/** A plugin without code: its file is looked at and added in the settings, an account and a room are set up, its button opens the right page. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import type { Certificate } from '../certificates.ts'
import { ALL_RULES, violations } from './axe.ts'
import { clickButton, waitForButtons, waitForState } from './buttons.ts'
import { chooseFile } from './files.ts'
import { extensionApi, input, openSection, saveForm } from './own-pages.ts'
import { enableSite, makeVault, me, openStage, type Stage, saveMe } from './stage.ts'

const HOST = 'meet.example.com'
const IMPORT = '[data-name="import-plugin"]'
const CARD = '[aria-labelledby="plugin-com.mirotalk.p2p"]'
const file = JSON.parse(
  readFileSync(new URL('../../sdk/examples/declarative/mirotalk.plugin.json', import.meta.url), 'utf8'),
)

let stage: Stage
let desk: Page
let crm: Page

beforeAll(async () => {
  stage = await openStage(inject('browser'), { servers: [{ hosts: [HOST], start: startPages }] })
  desk = stage.desk
  await makeVault(stage)
  await saveMe(stage, me)
  await enableSite(stage, stage.crm.origin)
  await openSection(desk, 'plugins')
})
afterAll(() => stage?.close())

/** A vendor whose pages are all alike. */
async function startPages({ key, cert }: Certificate) {
  const server = createServer({ key, cert }, (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Room</title><h1>Room</h1>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function choose(plugin: object): Promise<void> {
  await chooseFile(desk, `${IMPORT} input[type="file"]`, 'meet.plugin.json', JSON.stringify(plugin))
}

/** The text of an element that is or comes there. */
async function textOf(selector: string): Promise<string> {
  await desk.waitFor((wanted) => document.querySelector(wanted) !== null, selector)
  return desk.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector)
}

async function kept(): Promise<readonly { readonly id: string; readonly data: string }[]> {
  const stored = (await extensionApi(desk, 'storage.local', 'get', { addedPlugins: [] })) as { addedPlugins: never }
  return stored.addedPlugins
}

/** Waits until the form says this of the file. */
async function waitForProblem(sentence: string): Promise<void> {
  await desk.waitFor(
    ([form, wanted]) => document.querySelector(`${form} .message-problem`)?.textContent?.includes(String(wanted)),
    [IMPORT, sentence],
  )
}

test.each([
  [
    'a script',
    { actions: { ...file.actions, join: { ...file.actions.join, url: 'javascript:alert(1)//' } } },
    'actions.join.url must',
  ],
  ['an app that is not known', { permissions: { open: ['ms-msdt:*'] } }, 'permissions.open.0 must'],
  ['an expression', { account: { server: { ...file.account.server, pattern: '(a+)+' } } }, 'account.server.pattern: '],
  ['the id of one of Joinery’s own', { id: 'com.omnovia' }, '“com.omnovia” is the id of another plugin'],
  ['too much', { name: 'x'.repeat(1_000_000) }, '64 kB'],
])('a file with %s is refused, its fault named, and nothing is changed', async (_, parts, sentence) => {
  await choose({ ...file, ...parts })
  await waitForProblem(sentence)
  expect(await kept()).toEqual([])
})

test('what a file says of itself is shown before it is added', async () => {
  await choose({ ...file, examples: [] })
  const preview = await textOf(`form${IMPORT}`)
  for (const part of ['MiroTalk P2P', 'Id: com.mirotalk.p2p', 'Version 1.0.0']) expect(preview).toContain(part)
  expect(preview).toContain('Open pages at the address that your account names (“Server”)')
  expect(preview).toContain('It calls no server.')
  expect(await violations(desk, ALL_RULES)).toEqual([])
  expect(await kept()).toEqual([])
  await desk.click(`${IMPORT} button[type="submit"]`)
  expect(await textOf('.message-done')).toContain('“MiroTalk P2P” was added.')
  const { $schema, ...shipped } = file
  expect((await kept()).map(({ id, data }) => [id, JSON.parse(data)])).toEqual([[file.id, shipped]])
  expect(await textOf(CARD)).toContain('From a file that was added here.')
})

test('an account and a room are set up by its forms', async () => {
  await openSection(desk, 'accounts')
  await desk.click('a[href="#accounts/new"]')
  await desk.select(input('vendor'), file.id)
  await desk.fill(input('name'), 'Our rooms')
  await desk.fill(input('server'), `https://${HOST}/`)
  await saveForm(desk)
  await openSection(desk, 'targets')
  await desk.click('a[href="#targets/new"]')
  await desk.fill(input('room'), 'R&D ../1')
  await desk.select(input('video'), '0')
  await saveForm(desk)
})

test('its button opens the right page, every value in its place', async () => {
  crm = await stage.session.open(`${stage.crm.origin}/contacts/c-1002`)
  const buttons = await waitForButtons(crm, 2)
  expect(buttons.map(({ label }) => label)).toEqual(['Join R&D ../1', 'Invite R&D ../1'])
  await clickButton(crm, 'Join R&D ../1')
  const room = await stage.session.waitForPage((url) => url.startsWith(`https://${HOST}/`))
  expect(await room.evaluate(() => location.href)).toBe(
    `https://${HOST}/join?room=R%26D%20..%2F1&name=Joe%20Smith&video=0&notify=0`,
  )
  await room.close()
  await waitForState(crm, 'Join R&D ../1', 'done')
})

test('an older version is refused; of a newer one it is shown what it may do more', async () => {
  await openSection(desk, 'plugins')
  await choose(file)
  await waitForProblem('is here already, in version 1.0.0')
  const open = [...file.permissions.open, 'https://www.example.com/*']
  const page = { label: 'Help', for: 'me', on: 'account', opens: 'tab', url: 'https://www.example.com/help' }
  await choose({ ...file, version: '1.1.0', permissions: { open }, actions: { ...file.actions, help: page } })
  expect(await textOf(`${IMPORT} .plugin-growth`)).toBe(
    'It may do more than version 1.0.0:Open pages of www.example.com',
  )
  expect(await violations(desk, ALL_RULES)).toEqual([])
  await desk.click(`${IMPORT} button[type="submit"]`)
  await desk.waitFor((card) => document.querySelector(card)?.textContent?.includes('Version 1.1.0'), CARD)
  expect(await kept()).toHaveLength(1)
})

test('it is removed once no account uses it', async () => {
  expect(await textOf(CARD)).toContain('To remove it, remove the accounts that use it first.')
  expect(await desk.evaluate((card) => document.querySelectorAll(`${card} button`).length, CARD)).toBe(0)
  const { accounts } = (await stage.send('desk.read', {})) as { readonly accounts: readonly { readonly id: string }[] }
  for (const { id } of accounts) await stage.send('desk.remove', { id })
  await desk.reload()
  await desk.waitFor((card) => document.querySelector(`${card} button`) !== null, CARD)
  await desk.click(`${CARD} button`)
  await desk.click('dialog .button-danger')
  await desk.waitFor((card) => document.querySelector(card) === null, CARD)
  expect(await kept()).toEqual([])
})
