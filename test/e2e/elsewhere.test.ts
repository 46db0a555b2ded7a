/** Without a page's buttons: the address bar, the browser's menu, its commands, and what the toolbar says of them. @module */
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'
import {
  chooseItem,
  enterText,
  giveCommand,
  isShowable,
  refuseWindows,
  suggestedFor,
  toolbarOf,
} from './background-events.ts'
import { agree, textOfConfirm, waitForConfirm } from './confirm-window.ts'
import { openSection, tabTo } from './own-pages.ts'
import { OMNOVIA, type Organisation, openStage, type Stage, save, setUpOrganisation } from './stage.ts'

const PASSPHRASE = 'input[type="password"]'
const ROOM = `https://${OMNOVIA}/pages/sc2/room_login.php`
const isRoom = (url: string) => url.startsWith(`https://${OMNOVIA}/`)
const isLaunch = (url: string) => url.endsWith('/launch.html')

let stage: Stage
let organisation: Organisation
let visits = 0

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  organisation = await setUpOrganisation(stage)
})
afterAll(() => stage?.close())

/** Who entered next; the room is closed again. */
async function entered() {
  const { entry, refusal } = await stage.rooms.visit(visits)
  visits += 1
  if (entry === undefined) throw new Error(`The vendor refused: ${refusal}`)
  const room = await stage.session.waitForPage(isRoom)
  await room.close()
  await until('the room to close', async () => !(await stage.session.pages()).includes(room))
  return entry
}

/** Unlocks in the window that asks for it. */
async function unlockThere(): Promise<void> {
  const asking = await stage.session.waitForPage((url) => url.endsWith('/unlock.html'))
  await asking.waitFor((field) => document.querySelector(field), PASSPHRASE)
  await asking.fill(PASSPHRASE, stage.passphrase)
  await asking.press('Enter')
}

async function waitForToolbar(words: string, badge: string): Promise<void> {
  await until(`the toolbar to say ${words}`, async () => {
    const told = await toolbarOf(stage.session)
    return told.title === words && told.badge === badge
  })
}

test('the settings say which commands there are, and that they have no keys', async () => {
  await openSection(stage.desk, 'about')
  await stage.desk.waitFor(() => document.querySelectorAll('.keys dd').length === 4)
  const rows = await stage.desk.evaluate(() => [...document.querySelectorAll('.keys dd')].map((row) => row.textContent))
  expect(rows).toEqual(['no keys', 'no keys', 'no keys', 'no keys'])
})

test('the launch page without anything to open says so, and has a way out', async () => {
  const page = await stage.session.open(`${stage.session.extensionOrigin}/launch.html`)
  await page.waitFor(() => document.querySelector('[role="alert"]')?.textContent?.includes('is gone'))
  expect(await page.evaluate(() => document.querySelector('.open'))).toBeNull()
  await page.close()
})

