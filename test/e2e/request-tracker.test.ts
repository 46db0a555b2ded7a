/** A real Request Tracker: the buttons beside the right person, in each page that shows one. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { type Person, people } from '../real-crms/crm.ts'
import { obstacleToPackages, REQUEST_TRACKER_PACKAGES } from '../real-crms/packages.ts'
import { decoys, startRequestTracker, walkIn } from '../real-crms/request-tracker.ts'
import { visibleButtons, waitForButtons } from './buttons.ts'
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

const REQUESTORS = '.requestors'
const REAL_NAME = '.user-summary-extra-field.RealName'
const IDENTITY = '.user-info-identity .titlebox-title'
const TICKETS = '/Search/Results.html?Query=id%20%3E%200&OrderBy=id&Order=ASC'
const obstacle = obstacleToPackages(REQUEST_TRACKER_PACKAGES)
const [mara, sean] = people as readonly [Person, Person]
const guest = ({ name, email }: Pick<Person, 'name' | 'email'>) => ({ name, email, role: 'attendee' })

let stage: RealCrmStage
let page: Page

describe.skipIf(obstacle !== undefined)(
  `Request Tracker${obstacle === undefined ? '' : ` (skipped: ${obstacle})`}`,
  () => {
    beforeAll(async () => {
      stage = await openRealCrmStage(inject('browser'), startRequestTracker)
      const { origin, login } = stage.realCrm
      page = await stage.session.open(origin)
      await page.fill('input[name="user"]', login.user)
      await page.fill('input[name="pass"]', login.password)
      await page.press('Enter')
      await page.waitFor(() => document.querySelector('#preferences') !== null)
    })
    afterAll(() => stage?.close())

    const visit = (path: string) => page.goto(`${stage.realCrm.origin}${path}`)

    /** Follows a link in the page, and waits until its page is there. */
    async function follow(selector: string, path: string): Promise<void> {
      await page.click(selector)
      await page.waitFor((start) => location.pathname.startsWith(start) && document.readyState === 'complete', path)
    }

    /** The one record with buttons in this page, as it was read. */
    const expectFacts = (kind: string, facts: Partial<Person>) =>
      expect
        .poll(() => recordsOn(stage, page))
        .toEqual({ site: 'request-tracker', records: [{ kind, key: expect.stringMatching(/^\d+$/), facts }] })

    test('a ticket has one set of buttons beside its requestor, and Join leads into the room', async () => {
      await visit(TICKETS)
      await follow('#body a[href$="/Ticket/Display.html?id=1"]', '/Ticket/Display.html')
      await expectButtonsIn(page, REQUESTORS, SHORTCUTS)
      await expectFacts('case', { name: mara.name, email: mara.email })
      expect(await join(stage, page)).toBe('joe_smith.com_ entered room 5678 as presenter, link valid 10 min')
    })

    test('Invite there is for the requestor, not for who wrote last or is quoted', async () => {
      for (const decoy of Object.values(decoys)) {
        await page.waitFor((address) => document.querySelector('.history')?.textContent?.includes(address), decoy)
      }
      expect(await invite(stage, page)).toEqual(guest(mara))
    })

    test('the next ticket is the other person’s', async () => {
      await page.fill('#simple-search input[name="q"]', '2')
      await page.press('Enter')
      await page.waitFor(() => document.title.startsWith('#2:'))
      await expectButtonsIn(page, REQUESTORS, SHORTCUTS)
      expect(await invite(stage, page)).toEqual(guest(sean))
    })

    test('a user’s page has one set of buttons beside the name', async () => {
      await follow(`${REQUESTORS} a`, '/User/Summary.html')
      await expectButtonsIn(page, REAL_NAME, SHORTCUTS)
      await expectFacts('contact', sean)
      expect(await join(stage, page)).toContain('entered room 5678 as presenter')
    })

    test('a search for users has none, and leads to the page of the other', async () => {
      await page.fill('#body input[name="UserString"]', 'l')
      await follow('#body input[name="UserSearch"]', '/User/Search.html')
      await expect.poll(() => recordsOn(stage, page)).toEqual({ site: 'request-tracker', records: [] })
      await follow(await linkTo('mara'), '/User/Summary.html')
      await expectButtonsIn(page, REAL_NAME, SHORTCUTS)
      await expectFacts('contact', mara)
      expect(await invite(stage, page)).toEqual(guest(mara))
    })

    test('in the form what the fields hold counts, saved or not', async () => {
      await follow('#page-basics', '/Admin/Users/Modify.html')
      await expectButtonsIn(page, IDENTITY, SHORTCUTS)
      await expectFacts('contact', mara)
      await page.fill('input[name="RealName"]', 'Mara & <Lind> Qvist')
      await expectFacts('contact', { ...mara, name: 'Mara & <Lind> Qvist' })
      expect(await invite(stage, page)).toEqual(guest({ ...mara, name: 'Mara & <Lind> Qvist' }))
    })

    test('the other’s form names the other', async () => {
      await visit('/User/Search.html?UserString=l')
      await follow(await linkTo('sean'), '/User/Summary.html')
      await follow('#page-basics', '/Admin/Users/Modify.html')
      await expectButtonsIn(page, IDENTITY, SHORTCUTS)
      await expectFacts('contact', sean)
      expect(await invite(stage, page)).toEqual(guest(sean))
    })

    test('who has no address is not invited, neither in the ticket nor in the user’s page', async () => {
      await visit(TICKETS)
      await follow('#body a[href$="/Ticket/Display.html?id=3"]', '/Ticket/Display.html')
      await expectButtonsIn(page, REQUESTORS, JOIN_ONLY)
      await follow(`${REQUESTORS} a`, '/User/Summary.html')
      await expectButtonsIn(page, REAL_NAME, JOIN_ONLY)
      await expectFacts('contact', { name: walkIn.name })
    })

    test('each ticket in a list has its own, compact; a click there invites, and does not follow the row’s link', async () => {
      await visit(TICKETS)
      const buttons = await waitForButtons(page, 8)
      expect(buttons.map(({ host, label }) => [host, label])).toEqual([
        ...SHORTCUTS.map((label) => ['1', label]),
        ...SHORTCUTS.map((label) => ['2', label]),
        ...JOIN_ONLY.map((label) => ['3', label]),
      ])
      expect(Math.max(...buttons.map(({ box }) => box?.width ?? 0))).toBeLessThanOrEqual(32)
      expect(await invite(stage, page, { recordKey: '1' })).toEqual(guest(mara))
      expect(await invite(stage, page, { recordKey: '2' })).toEqual(guest(sean))
      expect(await page.url()).toBe(`${stage.realCrm.origin}${TICKETS}`)
    })

    test('a page that shows an error instead of a user or a ticket has none', async () => {
      for (const path of ['/User/Summary.html?id=404', '/Ticket/Display.html?id=404']) {
        await visit(path)
        expect(await page.evaluate(() => document.querySelector('#body .error') !== null)).toBe(true)
        await expect.poll(() => recordsOn(stage, page)).toEqual({ site: 'request-tracker', records: [] })
        expect(await visibleButtons(page)).toEqual([])
      }
    })

    /** A selector of the link with this text in a list. */
    async function linkTo(text: string): Promise<string> {
      const address = await page.evaluate((wanted) => {
        const links = [...document.querySelectorAll('#body a[href*="id="]')]
        return links.find((link) => link.textContent === wanted)?.getAttribute('href')
      }, text)
      return `#body a[href="${address}"]`
    }
  },
)
