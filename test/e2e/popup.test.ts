/** The popup, in a tab of its own beside the CRM page that it is about. @module */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { waitForButtons } from './buttons.ts'
import { tabIdOf, type } from './own-pages.ts'
import { enableSite, makeVault, me, OMNOVIA, openStage, type Stage, saveMe, setUpOrganisation } from './stage.ts'

let stage: Stage
let crm: Page
let popup: Page
let address: string

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  await makeVault(stage)
  await enableSite(stage, stage.crm.origin)
  crm = await stage.session.open(`${stage.crm.origin}/contacts/c-1002`)
  address = `${stage.session.extensionOrigin}/popup.html?tab=${await tabIdOf(stage, stage.crm.origin)}`
  popup = await stage.session.open(address)
})
afterAll(() => stage?.close())

test('with nothing set up it leads to the settings', async () => {
  await popup.waitFor(() => document.querySelector('.empty h2')?.textContent === 'No shortcuts yet')
  await popup.click('.empty .button')
  await expect.poll(async () => (await stage.session.pages()).includes(popup)).toBe(false)
  await stage.session.waitForPage((url) => url.includes('/options.html'))
  await setUpOrganisation(stage)
})

describe('with a contact in the page', () => {
  beforeAll(async () => {
    await waitForButtons(crm, 3)
    await openPopup()
  })

  test('it lists the shortcuts and names the contact, and the focus is in the search field', async () => {
    expect(await options()).toEqual([
      { name: 'Invite', account: 'Northwind · omNovia', obstacle: null, disabled: 'false', chosen: 'true' },
      { name: 'Join Support', account: 'Northwind · omNovia', obstacle: null, disabled: 'false', chosen: 'false' },
      { name: 'Join Showroom', account: 'Northwind · omNovia', obstacle: null, disabled: 'false', chosen: 'false' },
    ])
    expect(await popup.evaluate(() => document.querySelector('.record')?.textContent)).toBe(
      'On this page: Jane DoeContoso',
    )
    await popup.waitFor(() => document.activeElement?.getAttribute('role') === 'combobox')
  })

  test('typing filters, arrows choose, and Enter opens the room that the vendor verifies', async () => {
    await type(popup, 'join')
    await waitForOptions(['Join Support', 'Join Showroom'])
    await popup.press('ArrowDown')
    await waitForChosen('Join Showroom')
    await popup.press('ArrowDown')
    await waitForChosen('Join Support')
    await popup.press('ArrowUp')
    await waitForChosen('Join Showroom')
    const before = stage.rooms.visits.length
    await popup.press('Enter')
    const { entry } = await stage.rooms.visit(before)
    expect(entry).toMatchObject({ roomId: '5679', access: 'direct', role: 'presenter', name: 'Joe Smith' })
    await closeRoom()
  })

  test('a search without a match says so, and Enter does nothing', async () => {
    await popup.fill('[role=combobox]', 'nothing like this')
    await popup.waitFor(() => /No shortcut matches “nothing like this”/.test(document.body.textContent))
    const before = stage.rooms.visits.length
    await popup.press('Enter')
    await popup.fill('[role=combobox]', '')
    await waitForOptions(['Invite', 'Join Support', 'Join Showroom'])
    // A real click afterwards is the only one that arrives.
    await clickOption('Join Support')
    expect((await stage.rooms.visit(before)).entry?.roomId).toBe('5678')
    await closeRoom()
    expect(stage.rooms.visits).toHaveLength(before + 1)
  })

  test('Invite copies the link of the contact in the page, and says how long it is good for', async () => {
    await clickOption('Invite')
    expect(await message()).toMatch(/^Invitation link copied\. Valid until /)
    const link = new URL(await stage.session.clipboardText())
    expect([link.hostname, link.searchParams.get('email')]).toEqual([OMNOVIA, 'jane.doe@example.com'])
    expect(await popup.evaluate(() => document.documentElement.outerHTML)).not.toContain('room_login')
  })

  test('a contact without an e-mail address cannot be invited, and the popup says what is missing', async () => {
    await crm.goto(`${stage.crm.origin}/contacts/c-1004`)
    await waitForButtons(crm, 2)
    await openPopup()
    expect((await options())[0]).toMatchObject({ obstacle: 'Missing for this contact: E-mail.', disabled: 'true' })
    await expectNothingOf('Invite')
  })

  test('a refusal of the vendor’s protocol is shown, and nothing is copied', async () => {
    await crm.goto(`${stage.crm.origin}/contacts/c-1005`)
    await waitForButtons(crm, 3)
    await openPopup()
    const before = await stage.session.clipboardText()
    await clickOption('Invite')
    expect(await message()).toMatch(/cannot carry this name safely/)
    expect(await stage.session.clipboardText()).toBe(before)
  })
})

test('without a contact in the page, Invite says what to do', async () => {
  await crm.goto(`${stage.crm.origin}/contacts`)
  await openPopup()
  expect((await options()).find(({ name }) => name === 'Invite')).toMatchObject({
    obstacle: 'Open a contact in your CRM to use this.',
    disabled: 'true',
  })
  expect(await popup.evaluate(() => document.querySelector('.record'))).toBeNull()
  await expectNothingOf('Invite')
})