describe.runIf(inject('browser') === 'chromium')('told by the browser', () => {
  test('the address bar finds rooms by name and number, in any order, and Enter opens one', async () => {
    for (const text of ['support join', '5678']) {
      await suggestedFor(stage.session, text)
      await enterText(stage.session, text)
      expect(await entered(), text).toMatchObject({ roomId: '5678' })
    }
    const names = (await suggestedFor(stage.session, '')).map(({ content }) => content)
    expect(names).toEqual(['Join Support', 'Join Showroom'])
  })

  test('names with markup in them are shown by the browser all the same', async () => {
    const fields = { label: '<url>A & B</match> "C"', roomId: '5680' }
    const id = await save(stage, 'desk.saveTarget', { accountId: organisation.accountId, fields })
    await save(stage, 'desk.saveShortcut', {
      name: 'A & <B>',
      accountId: organisation.accountId,
      action: 'join',
      inPage: false,
    })
    const lines = await suggestedFor(stage.session, '')
    expect(lines.map(({ content }) => content)).toContain('A & <B>')
    for (const { description } of lines) expect(await isShowable(stage.session, description), description).toBe(true)
    expect(await isShowable(stage.session, '<url>A & B</match>')).toBe(false)
    await save(stage, 'desk.remove', { id })
  })

  test('the command joins the first shortcut, and what failed before is told no more', async () => {
    await enterText(stage.session, 'no such room')
    await waitForToolbar('Joinery · Nothing was found for this text.', '!')
    await giveCommand(stage.session, 'join-first-pin')
    expect(await entered()).toMatchObject({ roomId: '5678' })
    await waitForToolbar('Joinery', '')
  })

  test('the command for remote control says why not, until the popup is opened', async () => {
    await giveCommand(stage.session, 'control-record')
    await waitForToolbar('Joinery · No account has remote control yet.', '!')
    const popup = await stage.session.open(`${stage.session.extensionOrigin}/popup.html`)
    await waitForToolbar('Joinery', '')
    await popup.close()
  })

  test('in a site that is not enabled, a selected name and a link lead into the room', async () => {
    const page = await stage.session.open(stage.lab.origin)
    await chooseItem(stage.session, 'join-text', { selectionText: ' support ' })
    expect(await entered()).toMatchObject({ roomId: '5678' })
    await chooseItem(stage.session, 'join-link', { linkUrl: `${ROOM}?roomID=5678&companyID=9999&role=3` })
    expect(await entered()).toMatchObject({ roomId: '5678', companyId: stage.company.id })
    await page.close()
  })

  test('whom a selected text names is asked about in our own window before anything is done', async () => {
    const page = await stage.session.open(stage.lab.origin)
    await chooseItem(stage.session, 'invite-text', { selectionText: 'Ada Byron <ada@contoso.example>' })
    const asking = await waitForConfirm(stage.session)
    const text = await textOfConfirm(asking)
    for (const words of ['Ada Byron', 'ada@contoso.example', 'Invite', 'selected']) expect(text).toContain(words)
    await agree(asking)
    await until('the link to be copied', async () => (await stage.session.clipboardText()).includes('Byron'))
    await asking.close()
    await page.close()
  })

  test('locked, the address bar tells nothing; Enter unlocks and goes on', async () => {
    await save(stage, 'vault.lock', {})
    for (const text of ['support', 'nothing']) expect(await suggestedFor(stage.session, text)).toEqual([])
    await enterText(stage.session, 'support')
    await unlockThere()
    expect(await entered()).toMatchObject({ roomId: '5678' })
  })

  test('locked, an item of the menu goes on after unlocking, too', async () => {
    const page = await stage.session.open(stage.lab.origin)
    await save(stage, 'vault.lock', {})
    await chooseItem(stage.session, 'join-text', { selectionText: 'Support' })
    await unlockThere()
    expect(await entered()).toMatchObject({ roomId: '5678' })
    await page.close()
  })

  describe('where the browser refuses windows', () => {
    beforeAll(() => refuseWindows(stage.session))
    afterEach(async () => {
      for (const page of await stage.session.pages()) if (isLaunch(await page.url())) await page.close()
    })

    const launchPage = async (): Promise<Page> => {
      await enterText(stage.session, 'showroom')
      const page = await stage.session.waitForPage(isLaunch)
      await page.waitFor(() => document.querySelector('.open'))
      return page
    }

    test('a page of ours opens the room by a key, shows no link, and lets go of it', async () => {
      const page = await launchPage()
      expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(OMNOVIA)
      await tabTo(page, '.open')
      await page.press('Enter')
      await page.waitFor(() => document.querySelector('.message-done'))
      expect(await entered()).toMatchObject({ roomId: '5679' })
      await page.reload()
      await page.waitFor(() => document.querySelector('[role="alert"]'))
    })

    test('where that is blocked, too, it says so and opens a tab', async () => {
      const page = await launchPage()
      await page.evaluate(() => void Object.assign(window, { open: () => null }))
      await page.click('.open')
      await page.waitFor(() => document.querySelector('[role="alert"]')?.textContent?.includes('blocked'))
      await tabTo(page, '.open-tab')
      await page.press('Enter')
      expect(await entered()).toMatchObject({ roomId: '5679' })
    })
  })
})
