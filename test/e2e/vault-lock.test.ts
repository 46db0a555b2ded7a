/** Locking and unlocking, as an agent meets it. */
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'
import { clickButton, noteText, visibleButtons, waitForButtons, waitForState } from './buttons.ts'
import { changeSession, extensionApi } from './own-pages.ts'
import { enableSite, openStage, type Stage, save, setUpOrganisation } from './stage.ts'

const PASSPHRASE = 'input[type="password"]'

let stage: Stage
let contact: Page

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  await setUpOrganisation(stage)
  await enableSite(stage, stage.crm.origin)
  contact = await stage.session.open(`${stage.crm.origin}/contacts/c-1002`)
  await waitForButtons(contact, 3)
})
afterAll(() => stage?.close())

const state = async () => ((await stage.send('vault.read', {})) as { readonly state: string }).state
const lock = () => save(stage, 'vault.lock', {})
const unlock = () => save(stage, 'vault.unlock', { passphrase: stage.passphrase })
const unlockWindow = () => stage.session.waitForPage((url) => url.endsWith('/unlock.html'))

async function windowIsGone(): Promise<void> {
  await until('the unlock window to close', async () => {
    const urls = await Promise.all((await stage.session.pages()).map((page) => page.url()))
    return !urls.some((url) => url.endsWith('/unlock.html'))
  })
}

describe('a click on a button while locked', () => {
  beforeEach(async () => {
    if ((await state()) === 'locked') await unlock()
    await contact.goto(`${stage.crm.origin}/contacts/c-1002`)
    await waitForButtons(contact, 3)
    await lock()
  })

  test('opens the unlock window, and what was clicked goes on once the passphrase is right', async () => {
    const before = stage.rooms.visits.length
    await clickButton(contact, 'Join Support')
    const window = await unlockWindow()
    await window.waitFor((selector) => document.activeElement?.matches(selector), PASSPHRASE)
    await window.fill(PASSPHRASE, 'not this one')
    await window.press('Enter')
    await window.waitFor(() =>
      document.querySelector('.field-error')?.textContent?.includes('The passphrase is wrong.'),
    )
    expect(stage.rooms.visits).toHaveLength(before)
    await window.fill(PASSPHRASE, stage.passphrase)
    await window.press('Enter')
    expect((await stage.rooms.visit(before)).entry).toMatchObject({ roomId: '5678' })
    await windowIsGone()
    expect(await state()).toBe('unlocked')
    expect(stage.rooms.visits).toHaveLength(before + 1)
  })

  test('says on the page what to do, and keeps the buttons that were there', async () => {
    await clickButton(contact, 'Join Support')
    await waitForState(contact, 'Join Support', 'error')
    expect(await noteText(contact)).toBe('Unlock Joinery in its window; then this goes on.')
    expect((await visibleButtons(contact)).map(({ label }) => label)).toEqual([
      'Join Support',
      'Join Showroom',
      'Invite',
    ])
    await (await unlockWindow()).close()
  })

  test('goes nowhere when the window is closed, even if the vault is unlocked later', async () => {
    const before = stage.rooms.visits.length
    await clickButton(contact, 'Join Support')
    await (await unlockWindow()).close()
    await windowIsGone()
    await unlock()
    await contact.goto(`${stage.crm.origin}/contacts/c-1003`)
    await waitForButtons(contact, 3)
    await lock()
    await clickButton(contact, 'Join Showroom')
    const window = await unlockWindow()
    await window.fill(PASSPHRASE, stage.passphrase)
    await window.press('Enter')
    expect((await stage.rooms.visit(before)).entry).toMatchObject({ roomId: '5679' })
    await windowIsGone()
    expect(stage.rooms.visits).toHaveLength(before + 1)
  })

  test('is gone on with once: a second window in a row runs nothing', async () => {
    const before = stage.rooms.visits.length
    await clickButton(contact, 'Join Support')
    const window = await unlockWindow()
    await window.fill(PASSPHRASE, stage.passphrase)
    await window.press('Enter')
    await stage.rooms.visit(before)
    expect(await stage.send('vault.goOn', {})).toBeNull()
    expect(stage.rooms.visits).toHaveLength(before + 1)
  })
})

test('a page that is opened while locked tells no name, and has its buttons after unlocking', async () => {
  await lock()
  await contact.goto(`${stage.crm.origin}/contacts/c-1003`)
  await waitForButtons(contact, 1)
  expect((await visibleButtons(contact)).map(({ label }) => label)).toEqual(['Unlock Joinery'])
  await clickButton(contact, 'Unlock Joinery')
  const window = await unlockWindow()
  await window.fill(PASSPHRASE, stage.passphrase)
  await window.press('Enter')
  await windowIsGone()
  await waitForButtons(contact, 3)
})

