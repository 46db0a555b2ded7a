/** The extension is updated, disabled and enabled again under an open page: its buttons follow, without a reload (invariant 8). @module */
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { clickButton, waitForButtons } from './buttons.ts'
import { expectInvitedAtOnce } from './invited.ts'
import { enableSite, openStage, type Stage, save, setUpOrganisation } from './stage.ts'

let stage: Stage
let page: Page
let count = 0
let key: string

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  await setUpOrganisation(stage)
  // Else it would be locked after each new start.
  await save(stage, 'vault.setStaysUnlocked', { stays: true })
  await enableSite(stage, stage.lab.origin)
  page = await stage.session.open(stage.lab.origin)
})
afterAll(() => stage?.close())
beforeEach(async () => {
  count += 1
  key = `u-${count}`
  await page.goto(stage.lab.origin)
  await page.evaluate((of) => {
    lab.main().append(lab.contact(of))
    Object.assign(globalThis, { loaded: 'once' })
  }, key)
  await waitForButtons(page, 3)
  await page.evaluate(() => Object.assign(document.querySelector('x-joinery') as object, { isOld: true }) && null)
})

/** Waits for buttons that are new, and sees that they are the only ones and act. */
async function expectNewButtons(): Promise<void> {
  await page.waitFor(() => document.querySelector<Element & { isOld?: true }>('x-joinery')?.isOld === undefined)
  await page.waitFor(() => document.querySelectorAll('x-joinery').length === 1)
  await waitForButtons(page, 3)
  await clickButton(page, 'Invite', key)
  await expectInvitedAtOnce(stage, `${key}@example.com`)
  expect(await page.evaluate(() => (globalThis as { loaded?: string }).loaded)).toBe('once')
}

test('after an update the old buttons are gone and new ones are there, none doubled', async () => {
  await stage.session.restartExtension()
  await page.hoverAt(1, 1)
  await expectNewButtons()
})

test('disabled, it leaves no button; enabled again, it brings them back', async () => {
  await stage.session.setEnabled(false)
  await page.hoverAt(1, 1)
  await waitForButtons(page, 0)
  await stage.session.setEnabled(true)
  await page.hoverAt(1, 1)
  await expectNewButtons()
})
