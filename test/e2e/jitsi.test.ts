/** Jitsi Meet: an account with a private key is set up by the form, Join enters as moderator, Invite hands out a guest's link that works. @module */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { keyServer } from '../vendors/jitsi/deployment.ts'
import { type JitsiVendor, startJitsi } from '../vendors/jitsi/server.ts'
import { clickButton, noteText, waitForButtons, waitForState } from './buttons.ts'
import { input, openSection, saveForm, saveInVain } from './own-pages.ts'
import { enableSite, makeVault, me, openStage, type Stage, saveMe } from './stage.ts'

const HOST = 'meet.example.com'
const setup = keyServer(HOST, 'joinery', 'joinery/2023')
const PRIVATE_KEY = String(setup.settings.privateKey)

let stage: Stage
let desk: Page
let crm: Page
let vendor: JitsiVendor

beforeAll(async () => {
  const start: (certificate: Parameters<typeof startJitsi>[1]) => Promise<JitsiVendor> = async (certificate) => {
    vendor = await startJitsi([setup.deployment], certificate)
    return vendor
  }
  stage = await openStage(inject('browser'), { servers: [{ hosts: [HOST], start }] })
  desk = stage.desk
  await makeVault(stage)
  await saveMe(stage, me)
  await enableSite(stage, stage.crm.origin)
})
afterAll(() => stage?.close())

test('the account asks for what its way of signing needs, and keeps the key to itself', async () => {
  await openSection(desk, 'accounts')
  await desk.click('a[href="#accounts/new"]')
  await desk.select(input('vendor'), 'org.jitsi')
  await desk.fill(input('name'), 'Northwind')
  await desk.fill(input('server'), `https://${HOST}`)
  expect(await desk.evaluate(() => document.querySelectorAll('[id$=".appId"], [id$=".privateKey"]').length)).toBe(0)
  await desk.select(input('authentication'), 'token')
  await desk.select(input('algorithm'), 'RS256')
  expect((await saveInVain(desk, 'appId')).description).toMatch(/^App ID is missing\. /)
  await desk.fill(input('appId'), 'joinery')
  await desk.fill(input('keyId'), 'joinery/2023')
  expect((await saveInVain(desk, 'privateKey')).description).toMatch(/^Private key is missing\. /)
  await desk.fill(input('privateKey'), PRIVATE_KEY)
  await saveForm(desk)
  const read = JSON.stringify(await stage.send('desk.read', {}))
  expect(read).toContain('joinery/2023')
  expect(read).not.toContain(PRIVATE_KEY.split('\n')[1])
})

test('a room comes with its shortcuts', async () => {
  await openSection(desk, 'targets')
  await desk.click('a[href="#targets/new"]')
  await desk.fill(input('label'), 'Support')
  await desk.fill(input('room'), 'North/wind')
  expect((await saveInVain(desk, 'room')).description).toMatch(/^Room name: without : \? #/)
  await desk.fill(input('room'), 'Northwind Süd')
  await desk.select(input('prejoin'), 'skip')
  await saveForm(desk)
  crm = await stage.session.open(`${stage.crm.origin}/contacts/c-1002`)
  const buttons = await waitForButtons(crm, 2)
  expect(buttons.map(({ label }) => label)).toEqual(['Join Support', 'Invite Support'])
})

test('Join enters the room as moderator, and the page of the CRM learns nothing of the token', async () => {
  await clickButton(crm, 'Join Support')
  const room = await stage.session.waitForPage((url) => url.startsWith(`https://${HOST}/`))
  await room.waitFor(() => document.querySelector('h1')?.textContent !== 'Connecting')
  expect(await textOf(room, 'h1')).toBe('Joe Smith is in northwind%20s%c3%bcd as moderator')
  expect(await textOf(room, '#parameters')).toBe('{"config.prejoinConfig.enabled":false}')
  expect(await room.evaluate(() => [document.referrer, window.opener])).toEqual(['', null])
  expect(vendor.visits.at(-1)).toMatchObject({ entry: { host: HOST, user: { name: 'Joe Smith', email: me.email } } })
  await room.close()
  await waitForState(crm, 'Join Support', 'done')
  expect(await crm.evaluate(() => document.documentElement.outerHTML)).not.toMatch(/jwt|eyJ/)
})

test('Invite copies the contact’s own link; it lets her in, by her name, and not as moderator', async () => {
  const before = vendor.requests.length
  await clickButton(crm, 'Invite Support')
  await waitForState(crm, 'Invite Support', 'done')
  const link = await stage.session.clipboardText()
  expect(vendor.requests).toHaveLength(before)
  const room = await stage.session.open(link)
  await room.waitFor(() => document.querySelector('h1')?.textContent !== 'Connecting')
  expect(await textOf(room, 'h1')).toBe('Jane Doe is in northwind%20s%c3%bcd as member')
  await room.close()
})

test('a key that is none is told at its field’s name, nothing opens, and the journal holds no link', async () => {
  const { accounts } = (await stage.send('desk.read', {})) as {
    readonly accounts: readonly { readonly id: string }[]
  }
  const before = vendor.requests.length
  await desk.goto(`${stage.session.extensionOrigin}/options.html#accounts/${accounts[0]?.id}`)
  await desk.click(`button${input('privateKey')}`)
  await desk.fill(`textarea${input('privateKey')}`, PRIVATE_KEY.slice(0, 400))
  await saveForm(desk)
  await clickButton(crm, 'Join Support')
  expect(await noteText(crm)).toMatch(/^The private key is not a whole RSA key .*PKCS#8/)
  expect(vendor.requests).toHaveLength(before)
  const journal = JSON.stringify(await stage.send('journal.read', { text: '', limit: 100 }))
  expect(journal).toContain('invalid')
  expect(journal).not.toMatch(/jwt|eyJ|meet\.example/)
})

async function textOf(page: Page, selector: string): Promise<string> {
  return await page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector)
}
