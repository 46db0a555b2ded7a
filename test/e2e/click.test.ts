/** The main job: a click in a CRM page opens a correctly signed room. @module */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { sentence } from '../vendors/rooms.ts'
import { clickButton, visibleButtons, waitForButtons, waitForState } from './buttons.ts'
import { enableSite, OMNOVIA, openStage, type Stage, setUpOrganisation } from './stage.ts'

let stage: Stage
let contact: Page

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  await setUpOrganisation(stage)
  await enableSite(stage, stage.crm.origin)
  contact = await stage.session.open(`${stage.crm.origin}/contacts/c-1002`)
})
afterAll(() => stage?.close())

describe('in a contact page', () => {
  test('the shortcuts stand beside the name', async () => {
    const buttons = await waitForButtons(contact, 3)
    expect(buttons.map(({ label }) => label)).toEqual(['Join Support', 'Join Showroom', 'Invite'])
    expect(new Set(buttons.map(({ host }) => host))).toEqual(new Set(['c-1002']))
  })

  test('Join opens the login page in a tab, as me, signed so that the vendor lets me in', async () => {
    const before = stage.rooms.visits.length
    await clickButton(contact, 'Join Support')
    const { entry, refusal, headers } = await stage.rooms.visit(before)
    expect(refusal).toBeUndefined()
    expect(entry && sentence(entry)).toBe('joe_smith.com_ entered room 5678 as presenter, link valid 10 min')
    expect(entry).toMatchObject({ host: OMNOVIA, name: 'Joe Smith', access: 'login page', companyId: '1234' })
    expect(headers.referer).toBeUndefined()
    const room = await stage.session.waitForPage((url) => url.startsWith(`https://${OMNOVIA}/`))
    await room.waitFor(() => document.querySelector('h1')?.textContent === 'Welcome Joe Smith, presenter')
    expect(await room.evaluate(() => [document.referrer, window.opener, history.length])).toEqual(['', null, 1])
    await room.close()
    await waitForState(contact, 'Join Support', 'done')
  })

  test('Join with direct access opens a window of 850 by 700', async () => {
    const before = stage.rooms.visits.length
    await clickButton(contact, 'Join Showroom')
    const { entry } = await stage.rooms.visit(before)
    expect(entry).toMatchObject({ roomId: '5679', access: 'direct', parameters: { language: 'EN', inquiry: 'login' } })
    const room = await stage.session.waitForPage((url) => url.startsWith(`https://${OMNOVIA}/`))
    expect(await room.windowSize()).toMatchObject({ width: 850, height: 700 })
    await room.close()
  })

  test('Invite puts the attendee link of the contact on the clipboard, and that link works', async () => {
    const before = stage.rooms.visits.length
    await clickButton(contact, 'Invite')
    await waitForState(contact, 'Invite', 'done')
    const link = await stage.session.clipboardText()
    expect(new URL(link).searchParams.get('email')).toBe('jane.doe@example.com')
    expect(stage.rooms.visits.length).toBe(before)
    const room = await stage.session.open(link)
    expect((await stage.rooms.visit(before)).entry).toMatchObject({
      name: 'Jane Doe',
      role: 'attendee',
      username: 'jane.doe_example.com_',
      roomId: '5678',
    })
    await room.close()
  })

  test('Invite is not offered for a contact without an e-mail address', async () => {
    await contact.goto(`${stage.crm.origin}/contacts/c-1004`)
    const buttons = await waitForButtons(contact, 2)
    expect(buttons.map(({ label }) => label)).toEqual(['Join Support', 'Join Showroom'])
  })

  test('the record is the one shown at the click, after the pager swapped it in place', async () => {
    await contact.goto(`${stage.crm.origin}/contacts/c-1002`)
    await waitForButtons(contact, 3)
    await contact.click('a[rel=next]')
    await contact.waitFor(() => document.querySelector('[data-record-id="c-1003"]') !== null)
    await waitForButtons(contact, 3)
    await clickButton(contact, 'Invite', 'c-1003')
    await waitForState(contact, 'Invite', 'done')
    const link = new URL(await stage.session.clipboardText())
    expect(link.searchParams.get('firstName')).toBe('שרה')
    expect(link.searchParams.get('email')).toBe('sara.cohen@example.com')
  })

  test('Join still works after the browser stopped the background', async () => {
    await stage.session.stopBackground()
    const before = stage.rooms.visits.length
    await clickButton(contact, 'Join Support')
    expect((await stage.rooms.visit(before)).entry?.roomId).toBe('5678')
    await (await stage.session.waitForPage((url) => url.startsWith(`https://${OMNOVIA}/`))).close()
  })
})

describe('in the contact list', () => {
  test('every row has the same buttons, compact, and a click in a row joins', async () => {
    const list = await stage.session.open(`${stage.crm.origin}/contacts`)
    await list.waitFor(() => document.querySelectorAll('tr[data-record-id]').length === 50)
    // The first fifty contacts have a few without an e-mail address, where Invite is not offered.
    const without = await list.evaluate(
      () =>
        [...document.querySelectorAll('tr[data-record-id]')].filter((row) => !row.querySelector('[data-field=email] a'))
          .length,
    )
    await waitForButtons(list, 50 * 3 - without)
    const first = (await visibleButtons(list)).filter(({ host }) => host === 'c-1002')
    expect(first.map(({ label }) => label)).toEqual(['Join Support', 'Join Showroom', 'Invite'])
    expect(Math.max(...first.map(({ box }) => box?.width ?? 0))).toBeLessThanOrEqual(32)
    const before = stage.rooms.visits.length
    await clickButton(list, 'Join Support', 'c-1002')
    expect((await stage.rooms.visit(before)).entry?.roomId).toBe('5678')
    expect(await list.url()).toBe(`${stage.crm.origin}/contacts`)
    await (await stage.session.waitForPage((url) => url.startsWith(`https://${OMNOVIA}/`))).close()
    await list.close()
  })
})

describe('in a case page', () => {
  test('the contact inside an open shadow root has the buttons', async () => {
    const caseWithContact = await stage.session.open(`${stage.crm.origin}/cases`)
    await caseWithContact.click('a[href^="/cases/"]')
    await caseWithContact.waitFor(() =>
      document.querySelector('crm-contact-card')?.shadowRoot?.querySelector('[data-slot]'),
    )
    await clickButton(caseWithContact, 'Join Support')
    await waitForState(caseWithContact, 'Join Support', 'done')
    await (await stage.session.waitForPage((url) => url.startsWith(`https://${OMNOVIA}/`))).close()
    await caseWithContact.close()
  })
})
