/** An administrator sets everything up by hand, through the forms of the options page. @module */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { sentence } from '../vendors/rooms.ts'
import { openBrowserSettings } from './browser-settings.ts'
import { clickButton, waitForButtons, waitForState } from './buttons.ts'
import { input, listed, openSection, saveForm, saveInVain, stateOf, tabTo, type } from './own-pages.ts'
import { enableSite, me, OMNOVIA, openStage, type Stage } from './stage.ts'

let stage: Stage
let desk: Page
let contact: Page

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  desk = stage.desk
})
afterAll(() => stage?.close())

describe('from nothing to a room', () => {
  test('a passphrase that is easily guessed is refused, and so is one that is repeated wrongly', async () => {
    const [first, second] = ['.fields .field .field input', '.fields > .field:last-child input']
    await desk.waitFor((selector) => document.querySelector(selector) !== null, first)
    await desk.fill(first, 'password1')
    await desk.click('button[type="submit"]')
    await desk.waitFor(() => document.querySelector('.field-error')?.textContent?.includes('less common'))
    expect(await strength()).toBe('Very weak. It is guessed at once.')
    await desk.fill(first, stage.passphrase)
    await desk.fill(second, 'something else')
    await desk.click('button[type="submit"]')
    await desk.waitFor(() => document.querySelector('.field-error')?.textContent?.includes('not the same'))
    expect(await stage.send('vault.read', {})).toMatchObject({ state: 'absent' })
    await desk.fill(second, stage.passphrase)
    expect(await strength()).toBe('Very good.')
    await desk.click('button[type="submit"]')
    await desk.waitFor(() => document.querySelector('nav a') !== null)
    expect(await stage.send('vault.read', {})).toMatchObject({ state: 'unlocked' })
  })

  test('the own details are saved', async () => {
    await openSection(desk, 'me')
    for (const [fact, value] of Object.entries(me)) await desk.fill(input(fact), value)
    await saveForm(desk)
    expect(await stage.send('desk.read', {})).toMatchObject({ me })
  })

  test('an account with missing and wrong settings says so at the field, and loses nothing that was typed', async () => {
    await openSection(desk, 'accounts')
    await desk.click('a[href="#accounts/new"]')
    await desk.fill(input('name'), 'Northwind')
    await desk.select(input('role'), '3')
    expect((await saveInVain(desk, 'companyId')).description).toMatch(/^Company ID is missing\. /)
    await desk.fill(input('companyId'), '12a')
    expect(await saveInVain(desk, 'companyId')).toMatchObject({
      value: '12a',
      description: expect.stringMatching(/^Company ID: digits only\. /),
    })
    await desk.fill(input('companyId'), stage.company.id)
    expect((await saveInVain(desk, 'companyPass')).description).toMatch(/^Company password is missing\. /)
    expect((await stateOf(desk, 'companyId')).invalid).toBeNull()
    expect((await stateOf(desk, 'name')).value).toBe('Northwind')
    expect((await stateOf(desk, 'role')).value).toBe('3')
    expect(await stage.send('desk.read', {})).toMatchObject({ accounts: [] })
  })

  test('the account is saved when all is right', async () => {
    await desk.fill(input('companyPass'), stage.company.password)
    await saveForm(desk)
    expect(await listed(desk)).toEqual(['Northwind'])
  })

  test('a room number with leading zeros is refused with the reason', async () => {
    await openSection(desk, 'targets')
    await desk.click('a[href="#targets/new"]')
    await desk.fill(input('label'), 'Support')
    await desk.fill(input('roomId'), '001')
    expect(await saveInVain(desk, 'roomId')).toMatchObject({
      value: '001',
      description: 'Room number: a whole number without leading zeros.',
    })
    expect(await stage.send('desk.read', {})).toMatchObject({ accounts: [{ targets: 0 }] })
  })

  test('the room comes with the shortcuts that were offered for it', async () => {
    await desk.fill(input('roomId'), '5678')
    await saveForm(desk)
    await desk.waitFor(() => document.querySelector('.target-row') !== null)
    expect(await listed(desk)).toEqual(['Support'])
    await openSection(desk, 'shortcuts')
    expect(await listed(desk)).toEqual(['Join Support', 'Invite Support'])
  })

  test('what is no address is refused, and a site is enabled', async () => {
    await openSection(desk, 'sites')
    await desk.fill(input('address'), 'my CRM')
    expect((await saveInVain(desk, 'address')).description).toMatch(/^This is not a web address\. /)
    await enableSite(stage, stage.crm.origin)
    expect(await listed(desk)).toEqual(['http://127.0.0.1'])
  })

  test('then a click in the CRM joins', async () => {
    contact = await stage.session.open(`${stage.crm.origin}/contacts/c-1002`)
    const visit = await join('Join Support')
    expect(visit.refusal).toBeUndefined()
    expect(visit.entry && sentence(visit.entry)).toBe(
      'joe_smith.com_ entered room 5678 as moderator, link valid 10 min',
    )
  })
})