describe('a problem comes with its remedy', () => {
  const gaps: readonly [string, object, RegExp, string][] = [
    ['a missing name', { firstName: 'Joe' }, /needs a first and a last name/, 'lastName'],
    [
      'a user name of other characters',
      { ...me, username: 'joe smith' },
      /allows only letters A to Z, digits/,
      'username',
    ],
  ]
  test.each(gaps)(
    '%s is told, and a click leads to its field in the own details',
    async (_what, person, words, fact) => {
      await saveMe(stage, person)
      await openPopup()
      const before = stage.rooms.visits.length
      await clickOption('Join Support')
      expect(await message()).toMatch(words)
      expect(await followRemedy('Open your details')).toBe(`#me/${fact} ${fact}`)
      expect(stage.rooms.visits).toHaveLength(before)
      await saveMe(stage, me)
    },
  )

  /** Clicks the remedy; the address of the settings and the field that has the focus there. */
  async function followRemedy(words: string): Promise<string> {
    await popup.waitFor((text) => document.querySelector('.ending .button')?.textContent === text, words)
    await popup.click('.ending .button')
    const settings = await stage.session.waitForPage((url) => /options\.html#.+\/./.test(url))
    await settings.waitFor(() => document.activeElement?.matches('input, select'))
    const place = await settings.evaluate(() => `${location.hash} ${document.activeElement?.id.split('.').at(-1)}`)
    await settings.close()
    return place
  }
})

test('turned off and on again on this site, the buttons go and come', async () => {
  await crm.goto(`${stage.crm.origin}/contacts/c-1002`)
  await waitForButtons(crm, 3)
  await openPopup()
  const { host } = new URL(stage.crm.origin)
  await popup.waitFor((text) => document.querySelector('.site')?.textContent?.includes(text), `Enabled on ${host}`)
  await popup.click('.site .button')
  await popup.waitFor(() => document.querySelector('.site .button-primary') !== null)
  await waitForButtons(crm, 0)
  expect(await stage.send('desk.read', {})).toMatchObject({ sites: [] })
  await stage.session.allowGrants(['http://127.0.0.1/*'])
  await popup.click('.site .button-primary')
  await waitForButtons(crm, 3)
  await popup.waitFor((text) => document.querySelector('.site')?.textContent?.includes(text), `Enabled on ${host}`)
})

/** Opens the popup anew for the page as it is now. */
async function openPopup(): Promise<void> {
  const open = (await stage.session.pages()).includes(popup)
  if (open) await popup.goto(address)
  else popup = await stage.session.open(address)
  await popup.waitFor(() => document.querySelector('[role=option]') !== null)
}

function options() {
  return popup.evaluate(() =>
    [...document.querySelectorAll('[role=option]')].map((option) => ({
      name: option.querySelector('.shortcut-name')?.textContent ?? '',
      account: option.querySelector('.shortcut-name + .quiet')?.textContent ?? '',
      obstacle: option.querySelector('.shortcut-obstacle')?.textContent ?? null,
      disabled: option.ariaDisabled,
      chosen: option.ariaSelected,
    })),
  )
}

async function waitForOptions(names: readonly string[]): Promise<void> {
  await popup.waitFor(
    (expected) => [...document.querySelectorAll('.shortcut-name')].map((name) => name.textContent).join() === expected,
    names.join(),
  )
}

async function waitForChosen(name: string): Promise<void> {
  await popup.waitFor((expected) => {
    const option = document.querySelector('[aria-selected=true]')
    const field = document.querySelector('[role=combobox]')
    return (
      option?.querySelector('.shortcut-name')?.textContent === expected &&
      field?.getAttribute('aria-activedescendant') === option.id &&
      document.activeElement === field
    )
  }, name)
}

async function clickOption(name: string): Promise<void> {
  // By place: the driver would wait for one that is not enabled.
  const [x, y] = await popup.evaluate((wanted) => {
    const found = [...document.querySelectorAll('.shortcut-name')].find(({ textContent }) => textContent === wanted)
    const { left, top, width, height } = (found ?? document.body).getBoundingClientRect()
    return [left + width / 2, top + height / 2] as const
  }, name)
  await popup.clickAt(x, y)
}

/** What the popup says below the list. */
async function message(): Promise<string> {
  await popup.waitFor(() => document.querySelector('.ending .message') !== null)
  return await popup.evaluate(() => document.querySelector('.ending .message')?.textContent ?? '')
}

/** A click on a shortcut that cannot run; another one afterwards shows that no answer was on its way. */
async function expectNothingOf(name: string): Promise<void> {
  const before = stage.rooms.visits.length
  await clickOption(name)
  await clickOption('Join Support')
  expect((await stage.rooms.visit(before)).entry?.roomId).toBe('5678')
  await closeRoom()
  expect(await message()).toBe('Join Support opened.')
}

async function closeRoom(): Promise<void> {
  await (await stage.session.waitForPage((url) => url.startsWith(`https://${OMNOVIA}/`))).close()
}
