/** The window that asks about a click: once only, not for long, not by a double click; and what Firefox cannot see (invariant 2). @module */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'
import { clickButton, comeTo, middleOf, waitForButtons } from './buttons.ts'
import { agree, closeConfirmWindows, isConfirm, textOfConfirm, waitForConfirm } from './confirm-window.ts'
import { expectAsked, expectInvitedAtOnce, invited } from './invited.ts'
import { changeSession, extensionApi } from './own-pages.ts'
import { enableSite, openStage, type Stage, save, sendFrom, setUpOrganisation } from './stage.ts'

const CHANGED = /changed to another record while you clicked/
const UNSEEN = /Firefox cannot tell/
const THREE_MINUTES = 3 * 60_000
const isFirefox = inject('browser') === 'firefox'

let stage: Stage
let page: Page
let count = 0
let key: string

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  await setUpOrganisation(stage)
  await enableSite(stage, stage.lab.origin)
  page = await stage.session.open(stage.lab.origin)
})
afterAll(() => stage?.close())
beforeEach(async () => {
  count += 1
  key = `w-${count}`
  await openRecord()
})
afterEach(() => closeConfirmWindows(stage.session))

const email = () => `${key}@example.com`

async function openRecord(): Promise<void> {
  await page.goto(stage.lab.origin)
  await page.evaluate((of) => lab.main().append(lab.contact(of)), key)
  await waitForButtons(page, 3)
}

/** Presses on the record, which the page swaps for another before the release. */
async function clickInDoubt(): Promise<void> {
  const [x, y] = await middleOf(page, 'Invite', key)
  await comeTo(page, x, y)
  await page.mouseDown(x, y)
  key += '-swapped'
  await page.evaluate((of) => {
    document.querySelector('article')?.setAttribute('data-record-id', of)
    document.querySelector('[data-field=last-name]')?.replaceChildren(of)
    document.querySelector('[data-field=email] a')?.replaceChildren(`${of}@example.com`)
  }, key)
  await page.mouseUp(x, y)
}

async function noteIn(asking: Page): Promise<string> {
  await asking.waitFor(() => document.querySelector('.message'))
  return textOfConfirm(asking)
}

describe('what waits in the window', () => {
  test('is done once, though the background stopped meanwhile', async () => {
    await clickInDoubt()
    const asking = await waitForConfirm(stage.session)
    await stage.session.stopBackground()
    await agree(asking)
    await until('the invitation', async () => (await invited(stage)) === email())
    expect(await sendFrom(asking, 'confirm.goOn', { trusts: false })).toBeNull()
  })

  test('is not done after three minutes', async () => {
    await clickInDoubt()
    const asking = await waitForConfirm(stage.session)
    await letTimePass(THREE_MINUTES)
    await agree(asking)
    expect(await noteIn(asking)).toMatch(/Nothing waits here any more/)
    expect(await invited(stage)).not.toBe(email())
  })

  test('is done a little before that', async () => {
    await clickInDoubt()
    const asking = await waitForConfirm(stage.session)
    await letTimePass(THREE_MINUTES - 30_000)
    await agree(asking)
    await until('the invitation', async () => (await invited(stage)) === email())
  })

  test('is not done where the site was turned off meanwhile', async () => {
    await clickInDoubt()
    const asking = await waitForConfirm(stage.session)
    await extensionApi(stage.desk, 'permissions', 'remove', { origins: ['http://127.0.0.1/*'] })
    await agree(asking)
    expect(await noteIn(asking)).toMatch(/Nothing waits here any more/)
    expect(await invited(stage)).not.toBe(email())
    await enableSite(stage, stage.lab.origin)
  })

  test('is told to its own window alone', async () => {
    await clickInDoubt()
    await waitForConfirm(stage.session)
    expect(await sendFrom(stage.desk, 'confirm.read', {})).toBeNull()
    expect(await sendFrom(stage.desk, 'confirm.goOn', { trusts: false })).toBeNull()
    expect(await invited(stage)).not.toBe(email())
  })

  test('waits for the vault first: locked, the click opens the window that unlocks, then the one that asks', async () => {
    // A page that was open before keeps its buttons.
    await save(stage, 'vault.lock', {})
    await clickInDoubt()
    const unlocking = await stage.session.waitForPage((url) => url.endsWith('/unlock.html'))
    await unlocking.fill('input[type="password"]', stage.passphrase)
    await unlocking.press('Enter')
    await expectAsked(stage, CHANGED, email())
  })

  /** Moves the moment of the click back. */
  async function letTimePass(milliseconds: number): Promise<void> {
    const { doubtedClicks } = (await extensionApi(stage.desk, 'storage.session', 'get', 'doubtedClicks')) as {
      readonly doubtedClicks: Readonly<Record<string, { readonly at: number }>>
    }
    const earlier = Object.entries(doubtedClicks).map(([id, click]) => [id, { ...click, at: click.at - milliseconds }])
    await changeSession(stage.desk, { doubtedClicks: Object.fromEntries(earlier) })
  }
})