async function strength(): Promise<string> {
  return await desk.evaluate(() => document.querySelector('.strength p')?.textContent ?? '')
}

describe('a secret can be written and never read', () => {
  test('neither the page nor what it is told holds the password', async () => {
    await editAccount()
    expect(await desk.evaluate(() => document.body.textContent)).toContain('Stored. It is never shown.')
    expect(await allThatThePageHolds()).not.toContain(stage.company.password)
    const read = await stage.send('desk.read', {})
    expect(JSON.stringify(read)).not.toContain(stage.company.password)
    expect(read).toMatchObject({ accounts: [{ storedSecrets: ['companyPass'] }] })
  })

  test('other settings are changed without it', async () => {
    await desk.select(input('role'), '2')
    await saveForm(desk)
    expect((await join('Join Support')).entry?.role).toBe('presenter')
  })

  test('one that is replaced counts from the next click on', async () => {
    await replacePassword('another password')
    expect((await join('Join Support')).refusal).toBe('signature is wrong')
    await replacePassword(stage.company.password)
    expect((await join('Join Support')).refusal).toBeUndefined()
  })

  test('giving up the replacement keeps the stored one', async () => {
    await editAccount()
    await desk.click(input('companyPass'))
    await desk.fill(input('companyPass'), 'half a passw')
    await desk.click(`${input('companyPass')} ~ button`)
    await saveForm(desk)
    expect((await join('Join Support')).refusal).toBeUndefined()
  })

  async function replacePassword(password: string): Promise<void> {
    await editAccount()
    await desk.click(input('companyPass'))
    await desk.waitFor((selector) => document.activeElement?.matches(`input${selector}`), input('companyPass'))
    expect((await stateOf(desk, 'companyPass')).value).toBe('')
    await desk.fill(input('companyPass'), password)
    await saveForm(desk)
  }

  async function allThatThePageHolds(): Promise<string> {
    return await desk.evaluate(() => {
      const values = [...document.querySelectorAll('input, textarea, select')].map(
        (field) => 'value' in field && field.value,
      )
      return [document.documentElement.outerHTML, ...values].join('\n')
    })
  }
})

