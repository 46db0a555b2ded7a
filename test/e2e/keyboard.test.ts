/** Everything that one does with Joinery, from its installation to the removal of an account, by keyboard alone. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { patternOf } from '../../extension/src/sites/pattern.ts'
import type { Page } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'
import { visibleButtons, waitForButtons, waitForState } from './buttons.ts'
import { follow, input, listed, tabIdOf, tabTo, type } from './own-pages.ts'
import { me, OMNOVIA, openStage, type Stage } from './stage.ts'

let stage: Stage
let desk: Page
let contact: Page

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  desk = stage.desk
})
afterAll(() => stage?.close())

/** Goes to a field and types into it. */
async function fillIn(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector)
  await type(page, text)
}

/** Presses Enter on the form's button, and waits until the page says that it is done. */
async function send(page: Page): Promise<void> {
  await tabTo(page, 'button[type="submit"]')
  await page.press('Enter')
  await page.waitFor(() => document.querySelector('.message-done') !== null)
}

describe('in the settings', () => {
  test('the vault is made', async () => {
    const [first, second] = ['.fields > .field:first-child input', '.fields > .field:last-child input']
    // The page begins where the user has to type.
    await desk.waitFor((selector) => document.activeElement?.matches(selector), first)
    await type(desk, stage.passphrase)
    await fillIn(desk, second, stage.passphrase)
    await desk.press('Enter')
    await desk.waitFor(() => document.querySelector('nav a') !== null)
    expect(await stage.send('vault.read', {})).toMatchObject({ state: 'unlocked' })
  })

  test('the own details are saved', async () => {
    await tabTo(desk, 'nav a[href="#me"]')
    await desk.press('Enter')
    for (const [fact, value] of Object.entries(me)) await fillIn(desk, input(fact), value)
    await send(desk)
    expect(await stage.send('desk.read', {})).toMatchObject({ me })
  })

  test('an account is added; what is wrong in it has the focus', async () => {
    await follow(desk, 'nav a[href="#accounts"]')
    await follow(desk, 'a[href="#accounts/new"]')
    await fillIn(desk, input('name'), 'Northwind')
    await fillIn(desk, input('companyId'), stage.company.id)
    await desk.press('Enter')
    await desk.waitFor((selector) => document.activeElement?.matches(selector), input('companyPass'))
    await type(desk, stage.company.password)
    await send(desk)
    expect(await listed(desk)).toEqual(['Northwind'])
  })

  test('a room is added, without the shortcuts that are offered for it', async () => {
    await follow(desk, 'nav a[href="#targets"]')
    await follow(desk, 'a[href="#targets/new"]')
    await fillIn(desk, input('label'), 'Support')
    await fillIn(desk, input('roomId'), '5678')
    await tabTo(desk, 'form > * input[type="checkbox"]:checked')
    await desk.press('Space')
    await send(desk)
    expect(await stage.send('desk.read', {})).toMatchObject({ accounts: [{ targets: 1 }], shortcuts: [] })
  })

  test('a shortcut is added, with a name of its own', async () => {
    await follow(desk, 'nav a[href="#shortcuts"]')
    await follow(desk, 'a[href="#shortcuts/new"]')
    await tabTo(desk, input('name'))
    await desk.press('Control+a')
    await type(desk, 'To the desk')
    await send(desk)
    expect(await listed(desk)).toEqual(['To the desk'])
  })

  test('a site is enabled', async () => {
    await stage.session.allowGrants([patternOf(stage.crm.origin)])
    await follow(desk, 'nav a[href="#sites"]')
    await fillIn(desk, input('address'), stage.crm.origin)
    await desk.press('Enter')
    await desk.waitFor(() => document.querySelector('.items')?.textContent?.includes('127.0.0.1'))
    await stage.send('desk.trustSite', { origin: stage.crm.origin, trusts: true })
    contact = await stage.session.open(`${stage.crm.origin}/contacts/c-1002`)
    await waitForButtons(contact, 1)
  })
})

test('in a CRM page, the Tab key leads to the button, and Enter joins', async () => {
  await until('the focus on the button', async () => {
    await contact.press('Tab')
    return (await visibleButtons(contact)).some(({ hasFocus }) => hasFocus)
  })
  const before = stage.rooms.visits.length
  await contact.press('Enter')
  expect((await stage.rooms.visit(before)).entry).toMatchObject({ roomId: '5678' })
  await waitForState(contact, 'To the desk', 'done')
  await closeRoom()
})

describe('in the popup', () => {
  let popup: Page

  beforeAll(async () => {
    const tabId = await tabIdOf(stage, stage.crm.origin)
    popup = await stage.session.open(`${stage.session.extensionOrigin}/popup.html?tab=${tabId}`)
    await popup.waitFor(() => document.querySelector('[role="option"]') !== null)
  })

  test('the vault is locked and unlocked', async () => {
    await tabTo(popup, '.head button')
    await popup.press('Enter')
    // The passphrase is what the user types next.
    await popup.waitFor(() => document.activeElement?.matches('.unlock input'))
    await type(popup, stage.passphrase)
    await popup.press('Enter')
    await popup.waitFor(() => document.querySelector('[role="option"]') !== null)
  })

  test('a few letters and Enter open the room', async () => {
    await popup.waitFor(() => document.activeElement?.matches('[role="combobox"]'))
    await type(popup, 'desk')
    await popup.waitFor(() => document.querySelector('[role="option"]')?.ariaSelected === 'true')
    const before = stage.rooms.visits.length
    await popup.press('Enter')
    expect((await stage.rooms.visit(before)).entry).toMatchObject({ roomId: '5678', name: 'Joe Smith' })
    await closeRoom()
  })

  test('the site is turned off and on again', async () => {
    await tabTo(popup, '.site button')
    await popup.press('Enter')
    await waitForButtons(contact, 0)
    await popup.waitFor(() => document.querySelector('.site-off') !== null)
    await stage.session.allowGrants([patternOf(stage.crm.origin)])
    await tabTo(popup, '.site button')
    await popup.press('Enter')
    await waitForButtons(contact, 1)
    await popup.close()
  })
})

describe('what is removed', () => {
  test('is a shortcut, after Escape kept it once', async () => {
    await follow(desk, 'nav a[href="#shortcuts"]')
    await askToRemove()
    await desk.press('Escape')
    await desk.waitFor(() => document.querySelector('dialog') === null)
    await desk.waitFor(() => document.activeElement?.matches('.item > button'))
    expect(await listed(desk)).toEqual(['To the desk'])
    await askToRemove()
    await tabTo(desk, 'dialog .button-danger')
    await desk.press('Enter')
    await desk.waitFor(() => document.querySelector('.nothing') !== null)
    await waitForButtons(contact, 0)
  })

  test('is an account, whose name has to be typed', async () => {
    await follow(desk, 'nav a[href="#accounts"]')
    await askToRemove()
    await desk.waitFor(() => document.activeElement?.matches('dialog input'))
    await type(desk, 'northwind')
    await tabTo(desk, 'dialog .button-danger')
    await desk.press('Enter')
    await desk.waitFor(() => document.querySelector('.nothing') !== null)
    expect(await stage.send('desk.read', {})).toMatchObject({ accounts: [], shortcuts: [] })
  })

  async function askToRemove(): Promise<void> {
    await tabTo(desk, '.item:last-child > button')
    await desk.press('Enter')
    await desk.waitFor(() => document.querySelector('dialog')?.matches(':modal'))
  }
})

async function closeRoom(): Promise<void> {
  await (await stage.session.waitForPage((url) => url.startsWith(`https://${OMNOVIA}/`))).close()
}
