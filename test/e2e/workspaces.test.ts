/** A site that keeps several views in one page: only the visible one counts, and its buttons mean its record (invariant 8). @module */
import { afterAll, afterEach, beforeAll, beforeEach, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { clickButton, waitForButtons } from './buttons.ts'
import { closeConfirmWindows } from './confirm-window.ts'
import { expectAsked, expectInvitedAtOnce, letItStand } from './invited.ts'
import { labBuild } from './lab-build.ts'
import { enableSite, openStage, type Stage, setUpOrganisation } from './stage.ts'

let stage: Stage
let page: Page

beforeAll(async () => {
  const browser = inject('browser')
  stage = await openStage(browser, { extensionDirectory: await labBuild(browser, inject('labFolder')) })
  await setUpOrganisation(stage)
  await enableSite(stage, stage.lab.origin)
  page = await stage.session.open(stage.lab.origin)
})
afterAll(() => stage?.close())
afterEach(() => closeConfirmWindows(stage.session))

let [one, other] = ['one', 'other']
beforeEach(async () => {
  // Everybody is invited in one test only.
  one += '-'
  other += '-'
  await page.goto(`${stage.lab.origin}/view/${one}`)
  await page.evaluate(
    (...keys) => {
      const view = (key: string) => {
        const mail = lab.make('a', { href: `mailto:${key}@example.com` }, `${key}@example.com`)
        return lab.make('section', { class: 'view', id: key, hidden: '' }, lab.make('h1', {}, `Ada ${key}`), mail)
      }
      lab.main().append(...keys.map(view))
    },
    one,
    other,
  )
  await page.evaluate(show, one)
  await waitForButtons(page, 3)
  await letItStand(page)
})

/** Runs in the page: brings one view to the front. */
function show(key: string): void {
  for (const view of document.querySelectorAll<HTMLElement>('section.view')) view.hidden = view.id !== key
}

/** Runs in the page. */
function moveOn(key: string): void {
  history.pushState(null, '', `/view/${key}`)
}

test('the visible view has the buttons, and they act for its record', async () => {
  await clickButton(page, 'Invite')
  await expectInvitedAtOnce(stage, `${one}@example.com`)
})

test('the view that comes to the front has the buttons then, without a question', async () => {
  await page.evaluate(moveOn, other)
  await page.evaluate(show, other)
  await waitForButtons(page, 3)
  await clickButton(page, 'Invite')
  await expectInvitedAtOnce(stage, `${other}@example.com`)
  await page.evaluate(moveOn, one)
  await page.evaluate(show, one)
  await waitForButtons(page, 3)
  await clickButton(page, 'Invite')
  await expectInvitedAtOnce(stage, `${one}@example.com`)
})

test('a view that is shown again before the address has moved on is asked about', async () => {
  await page.evaluate(moveOn, other)
  await page.evaluate(show, other)
  await waitForButtons(page, 3)
  await page.evaluate(show, one)
  await waitForButtons(page, 3)
  await clickButton(page, 'Invite')
  await expectAsked(stage, /address of the page and what it shows/, `${one}@example.com`)
})

test('a view without a place for buttons gets a bar that floats, which goes when the view goes', async () => {
  await page.evaluate((key) => {
    const [anchor] = document.getElementById(key)?.getElementsByTagName('h1') ?? []
    anchor?.replaceWith(lab.make('h2', {}, `Ada ${key}`))
  }, other)
  await page.evaluate(moveOn, other)
  await page.evaluate(show, other)
  await page.waitFor(() => document.querySelector(':root > x-joinery') !== null)
  // The three, and the one that puts the bar away.
  await waitForButtons(page, 4)
  await clickButton(page, 'Invite')
  await expectInvitedAtOnce(stage, `${other}@example.com`)
  await page.evaluate(moveOn, one)
  await page.evaluate(show, one)
  await page.waitFor(() => document.querySelector(':root > x-joinery') === null)
  await waitForButtons(page, 3)
  await clickButton(page, 'Invite')
  await expectInvitedAtOnce(stage, `${one}@example.com`)
})
