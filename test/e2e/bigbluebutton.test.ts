/** BigBlueButton: an account in the options, buttons in a CRM page, and the room behind them. @module */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { patternOf } from '../../extension/src/sites/pattern.ts'
import type { Page } from '../browsers/session.ts'
import { type BigBlueButton, startBigBlueButton } from '../vendors/bigbluebutton/bigbluebutton.ts'
import { endingOf, openAction, runAction, submitAndAgree } from './action-forms.ts'
import { clickButton, noteText, waitForButtons, waitForState } from './buttons.ts'
import { input, saveForm } from './own-pages.ts'
import { enableSite, makeVault, me, openStage, type Stage, save } from './stage.ts'

const HOST = 'bbb.example.com'
const MEETING_ID = 'support-desk'

let server: BigBlueButton
let stage: Stage
let accountId: string
let targetId: string
let contact: Page

beforeAll(async () => {
  const start = async (certificate: { readonly key: string; readonly cert: string }) => {
    server = await startBigBlueButton({ certificate })
    return server
  }
  stage = await openStage(inject('browser'), { servers: [{ hosts: [HOST], start }] })
  await makeVault(stage)
  await save(stage, 'desk.saveMe', { person: me })
  await enableSite(stage, stage.crm.origin)
})
afterAll(() => stage?.close())

/** Fills in the secret on the account's form, and saves. */
async function enterSecret(secret: string): Promise<void> {
  await stage.desk.fill(input('secret'), secret)
  await saveForm(stage.desk)
}

test('an account is made in the options, and its connection tested there', async () => {
  const { desk, session } = stage
  await session.allowGrants([patternOf(`https://${HOST}`)])
  await desk.goto(`${session.extensionOrigin}/options.html#accounts/new`)
  await desk.select(input('vendor'), 'org.bigbluebutton')
  await desk.fill(input('name'), 'Northwind')
  await desk.fill(input('server'), `https://${HOST}/bigbluebutton/`)
  await enterSecret(server.secret)
  const { accounts } = (await stage.send('desk.read', {})) as { readonly accounts: readonly { readonly id: string }[] }
  accountId = accounts[0]?.id ?? ''
  await desk.goto(`${session.extensionOrigin}/options.html#accounts/${accountId}`)
  await desk.click('.connection button')
  await desk.waitFor(() =>
    document.querySelector('.connection')?.textContent?.includes('The server accepts the shared secret.'),
  )
})

test('Join in the CRM page starts the meeting, and opens it as moderator', async () => {
  targetId = await save(stage, 'desk.saveTarget', { accountId, fields: { label: 'Support', meetingId: MEETING_ID } })
  for (const [name, action] of [
    ['Join', 'join'],
    ['Invite', 'invite'],
  ]) {
    await save(stage, 'desk.saveShortcut', { name, action, accountId, targetId, inPage: true })
  }
  contact = await stage.session.open(`${stage.crm.origin}/contacts/c-1002`)
  await waitForButtons(contact, 2)
  await clickButton(contact, 'Join')
  const room = await roomSaying('Joe Smith is in Support as MODERATOR')
  expect(await room.evaluate(() => [document.referrer, window.opener])).toEqual(['', null])
  await room.close()
  await waitForState(contact, 'Join', 'done')
  expect(server.meeting(MEETING_ID)?.joined).toMatchObject([{ role: 'MODERATOR', userId: 'joe@smith.com' }])
})

test('Invite copies the contact’s link without a call, and the link leads in as viewer', async () => {
  const before = server.requests.all.length
  await clickButton(contact, 'Invite')
  await waitForState(contact, 'Invite', 'done')
  const link = await stage.session.clipboardText()
  expect(link).toMatch(
    /^https:\/\/bbb\.example\.com\/bigbluebutton\/api\/join\?fullName=Jane%20Doe&meetingID=support-desk&role=VIEWER&checksum=[0-9a-f]{64}$/,
  )
  expect(server.requests.all).toHaveLength(before)
  const guest = await stage.session.open(link)
  await guest.waitFor(() => document.querySelector('h1')?.textContent === 'Jane Doe is in Support as VIEWER')
  await guest.close()
})

test('whether it is running, its recordings and its end are a form away', async () => {
  const form = { ...stage, accountId }
  await openAction(form, 'running', targetId)
  expect(await runAction(stage.desk)).toContain('The meeting is running.')
  const url = `https://${HOST}/playback/presentation/2.3/a-1`
  server.addRecording({
    meetingId: MEETING_ID,
    name: 'Support & more',
    startTime: Date.UTC(2026, 0, 5, 9),
    endTime: Date.UTC(2026, 0, 5, 9, 30),
    state: 'published',
    participants: 2,
    formats: [{ type: 'presentation', url }],
  })
  await openAction(form, 'recordings', targetId)
  expect(await runAction(stage.desk)).toContain('1 row')
  const cells = () => [...document.querySelectorAll('.table tbody td')].map((cell) => cell.textContent)
  expect(await stage.desk.evaluate(cells)).toEqual([
    'Support & more',
    '2026-01-05 09:00 UTC',
    '30',
    'published',
    '2',
    'presentation',
    url,
  ])
  await openAction(form, 'end', targetId)
  await stage.desk.click('form button[type="submit"]')
  await stage.desk.waitFor(() => document.querySelector('dialog[open] h2') !== null)
  expect(await stage.desk.evaluate(() => document.querySelector('dialog[open]')?.textContent)).toContain(
    'End the meeting: Support?Everybody is put out of the meeting at once.',
  )
  await stage.desk.click('dialog[open] .button:not(.button-danger)')
  await stage.desk.waitFor(() => document.querySelector('dialog[open]') === null)
  expect(server.requests.of('end')).toEqual([])
  await submitAndAgree(stage.desk)
  expect(await endingOf(stage.desk)).toContain('The meeting is being ended')
  expect(server.meeting(MEETING_ID)?.isEnded).toBe(true)
})

test('a wrong secret is told in the page and in the options, and stands in neither', async () => {
  const { desk, session } = stage
  const wrong = `${server.secret.slice(1)}x`
  await desk.goto('about:blank')
  await desk.goto(`${session.extensionOrigin}/options.html#accounts/${accountId}`)
  // A stored secret is not shown, only replaced.
  await desk.click(`button${input('secret')}`)
  await desk.waitFor((selector) => document.querySelector(selector) !== null, `input${input('secret')}`)
  await enterSecret(wrong)
  const before = server.requests.of('join').length
  await clickButton(contact, 'Join')
  await waitForState(contact, 'Join', 'error')
  expect(await noteText(contact)).toContain('The server does not accept the shared secret')
  expect(server.requests.of('join')).toHaveLength(before)
  await openAction({ ...stage, accountId }, 'running', targetId)
  expect(await runAction(desk)).toContain('The server does not accept the shared secret')
  for (const page of [contact, desk]) {
    const html = await page.evaluate(() => document.documentElement.outerHTML)
    expect(html).not.toContain(wrong)
    expect(html).not.toContain('checksum=')
  }
})

async function roomSaying(words: string): Promise<Page> {
  const room = await stage.session.waitForPage((url) => url.startsWith(`https://${HOST}/`))
  await room.waitFor((expected) => document.querySelector('h1')?.textContent === expected, words)
  return room
}
