/** A click never acts for somebody else than the user aimed at: where that is in doubt, a window of ours asks (invariant 8). @module */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'
import { clickButton, comeTo, middleOf, waitForButtons } from './buttons.ts'
import { closeConfirmWindows, waitForConfirm } from './confirm-window.ts'
import { expectAsked, expectInvitedAtOnce, invited, letItStand } from './invited.ts'
import { labBuild } from './lab-build.ts'
import { enableSite, openStage, type Stage, setUpOrganisation } from './stage.ts'

const ADDRESS = /address of the page and what it shows/
const CHANGED = /changed to another record while you clicked/
const MOVED = /moved this button under your pointer/

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

describe('a pager that keeps its elements and puts values into inputs', () => {
  let first = 'first'
  beforeEach(async () => {
    first += '-'
    await page.goto(`${stage.lab.origin}/pager/${first}`)
    await page.evaluate(() => {
      const input = (name: string) => lab.make('input', { name })
      lab.main().append(lab.make('form', { class: 'pager' }, lab.make('header', {}), input('name'), input('email')))
    })
    await page.evaluate(showPerson, first)
    await waitForButtons(page, 3)
    await letItStand(page)
  })

  test('acts for the next person, without a question, once address and values have moved on', async () => {
    await page.evaluate(showPerson, 'p-2')
    await page.evaluate(moveOn, 'p-2')
    await clickButton(page, 'Invite')
    await expectInvitedAtOnce(stage, 'p-2@example.com')
  })

  test('acts without a question where the values came after the address', async () => {
    await page.evaluate(moveOn, 'p-3')
    await page.evaluate(twoFrames)
    await page.evaluate(showPerson, 'p-3')
    await clickButton(page, 'Invite')
    await expectInvitedAtOnce(stage, 'p-3@example.com')
  })

  test('asks where the address has moved on and the values have not', async () => {
    await page.evaluate(moveOn, 'p-4')
    await clickButton(page, 'Invite')
    await expectAsked(stage, ADDRESS, `${first}@example.com`)
  })

  test('asks where the values have moved on and the address has not', async () => {
    await page.evaluate(showPerson, 'p-5')
    await clickButton(page, 'Invite')
    await expectAsked(stage, ADDRESS, 'p-5@example.com')
  })

  test('asks where the page draws its buttons’ place anew with the values of before', async () => {
    await page.evaluate(moveOn, 'p-6')
    await page.evaluate(() => document.querySelector('header')?.replaceWith(lab.make('header', {})))
    await waitForButtons(page, 3)
    await clickButton(page, 'Invite')
    await expectAsked(stage, ADDRESS, `${first}@example.com`)
  })

  test('asks where the page names another key than its address', async () => {
    await page.evaluate(() => document.querySelector('form')?.setAttribute('data-shown', 'p-7'))
    await clickButton(page, 'Invite')
    await expectAsked(stage, ADDRESS, `${first}@example.com`)
  })

  test('does nothing where the user cancels', async () => {
    const before = await invited(stage)
    const pages = (await stage.session.pages()).length
    await page.evaluate(showPerson, 'p-8')
    await clickButton(page, 'Invite')
    const asking = await waitForConfirm(stage.session)
    // The window may be gone before the driver has told of the click; one that stays open fails below.
    await asking.click('.button-plain').catch(() => {})
    await until('the window to close', async () => (await stage.session.pages()).length === pages)
    expect(await invited(stage)).toBe(before)
  })

  test('asks where everything moved on between the press and the click', async () => {
    const [x, y] = await middleOf(page, 'Invite')
    await comeTo(page, x, y)
    await page.mouseDown(x, y)
    await page.evaluate(showPerson, 'p-9')
    await page.evaluate(moveOn, 'p-9')
    await page.mouseUp(x, y)
    await expectAsked(stage, CHANGED, 'p-9@example.com')
  })

  test('asks where everything moved on under the focus, just before Enter', async () => {
    await page.evaluate(() => document.querySelector('input')?.focus())
    await page.press('Shift+Tab')
    await page.evaluate(showPerson, 'p-10')
    await page.evaluate(moveOnAtNextKey, 'p-10')
    await page.press('Enter')
    await expectAsked(stage, CHANGED, 'p-10@example.com')
  })

  test('acts for the next person a second after it came, for the keyboard too', async () => {
    await page.evaluate(() => document.querySelector('input')?.focus())
    await page.press('Shift+Tab')
    await page.evaluate(showPerson, 'p-11')
    await page.evaluate(moveOn, 'p-11')
    await page.waitFor(() => performance.now() > Number(document.body.dataset.movedOnAt) + 1000)
    await page.press('Enter')
    await expectInvitedAtOnce(stage, 'p-11@example.com')
  })

  test('acts without a question where a value came late', async () => {
    await page.goto(`${stage.lab.origin}/pager/p-12`)
    await page.evaluate(() => {
      const name = lab.make('input', { name: 'name', value: 'Ada p-12' })
      lab.main().append(lab.make('form', { class: 'pager' }, lab.make('header', {}), name))
    })
    const [x, y] = await waitForButtons(page, 2).then(() => middleOf(page, 'Join Support'))
    await page.hoverAt(x, y)
    await page.evaluate(() => {
      document.querySelector('form')?.append(lab.make('input', { name: 'email', value: 'p-12@example.com' }))
    })
    await clickButton(page, 'Invite')
    await expectInvitedAtOnce(stage, 'p-12@example.com')
  })
})