test('its button sleeps at first, so that the second click of a double click does nothing', async () => {
  await clickInDoubt()
  const asking = await stage.session.waitForPage(isConfirm)
  // Begins anew, to be seen from its first moment.
  await asking.evaluate(() => {
    document.documentElement.dataset.left = ''
    location.reload()
  })
  const [slept, milliseconds] = await until('the button to wake', () => asking.evaluate(watchButton))
  expect(slept).toBe(true)
  expect(milliseconds).toBeGreaterThan(250)
  expect(await invited(stage)).not.toBe(email())
})

/** Runs in the window: whether the button slept when it was first seen, and how long from then on. */
async function watchButton(): Promise<readonly [boolean, number]> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const button = () => document.querySelector<HTMLButtonElement>('.go')
  if (document.documentElement.dataset.left !== undefined) throw new Error('The document that is being left.')
  while (button() === null) await frame()
  const seenAt = performance.now()
  const slept = button()?.disabled === true
  // What a click does to a button that sleeps.
  button()?.click()
  while (button()?.disabled) await frame()
  return [slept, performance.now() - seenAt]
}

describe.runIf(isFirefox)('in a site that is not trusted, Firefox', () => {
  const origins = { origins: ['http://127.0.0.1/*'] }

  beforeEach(async () => {
    await extensionApi(stage.desk, 'permissions', 'remove', origins)
    await enableSite(stage, stage.lab.origin, false)
    await openRecord()
  })

  test('asks at each click', async () => {
    await clickButton(page, 'Invite', key)
    await expectAsked(stage, UNSEEN, email())
    key += '-again'
    await openRecord()
    await clickButton(page, 'Invite', key)
    await expectAsked(stage, UNSEEN, email())
  })

  test('asks no more once the user trusts the site, until the site is turned off', async () => {
    await clickButton(page, 'Invite', key)
    const asking = await waitForConfirm(stage.session)
    await asking.click('input[type=checkbox]')
    await agree(asking)
    await until('the invitation', async () => (await invited(stage)) === email())
    await asking.close()
    key += '-trusted'
    await openRecord()
    await clickButton(page, 'Invite', key)
    await expectInvitedAtOnce(stage, email())
    await extensionApi(stage.desk, 'permissions', 'remove', origins)
    await enableSite(stage, stage.lab.origin, false)
    key += '-anew'
    await openRecord()
    await clickButton(page, 'Invite', key)
    await expectAsked(stage, UNSEEN, email())
  })

  test('offers no trust where something else is in doubt, too', async () => {
    await clickInDoubt()
    const asking = await waitForConfirm(stage.session)
    expect(await textOfConfirm(asking)).toMatch(UNSEEN)
    expect(await textOfConfirm(asking)).toMatch(CHANGED)
    expect(await asking.evaluate(() => document.querySelectorAll('input').length)).toBe(0)
  })
})

test.runIf(!isFirefox)(
  'Chromium sees for itself: a click in a site that nobody trusted is not asked about',
  async () => {
    await save(stage, 'desk.trustSite', { origin: stage.lab.origin, trusts: false })
    await clickButton(page, 'Invite', key)
    await expectInvitedAtOnce(stage, email())
  },
)
