/** A real Tryton, which keeps every view it opened: the buttons are for the person whom the user sees. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { type Person, people } from '../real-crms/crm.ts'
import { obstacleToPackages, TRYTON_PACKAGES } from '../real-crms/packages.ts'
import { DATABASE, startTryton } from '../real-crms/tryton.ts'
import { waitForButtons } from './buttons.ts'
import {
  expectButtonsIn,
  invite,
  JOIN_ONLY,
  join,
  openRealCrmStage,
  type RealCrmStage,
  SHORTCUTS,
} from './real-crm-stage.ts'
import { recordsOn } from './site-pages.ts'

/** The view in front. */
const VIEW = '#tabcontent > .tab-pane.active'
const FORM = `${VIEW} .tab-form > .panel-body`
const NAME = `${VIEW} input[name="name"]`
const obstacle = obstacleToPackages(TRYTON_PACKAGES)
const [mara, sean] = people as readonly [Person, Person]
const guest = ({ name, email }: Pick<Person, 'name' | 'email'>) => ({ name, email, role: 'attendee' })

let stage: RealCrmStage
let page: Page

describe.skipIf(obstacle !== undefined)(`Tryton${obstacle === undefined ? '' : ` (skipped: ${obstacle})`}`, () => {
  beforeAll(async () => {
    stage = await openRealCrmStage(inject('browser'), startTryton)
    const { origin, login } = stage.realCrm
    page = await stage.session.open(origin)
    // The list of databases comes after the form.
    await page.waitFor(
      (name) => [...document.querySelectorAll<HTMLInputElement>('#database')].some(({ value }) => value === name),
      DATABASE,
    )
    await page.fill('#login', login.user)
    await page.press('Enter')
    await shows('input[type="password"]')
    await page.fill('input[type="password"]', login.password)
    await page.press('Enter')
  })
  afterAll(() => stage?.close())

  const shows = (selector: string) =>
    page.waitFor((wanted) => document.querySelector(wanted)?.checkVisibility(), selector)

  /** The one record in front, as it was read. */
  const expectFacts = ({ company: _ofItsOwn, ...facts }: Partial<Person>) =>
    expect
      .poll(async () => (await recordsOn(stage, page))?.records)
      .toEqual([{ kind: 'contact', key: expect.stringMatching(/^\d+$/), facts }])

  /** Presses a button of the toolbar, and waits until the form shows another name. */
  async function turn(button: 'next' | 'previous'): Promise<void> {
    const name = await page.evaluate(nameIn, NAME)
    await page.click(`${VIEW} button#${button}`)
    await page.waitFor(
      (selector, before) => {
        const field = document.querySelector<HTMLInputElement>(selector)
        return field !== null && field.value !== '' && field.value !== before
      },
      NAME,
      name,
    )
  }

  /** Brings a tab to the front, the one from the list or the one from the search, and invites. */
  async function inviteInTab(place: 'first' | 'last', person: Person): Promise<void> {
    await page.click(`#tablist > li:${place}-child a`)
    await expectFacts(person)
    await expectButtonsIn(page, FORM, SHORTCUTS)
    // Tryton shows a tab first and changes the address then: who clicks at once may be asked.
    const asked = (question: string) => expect(question).toContain(person.name)
    expect(await invite(stage, page, { asked })).toEqual(guest(person))
  }

  test('the list of parties has no buttons', async () => {
    await page.click('#menu tbody tr:first-child .expander')
    await page.click('#menu [title="Parties"]')
    await shows(`${VIEW} [title="${mara.name}"]`)
    await expect.poll(() => recordsOn(stage, page)).toEqual({ site: 'tryton', records: [] })
    await waitForButtons(page, 0)
  })

  test('a party has one set of buttons above its form, and Join leads into the room', async () => {
    await page.click(`${VIEW} [title="${mara.name}"]`)
    await page.press('Control+l')
    await shows(NAME)
    await expectButtonsIn(page, FORM, SHORTCUTS)
    await expectFacts(mara)
    expect(await join(stage, page)).toBe('joe_smith.com_ entered room 5678 as presenter, link valid 10 min')
    expect(await invite(stage, page)).toEqual(guest(mara))
  })

  test('next and previous fill the same form with another party: the buttons are for the one shown', async () => {
    await turn('next')
    await expectButtonsIn(page, FORM, JOIN_ONLY)
    await expectFacts({ name: sean.company })
    await turn('next')
    await expectButtonsIn(page, FORM, SHORTCUTS)
    await expectFacts(sean)
    expect(await invite(stage, page)).toEqual(guest(sean))
    await turn('previous')
    await expectButtonsIn(page, FORM, JOIN_ONLY)
    await turn('previous')
    await expectButtonsIn(page, FORM, SHORTCUTS)
    expect(await invite(stage, page)).toEqual(guest(mara))
  })

  test('of two parties in tabs, the one in front is invited, each time', async () => {
    await page.fill('#global-search-entry', 'Sean')
    await page.click('#global-search .completion a')
    await page.waitFor(() => document.querySelectorAll('#tablist > li').length === 2)
    await inviteInTab('last', sean)
    await inviteInTab('first', mara)
    await inviteInTab('last', sean)
  })

  test('a name that was changed and not saved is the one that counts', async () => {
    const changed = { ...sean, name: 'Sean & <Óg> O’Neill' }
    await page.fill(NAME, changed.name)
    await expectFacts(changed)
    expect(await invite(stage, page)).toEqual(guest(changed))
  })

  test('the buttons survive that the record is read anew, and are for who it is', async () => {
    await page.click(`${VIEW} button#reload`)
    // Not to be saved.
    await page.click('.modal.in .modal-footer button:nth-child(2)')
    await page.waitFor(
      (selector, name) => document.querySelector<HTMLInputElement>(selector)?.value === name,
      NAME,
      sean.name,
    )
    await expectButtonsIn(page, FORM, SHORTCUTS)
    await expectFacts(sean)
    await inviteInTab('first', mara)
    await inviteInTab('last', sean)
  })

  test('back in its list, and with its tab closed, a party has none', async () => {
    await page.click('#tablist > li:last-child button.close')
    await page.waitFor(() => document.querySelectorAll('#tablist > li').length === 1)
    await expectFacts(mara)
    await expectButtonsIn(page, FORM, SHORTCUTS)
    await page.press('Control+l')
    await shows(`${VIEW} [title="${mara.name}"]`)
    await waitForButtons(page, 0)
  })
})

// Runs in the page.
function nameIn(selector: string): string {
  return document.querySelector<HTMLInputElement>(selector)?.value ?? ''
}