/** Runs in the page. */
function showPerson(key: string): void {
  for (const input of document.querySelectorAll('input')) {
    input.value = input.name === 'email' ? `${key}@example.com` : `Ada ${key}`
  }
}

/** Runs in the page. */
function moveOn(key: string): void {
  history.pushState(null, '', `/pager/${key}`)
  document.body.dataset.movedOnAt = String(performance.now())
}

/** Runs in the page: before the key comes to anything in it, so that no pause of the driver lies between. */
function moveOnAtNextKey(key: string): void {
  addEventListener('keydown', () => history.pushState(null, '', `/pager/${key}`), { capture: true, once: true })
}

/** Runs in the page. */
function twoFrames(): Promise<null> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null))))
}

test('a record in a dialog over a grid has the buttons, and they act for it', async () => {
  await page.goto(`${stage.lab.origin}/grid?row=d-1`)
  await page.evaluate(() => {
    lab
      .main()
      .append(
        lab.make('table', {}, ...['r-1', 'r-2'].map((key) => lab.make('tr', { id: key }, lab.make('td', {}, key)))),
      )
    const email = lab.make(
      'p',
      { 'data-field': 'email' },
      lab.make('a', { href: 'mailto:d-1@example.com' }, 'd-1@example.com'),
    )
    const name = lab.make('p', { 'data-field': 'name' }, 'Ada d-1')
    const dialog = lab.make('dialog', { class: 'record' }, lab.make('h2', {}), name, email) as HTMLDialogElement
    lab.main().append(dialog)
    dialog.showModal()
  })
  await waitForButtons(page, 3)
  await clickButton(page, 'Invite')
  await expectInvitedAtOnce(stage, 'd-1@example.com')
})

test.each([
  ['rests', 0],
  ['shakes', 2],
])('asks where the page sorted a list anew under a pointer that %s', async (name, pixels) => {
  await page.goto(stage.lab.origin)
  await page.evaluate((key) => lab.main().append(lab.contact(`one-${key}`), lab.contact(`other-${key}`)), name)
  await waitForButtons(page, 6)
  const [x, y] = await middleOf(page, 'Invite', `one-${name}`)
  await page.hoverAt(x, y)
  await page.evaluate(() => lab.main().prepend(...[...document.querySelectorAll('article')].slice(1)))
  if (pixels > 0) await page.hoverAt(x + pixels, y)
  await page.clickHere()
  await expectAsked(stage, MOVED, `other-${name}@example.com`)
})

test('what only looks like a fact of the record is not read', async () => {
  await page.goto(stage.lab.origin)
  await page.evaluate(() => {
    const mail = (key: string) => lab.make('a', { href: `mailto:${key}@example.com` }, `${key}@example.com`)
    const field = (key: string, attributes = {}) => lab.make('p', { 'data-field': 'email', ...attributes }, mail(key))
    const record = lab.contact('t-1')
    // Before the record's own: an address in a quoted mail, in a hidden dialog, and in one that is not open.
    record.prepend(
      lab.make('blockquote', {}, mail('quoted')),
      field('hidden', { hidden: '' }),
      lab.make('dialog', {}, field('closed')),
      lab.make('div', { style: 'visibility: hidden' }, field('unseen')),
    )
    lab.main().append(lab.make('nav', {}, 'Recently viewed', field('recent')), record, field('after'))
  })
  await waitForButtons(page, 3)
  await clickButton(page, 'Invite', 't-1')
  await expectInvitedAtOnce(stage, 't-1@example.com')
})
