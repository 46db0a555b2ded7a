/** An invitation: from a click to a window that gives each guest what is theirs, and nobody anything else. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { linesOf, occurrencesByName } from '../../extension/src/invitations/read-calendar-fixture.ts'
import { makeProtocolHandler, type ProtocolHandler } from '../browsers/protocol-handler.ts'
import type { Page } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'
import { clickButton, noteText, waitForButtons } from './buttons.ts'
import { catchDownloads, caught } from './files.ts'
import { labBuild } from './lab-build.ts'
import { linkOf } from './meetings-plugin.ts'
import { extensionApi, input, tabIdOf, tabTo } from './own-pages.ts'
import { enableSite, makeVault, me, openStage, type Stage, save } from './stage.ts'

let stage: Stage
let handler: ProtocolHandler
let accountId: string

beforeAll(async () => {
  handler = makeProtocolHandler('mailto')
  const extensionDirectory = await labBuild(inject('browser'), inject('labFolder'))
  stage = await openStage(inject('browser'), { extensionDirectory, protocolHandler: handler })
  await makeVault(stage)
  await save(stage, 'desk.saveMe', { person: me })
  await enableSite(stage, stage.lab.origin)
  accountId = await save(stage, 'desk.saveAccount', { pluginId: 'example.meetings', name: 'Northwind', settings: {} })
})
afterAll(async () => {
  await stage?.close()
  await handler?.remove()
})

describe('from a record', () => {
  const link = linkOf('OF-c-1')
  let page: Page
  let invitation: Page
  let shortcutId: string

  beforeAll(async () => {
    shortcutId = await save(stage, 'desk.saveShortcut', { name: 'Invite', accountId, action: 'invite', inPage: true })
    page = await stage.session.open(stage.lab.origin)
    await page.evaluate(() => lab.main().append(lab.contact('c-1')))
    await waitForButtons(page, 1)
    await clickButton(page, 'Invite')
    invitation = await openedWindow()
  })

  test('the page learns that it is ready, and no more', async () => {
    expect(await noteText(page)).toBe('The invitation is ready.')
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('meetings.example')
  })

  test('the window says what, when and for whom, and has the link in no text and no attribute', async () => {
    const text = await textOf(invitation)
    expect(text).toMatch(/Weekly review.*Tuesday, October 20, 2026.*9:00\s–\s10:00\sAM/)
    expect(text).toContain('Central European Time (Europe/Berlin)')
    expect(text).toContain('Repeats every week on Tuesday, 5 times in all.')
    expect(text).toMatch(/Ada c-1.*c-1@example\.com/)
    expect(await invitation.url()).toBe(`${stage.session.extensionOrigin}/invitation.html`)
    expect(await invitation.evaluate(() => document.documentElement.outerHTML)).not.toMatch(/token|meetings\.example/)
  })

  test('the calendar file holds the guest’s link and the right times', async () => {
    await catchDownloads(invitation)
    await invitation.click('.way-calendar')
    await said(invitation, 'The calendar file for Ada c-1 was saved.')
    const { name, type, text } = await caught(invitation)
    expect(name).toBe('Weekly review – Ada c-1.ics')
    expect(type).toBe('text/calendar;charset=utf-8')
    expect(linesOf(text)).toEqual(
      expect.arrayContaining([`URL:${link}`, 'METHOD:PUBLISH', 'ORGANIZER;CN=Joe Smith:mailto:joe@smith.com']),
    )
    expect(occurrencesByName(text, Date.UTC(2027, 0))).toEqual([
      '2026-10-20T07:00:00.000Z',
      '2026-10-27T08:00:00.000Z',
      '2026-11-03T08:00:00.000Z',
      '2026-11-10T08:00:00.000Z',
      '2026-11-17T08:00:00.000Z',
    ])
    expect(text).not.toContain('MODERATOR')
  })

  test('text and link are copied', async () => {
    await invitation.click('.way-text')
    await said(invitation, 'The text for Ada c-1 was copied.')
    const text = await stage.session.clipboardText()
    expect(text).toMatch(/^Hello Ada c-1,/)
    expect(text).toContain(link)
    expect(text).not.toContain('MODERATOR')
    await invitation.click('.way-link')
    await said(invitation, 'The link for Ada c-1 was copied.')
    expect(await stage.session.clipboardText()).toBe(link)
  })

  test('a mail opens in the user’s own program; the window stays, and no other is left', async () => {
    const before = (await stage.session.pages()).length
    await invitation.click('.way-mail')
    await said(invitation, 'The mail to Ada c-1 was handed over to your mail program.')
    const draft = await handler.link(0)
    expect(draft.startsWith('mailto:c-1@example.com?subject=Invitation%3A%20Weekly%20review&body=Hello%20Ada')).toBe(
      true,
    )
    expect(decodeURIComponent(draft)).toContain(`\r\n${link}\r\n`)
    expect(await invitation.url()).toBe(`${stage.session.extensionOrigin}/invitation.html`)
    expect(await textOf(invitation)).toContain('Weekly review')
    await until('no more pages than before', async () => (await stage.session.pages()).length === before)
  })

  test('the popup opens such a window, too', async () => {
    const tabId = await tabIdOf(stage, stage.lab.origin)
    const before = await stage.session.pages()
    expect(await stage.send('desk.run', { shortcutId, tabId, recordKey: 'c-1' })).toEqual({
      ok: true,
      text: 'The invitation is ready.',
      opened: true,
    })
    const other = await until('another window', async () =>
      (await stage.session.pages()).find((candidate) => !before.includes(candidate)),
    )
    await other.waitFor(() => document.querySelector('.guest')?.textContent?.includes('Ada c-1'))
    await other.close()
  })

  test('no storage has it, and no other page of ours gets it', async () => {
    const areas = ['storage.local', 'storage.session'].map((area) => extensionApi(stage.desk, area, 'get', null))
    const stored = JSON.stringify(await Promise.all(areas))
    // That the vault is unlocked is kept there, to show that something was read.
    expect(stored).toContain('vaultKey')
    expect(stored).not.toMatch(/meetings\.example|OF-c-1|MODERATOR/)
    expect(await stage.send('invitation.read', {})).toMatchObject({ ok: false, problem: { code: 'not-applicable' } })
  })

  test('loaded again it shows the same; a background that was stopped has lost it, and the window says what to do', async () => {
    await invitation.reload()
    await invitation.waitFor(() => document.body.textContent.includes('Weekly review'))
    await stage.session.stopBackground()
    await invitation.reload()
    await invitation.waitFor(() => document.querySelector('.message-problem') !== null)
    expect(await textOf(invitation)).toContain('This invitation is not there any more')
    expect(await invitation.evaluate(() => document.querySelectorAll('.guest').length)).toBe(0)
    await invitation.click('.close')
    await until('the window to close', async () => !(await stage.session.pages()).includes(invitation))
  })
})

describe('from the options page', () => {
  test('twenty guests: by keys from one to the next, each with their own', async () => {
    const invitation = await runForm('Kick-off', 20)
    expect(await invitation.evaluate(() => document.querySelectorAll('.guest').length)).toBe(20)
    await tabTo(invitation, '.guest:first-child .way-calendar')
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter']) await invitation.press(key)
    await said(invitation, 'The link for שרה כהן was copied.')
    expect(await stage.session.clipboardText()).toBe(linkOf('OF-GUEST-2'))
    for (const key of ['End', 'ArrowLeft', 'Enter']) await invitation.press(key)
    await said(invitation, 'The text for Guest 20 was copied.')
    const text = await stage.session.clipboardText()
    expect(text.match(/token=[\w-]+/g)).toEqual(['token=OF-GUEST-20'])
    // The next press of the Tab key leaves the list; back, it comes to the button that was used last.
    await invitation.press('Shift+Tab')
    expect(await invitation.evaluate(() => document.activeElement?.closest('.guest')?.textContent)).toContain(
      'Guest 19',
    )
    expect(await invitation.evaluate(() => document.activeElement?.className)).toContain('way-text')
    expect(await invitation.evaluate(() => document.querySelectorAll('.handed-out').length)).toBe(2)
    await invitation.close()
  })

  test('a change says so, and raises the sequence under the same UID', async () => {
    const invitation = await runForm('Kick-off', 1, 'changed')
    expect(await textOf(invitation)).toContain('This meeting was changed.')
    await catchDownloads(invitation)
    await invitation.click('.way-calendar')
    await said(invitation, 'saved')
    expect(linesOf((await caught(invitation)).text)).toEqual(
      expect.arrayContaining(['UID:meeting-1@meetings.example', 'SEQUENCE:1', 'METHOD:PUBLISH']),
    )
    await invitation.close()
  })

  test('a cancellation says so, and gives no link', async () => {
    const invitation = await runForm('Kick-off', 1, 'cancelled')
    expect(await textOf(invitation)).toContain('This meeting does not take place.')
    expect(await invitation.evaluate(() => document.querySelector('.way-link'))).toBeNull()
    await catchDownloads(invitation)
    await invitation.click('.way-calendar')
    await said(invitation, 'saved')
    const { text } = await caught(invitation)
    expect(linesOf(text)).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:2']))
    expect(text).not.toContain('token')
    await invitation.close()
  })

  test('one link for all is handed out as such', async () => {
    const invitation = await runForm('Kick-off', 0, 'forAll')
    expect(await textOf(invitation)).toMatch(/One link for all.*Everybody/)
    await invitation.click('.way-link')
    await said(invitation, 'The link for everybody was copied.')
    expect(await stage.session.clipboardText()).toBe(linkOf('FOR-ALL'))
    await invitation.close()
  })

  test('a repetition that no calendar knows is told, and the link is to be had all the same', async () => {
    const invitation = await runForm('Kick-off', 1, 'odd')
    expect(await textOf(invitation)).toContain('(recurrence)')
    expect(await invitation.evaluate(() => document.querySelector('.way-calendar'))).toBeNull()
    await invitation.click('.way-link')
    await said(invitation, 'was copied')
    expect(await stage.session.clipboardText()).toBe(linkOf('OF-GUEST-1'))
    await invitation.close()
  })

  test('where nobody is invited, no window opens', async () => {
    expect(await pressRun('Kick-off', 0, 'new')).toContain('Nobody is invited yet.')
  })
})

/** Runs the action through its form, and gives the window that opens. */
async function runForm(title: string, guests: number, kind = 'new'): Promise<Page> {
  expect(await pressRun(title, guests, kind)).toContain('The invitation is ready.')
  return await openedWindow()
}

/** What the page says once the action ran. */
async function pressRun(title: string, guests: number, kind: string): Promise<string> {
  const { desk, session } = stage
  await desk.goto('about:blank')
  await desk.goto(`${session.extensionOrigin}/options.html#actions/${accountId}/meeting`)
  await desk.fill(input('title'), title)
  await desk.fill(input('guests'), String(guests))
  await desk.select(input('kind'), kind)
  await desk.click('form button[type="submit"]')
  await desk.waitFor(() => document.querySelector('form .message:not([hidden])') !== null)
  return await desk.evaluate(() => document.querySelector('form .message')?.textContent ?? '')
}

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