describe('by keyboard alone', () => {
  test('a room is made, with the shortcuts that are wanted', async () => {
    await desk.goto(`${stage.session.extensionOrigin}/options.html`)
    await follow('nav a[href="#targets"]')
    await follow('a[href="#targets/new"]')
    // The form starts at its first field.
    await desk.waitFor((selector) => document.activeElement?.matches(selector), input('label'))
    await type(desk, 'Showroom')
    await tabTo(desk, input('roomId'))
    await type(desk, '5679')
    await tabTo(desk, input('directAccess'))
    await desk.press('Space')
    await tabTo(desk, input('language'))
    await type(desk, 'en')
    await tabTo(desk, 'button[type="submit"]')
    await desk.press('Enter')
    await desk.waitFor(() => document.querySelector('.message-done') !== null)
    await desk.waitFor(() => document.querySelectorAll('.target-row').length === 2)
    expect(await listed(desk)).toEqual(['Showroom', 'Support'])
    await waitForButtons(contact, 4)
  })

  test('Escape leaves the question whether to remove, and the focus where it was', async () => {
    await follow('nav a[href="#shortcuts"]')
    await tabTo(desk, '.item:last-child > button')
    await desk.press('Enter')
    await desk.waitFor(() => document.querySelector('dialog')?.matches(':modal'))
    await desk.press('Escape')
    await desk.waitFor(() => document.querySelector('dialog') === null)
    await desk.waitFor(() => document.activeElement?.matches('.item:last-child > button'))
    expect(await listed(desk)).toHaveLength(4)
  })

  test('a shortcut is removed, and its button leaves the page', async () => {
    await desk.press('Space')
    await desk.waitFor(() => document.querySelector('dialog')?.matches(':modal'))
    await tabTo(desk, 'dialog .button-danger')
    await desk.press('Enter')
    await desk.waitFor(() => document.querySelector('.message-done') !== null)
    expect(await listed(desk)).toEqual(['Join Support', 'Invite Support', 'Join Showroom'])
    await waitForButtons(contact, 3)
  })

  async function follow(selector: string): Promise<void> {
    await tabTo(desk, selector)
    await desk.press('Enter')
    // Until the page has put the focus where the user goes on.
    await desk.waitFor((link) => {
      const { activeElement } = document
      return !activeElement?.matches(link) && document.querySelector('main')?.contains(activeElement)
    }, selector)
  }
})

describe('what is taken away', () => {
  test('a site that is given up in the page loses its buttons', async () => {
    await openSection(desk, 'sites')
    await desk.click('.item > button')
    await desk.waitFor(() => document.querySelector('.nothing') !== null)
    await waitForButtons(contact, 0)
    await enableSite(stage, stage.crm.origin)
    await waitForButtons(contact, 3)
  })

  test("a grant that is withdrawn and given back in the browser's own settings is mirrored", async () => {
    const settings = await openBrowserSettings(stage.session)
    await settings.changeGrant('withdraw', 'http://127.0.0.1/*')
    await waitForButtons(contact, 0)
    await desk.waitFor(() => document.querySelector('.item') === null)
    await settings.changeGrant('give', 'http://127.0.0.1/*')
    await waitForButtons(contact, 3)
    await desk.waitFor(() => document.querySelector('.item') !== null)
    await settings.close()
  })

  test('an account goes with its rooms, shortcuts and buttons', async () => {
    await openSection(desk, 'accounts')
    await desk.click('.item button')
    await desk.waitFor(() => document.querySelector('dialog')?.matches(':modal'))
    const question = await desk.evaluate(() => document.querySelector('dialog')?.textContent)
    expect(question).toMatch(/Remove Northwind\?[\s\S]*Its 2 targets are removed, too\.[\s\S]*The 3 shortcuts/)
    expect(await desk.evaluate(() => document.querySelector('dialog .button-danger')?.matches(':disabled'))).toBe(true)
    await desk.fill('dialog input', 'northwind')
    await desk.click('dialog .button-danger')
    await desk.waitFor(() => document.querySelector('.message-done') !== null)
    expect(await stage.send('desk.read', {})).toMatchObject({ accounts: [], shortcuts: [] })
    expect(await stage.send('desk.findTargets', { query: '', limit: 10 })).toEqual({ targets: [], more: false })
    await waitForButtons(contact, 0)
  })
})

async function editAccount(): Promise<void> {
  await openSection(desk, 'accounts')
  await desk.click('.item a')
  await desk.waitFor((selector) => document.querySelector(selector) !== null, input('companyId'))
}

/** Clicks the button in the CRM and gives what the vendor saw. */
async function join(name: string) {
  const before = stage.rooms.visits.length
  await clickButton(contact, name)
  const visit = await stage.rooms.visit(before)
  await waitForState(contact, name, 'done')
  await (await stage.session.waitForPage((url) => url.startsWith(`https://${OMNOVIA}/`))).close()
  return visit
}
