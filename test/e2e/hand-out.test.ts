/** A guest's link that a vendor signs: copied with one click, and handed out in the guest's language and the user's own words. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { clickButton, waitForButtons } from './buttons.ts'
import { catchDownloads, caught } from './files.ts'
import { openSection, tabIdOf } from './own-pages.ts'
import { enableSite, OMNOVIA, type Organisation, openStage, type Stage, save, setUpOrganisation } from './stage.ts'

let stage: Stage
let crm: Page
let organisation: Organisation

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  organisation = await setUpOrganisation(stage)
  await enableSite(stage, stage.crm.origin)
  crm = await stage.session.open(`${stage.crm.origin}/contacts/c-1002`)
  await waitForButtons(crm, 3)
})
afterAll(() => stage?.close())

test('what the popup copied, its window hands out: with a time, in German, as a code', async () => {
  const tabId = await tabIdOf(stage, stage.crm.origin)
  const popup = await stage.session.open(`${stage.session.extensionOrigin}/popup.html?tab=${tabId}`)
  await popup.waitFor(() => document.querySelectorAll('[role=option]').length === 3)
  await popup.fill('[role=combobox]', 'invite')
  await popup.waitFor(() => document.querySelectorAll('[role=option]').length === 1)
  await popup.press('Enter')
  await popup.waitFor(() => document.querySelector('.more-ways') !== null)
  const link = await stage.session.clipboardText()
  expect(new URL(link).hostname).toBe(OMNOVIA)
  await popup.click('.more-ways')
  const invitation = await openedWindow()
  await popup.close()

  expect(await textOf(invitation)).toMatch(
    /Support.*No time is set.*The link works until.*Jane Doe.*jane\.doe@example\.com/,
  )
  expect(await invitation.evaluate(() => document.querySelector('.way-calendar'))).toBeNull()
  await invitation.click('.set-time')
  await invitation.waitFor(() => document.activeElement?.getAttribute('type') === 'date')
  await invitation.fill('input[type=date]', '2099-03-02')
  await invitation.fill('input[type=time]', '10:30')
  await invitation.waitFor(() => document.querySelector('.time')?.textContent?.includes('March 2, 2099'))
  expect(await textOf(invitation)).toMatch(/The link works until .* only, which is before the meeting begins/)
  await invitation.waitFor(() => document.querySelectorAll('.language option').length > 1)
  await invitation.select('.language select', 'de')
  await catchDownloads(invitation)
  await invitation.click('.way-calendar')
  await said(invitation, 'The calendar file for Jane Doe was saved.')
  const { name, text } = await caught(invitation)
  expect(name).toBe('Support – Jane Doe.ics')
  expect(text.replace(/\r\n /g, '')).toMatch(/DESCRIPTION:Guten Tag Jane Doe/)
  await invitation.click('.way-text')
  await said(invitation, 'The text for Jane Doe was copied.')
  expect(await stage.session.clipboardText()).toMatch(/^Guten Tag Jane Doe,[\s\S]*2\. März 2099/)
  expect(await stage.session.clipboardText()).toContain(link)

  await invitation.click('.way-qr')
  await invitation.waitFor(
    () => document.querySelector('svg[role=img]')?.ariaLabel === 'QR code of the link for Jane Doe',
  )
  expect(await invitation.evaluate(() => document.documentElement.outerHTML)).not.toContain('room_login')
  await invitation.close()
})

test('the user’s own words, once they are right, are what guests read; the button opens the window itself', async () => {
  const { desk } = stage
  await desk.goto(`${stage.session.extensionOrigin}/options.html#me`)
  await openSection(desk, 'texts')
  await desk.waitFor(() =>
    document.querySelector<HTMLTextAreaElement>('[name=body]')?.value.startsWith('Hello {guest}'),
  )
  await desk.fill('[name=body]', 'Dear {guest}, come to {place}: {link}')
  await desk.click('button[type=submit]')
  expect(await desk.evaluate(() => document.querySelector('.field-error')?.textContent)).toMatch(
    /^There is no placeholder {place}\. There are: {guest} {title} /,
  )
  await desk.waitFor(() => document.activeElement?.getAttribute('name') === 'body')
  await desk.fill('[name=body]', 'Dear {guest}, come to {title}: {link}\nYours, {me}')
  await desk.waitFor(() => document.querySelector('.preview-body')?.textContent?.includes('Dear Ada Example, come to'))
  await desk.click('button[type=submit]')
  await desk.waitFor(() => document.querySelector('.message-done') !== null)

  await save(stage, 'desk.saveShortcut', {
    ...{ accountId: organisation.accountId, targetId: organisation.support, action: 'invite' },
    ...{ name: 'Invite to Support', inPage: true, opensInvitation: true },
  })
  await waitForButtons(crm, 4)
  await clickButton(crm, 'Invite to Support')
  const invitation = await openedWindow()
  await invitation.click('.way-text')
  await said(invitation, 'The text for Jane Doe was copied.')
  expect(await stage.session.clipboardText()).toMatch(
    new RegExp(`^Dear Jane Doe, come to Support: https://${OMNOVIA}/\\S+\nYours, Joe Smith$`),
  )
  await invitation.close()

  await desk.click('.reset-text')
  await desk.click('dialog .button-danger')
  await desk.waitFor(() =>
    document.querySelector<HTMLTextAreaElement>('[name=body]')?.value.startsWith('Hello {guest}'),
  )
})

async function openedWindow(): Promise<Page> {
  const opened = await stage.session.waitForPage((url) => url.endsWith('/invitation.html'))
  await opened.waitFor(() => document.querySelector('.guest') !== null)
  return opened
}

function textOf(page: Page): Promise<string> {
  return page.evaluate(() => document.body.textContent)
}

/** Waits until the window says this. */
async function said(page: Page, words: string): Promise<void> {
  await page.waitFor((expected) => document.querySelector('.said')?.textContent?.includes(expected), words)
}
