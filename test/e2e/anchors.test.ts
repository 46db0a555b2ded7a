/** Where a record's buttons stand: at one of its anchors, the best that is seen, on the right side of it (invariant 8). @module */
import { afterAll, beforeAll, beforeEach, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { clickButton, waitForButtons } from './buttons.ts'
import { expectInvitedAtOnce } from './invited.ts'
import { labBuild } from './lab-build.ts'
import { enableSite, openStage, type Stage, setUpOrganisation } from './stage.ts'

let stage: Stage
let page: Page
let key = 'a'

beforeAll(async () => {
  const browser = inject('browser')
  stage = await openStage(browser, { extensionDirectory: await labBuild(browser, inject('labFolder')) })
  await setUpOrganisation(stage)
  await enableSite(stage, stage.lab.origin)
  page = await stage.session.open(stage.lab.origin)
})
afterAll(() => stage?.close())

// In the rule's order of preference: before "best", after "good", first in "first", last in the title.
beforeEach(async () => {
  key += '-'
  await page.goto(stage.lab.origin)
  await page.evaluate((of) => {
    const place = (name: string) => lab.make('div', { 'data-place': name }, name)
    const record = lab.contact(of)
    record.append(place('good'), place('other'), place('first'))
    lab.main().append(record)
  }, key)
  await waitForButtons(page, 3)
})

/** Waits until our one element stands between these. */
async function waitForPlace(neighbours: string): Promise<void> {
  await page.waitFor((expected) => {
    const hosts = document.querySelectorAll('x-joinery')
    const name = (element: Element | null | undefined) =>
      element?.getAttribute('data-place') ?? element?.getAttribute('data-slot') ?? element?.localName ?? 'nothing'
    const [host] = hosts
    const around = [host?.previousElementSibling, host?.parentElement, host?.nextElementSibling].map(name).join(' ')
    return hosts.length === 1 && around === expected
  }, neighbours)
}

/** Waits so, and sees that the buttons act. */
async function expectAt(neighbours: string): Promise<void> {
  await waitForPlace(neighbours)
  await waitForButtons(page, 3)
  await clickButton(page, 'Invite', key)
  await expectInvitedAtOnce(stage, `${key}@example.com`)
}

test('of several anchors the preferred one has the buttons', async () => {
  await expectAt('good article other')
})

test('a preferred anchor that comes later wins', async () => {
  await page.evaluate(() => document.querySelector('article')?.append(lab.make('div', { 'data-place': 'best' })))
  await expectAt('first article best')
})

test('an anchor that becomes a preferred one by an attribute alone wins', async () => {
  await page.evaluate(() => document.querySelector('[data-place=other]')?.setAttribute('data-place', 'best'))
  await expectAt('good article best')
})

test('where the anchor is hidden another one takes over, until it is shown again', async () => {
  await page.evaluate(() => document.querySelector('[data-place=good]')?.toggleAttribute('hidden', true))
  await waitForPlace('nothing first nothing')
  await page.evaluate(() => document.querySelector('[data-place=good]')?.toggleAttribute('hidden', false))
  await expectAt('good article other')
})

test('where the anchor goes another one takes over, and so on to the last', async () => {
  await page.evaluate(() => document.querySelector('[data-place=good]')?.remove())
  await waitForPlace('nothing first nothing')
  await page.evaluate(() => document.querySelector('[data-place=first]')?.remove())
  await expectAt('h1 title nothing')
})

test('of two anchors alike the first has the buttons', async () => {
  await page.evaluate(() =>
    document.querySelector('article')?.prepend(lab.make('div', { 'data-place': 'good' }, 'good')),
  )
  await expectAt('good article title')
})

test.each([
  [
    'moves the anchor',
    () => document.querySelector('article')?.append(document.querySelector('[data-place=good]') as Node),
    'good article nothing',
  ],
  [
    'puts something between',
    () => document.querySelector('[data-place=good]')?.after(lab.make('hr', {})),
    'good article hr',
  ],
  [
    'moves our element away from it',
    () => document.querySelector('article')?.append(document.querySelector('x-joinery') as Node),
    'good article other',
  ],
])('beside its anchor the buttons stay where the page %s', async (_name, act, neighbours) => {
  await page.evaluate(act)
  await expectAt(neighbours)
})

test('before its anchor, too', async () => {
  await page.evaluate(() => document.querySelector('article')?.append(lab.make('div', { 'data-place': 'best' })))
  await waitForPlace('first article best')
  await page.evaluate(() =>
    document.querySelector('article')?.prepend(document.querySelector('[data-place=best]') as Node),
  )
  await expectAt('nothing article best')
})