test('the toolbar tells the state', async () => {
  const title = () => extensionApi(stage.desk, 'action', 'getTitle', {})
  await lock()
  await until('the locked title', async () => (await title()) === 'Joinery (locked)')
  await unlock()
  await until('the unlocked title', async () => (await title()) === 'Joinery')
})

test('the popup asks for the passphrase, shows the shortcuts, and locks', async () => {
  await lock()
  const popup = await stage.session.open(`${stage.session.extensionOrigin}/popup.html?tab=0`)
  await popup.waitFor((selector) => document.querySelector(selector) !== null, PASSPHRASE)
  expect(await popup.evaluate(() => document.body.textContent)).not.toContain('Support')
  await popup.fill(PASSPHRASE, stage.passphrase)
  await popup.press('Enter')
  await popup.waitFor(() => document.querySelectorAll('.shortcut').length === 3)
  await popup.click('[aria-label="Lock now"]')
  await popup.waitFor((selector) => document.querySelector(selector) !== null, PASSPHRASE)
  expect(await popup.evaluate(() => document.body.textContent)).not.toContain('Support')
  expect(await state()).toBe('locked')
  await popup.close()
})

describe('the idle time', () => {
  const MINUTE = 60_000

  test('is counted from the last work, and looked at whenever the vault is used', async () => {
    await unlock()
    await changeSession(stage.desk, { activeAt: Date.now() - 14 * MINUTE })
    await stage.session.stopBackground()
    expect(await state()).toBe('unlocked')
    await changeSession(stage.desk, { activeAt: Date.now() - 16 * MINUTE })
    await stage.session.stopBackground()
    expect(await state()).toBe('locked')
  })

  test('a clock that was set back does not keep the vault open', async () => {
    await unlock()
    await changeSession(stage.desk, { activeAt: Date.now() + 10 * MINUTE })
    await stage.session.stopBackground()
    expect(await state()).toBe('locked')
  })

  test('is the one that was chosen', async () => {
    await unlock()
    await save(stage, 'vault.setIdleMinutes', { minutes: 60 })
    await changeSession(stage.desk, { activeAt: Date.now() - 16 * MINUTE })
    await stage.session.stopBackground()
    expect(await state()).toBe('unlocked')
    await save(stage, 'vault.setIdleMinutes', { minutes: 15 })
  })

  test('does not count where the vault stays unlocked on this computer', async () => {
    await save(stage, 'vault.setStaysUnlocked', { stays: true })
    await changeSession(stage.desk, { activeAt: Date.now() - 16 * MINUTE })
    await stage.session.stopBackground()
    expect(await state()).toBe('unlocked')
    await save(stage, 'vault.setStaysUnlocked', { stays: false })
    await changeSession(stage.desk, { activeAt: Date.now() - 16 * MINUTE })
    await stage.session.stopBackground()
    expect(await state()).toBe('locked')
  })
})

test('wrong passphrases make the next try wait, also after the background was stopped', async () => {
  await lock()
  const longWait = 3000
  await until('a long wait', async () => {
    const reply = (await stage.send('vault.unlock', { passphrase: 'wrong' })) as { problem: { retryAfter?: number } }
    return (reply.problem.retryAfter ?? 0) > longWait
  })
  await stage.session.stopBackground()
  expect(await stage.send('vault.unlock', { passphrase: stage.passphrase })).toMatchObject({
    ok: false,
    problem: { code: 'wait', retryAfter: expect.any(Number) },
  })
  expect(await state()).toBe('locked')
  // The page counts down, and takes the right one after that.
  await stage.desk.goto(`${stage.session.extensionOrigin}/options.html`)
  await stage.desk.waitFor((selector) => document.querySelector(selector) !== null, PASSPHRASE)
  await stage.desk.fill(PASSPHRASE, stage.passphrase)
  await stage.desk.press('Enter')
  await stage.desk.waitFor(() => document.querySelector('.field-error')?.textContent?.includes('Too many wrong'))
  await stage.desk.waitFor(() => document.querySelector('button[type="submit"]')?.ariaDisabled !== 'true')
  await stage.desk.press('Enter')
  await stage.desk.waitFor(() => document.querySelector('nav a') !== null)
  expect(await state()).toBe('unlocked')
})

test('what a window saves over another window’s change is refused, and nothing is overwritten', async () => {
  const read = async () =>
    (await stage.send('desk.read', {})) as { accounts: { id: string; revision: number; name: string }[] }
  const { accounts } = await read()
  const [account] = accounts
  const { id = '', revision = 0 } = account ?? {}
  const change = (name: string) => ({
    stored: { id, revision },
    pluginId: 'com.omnovia',
    name,
    settings: { companyId: stage.company.id },
  })
  await save(stage, 'desk.saveAccount', change('First'))
  expect(await stage.send('desk.saveAccount', change('Second'))).toMatchObject({
    ok: false,
    problem: { code: 'conflict', text: expect.stringContaining('changed elsewhere') },
  })
  expect((await read()).accounts).toMatchObject([{ name: 'First', revision: revision + 1 }])
})
