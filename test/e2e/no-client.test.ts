/** Where no program takes the link, the window stays where it is and says what to do. @module */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import {
  CONTROL,
  clickControl,
  openReachStage,
  type ReachStage,
  registerByForm,
  showContact,
  textWith,
} from './reach-stage.ts'
import { save } from './stage.ts'

let stage: ReachStage

beforeAll(async () => {
  stage = await openReachStage(inject('browser'), { hasClient: false })
})
afterAll(() => stage?.close())

test('the window stays; it opens the link again without another call, and starts anew with one', async () => {
  const device = stage.reach.addDevice()
  await registerByForm(stage, device, 'PC-4711')
  await save(stage, 'desk.saveShortcut', {
    name: 'Remote',
    accountId: stage.accountId,
    action: 'control',
    inPage: true,
  })
  const page = await stage.session.open(stage.lab.origin)
  await showContact(stage, page, 'c-1', device.remotecontrolId)
  const control = await clickControl(stage, page, 'Remote')
  const address = await control.url()
  await control.click('.start')
  await textWith(control, 'install the vendor’s program')
  expect(await control.url()).toBe(address)
  // Chromium asks in a dialog of its own before it looks for a program, and lets nothing through until it is answered.
  if (inject('browser') === 'firefox') await goOn(control)
  expect(await page.url()).toBe(`${stage.lab.origin}/`)
})

async function goOn(control: Page): Promise<void> {
  const address = await control.url()
  for (const _ of [1, 2]) {
    await control.click('.again')
    expect(await control.url()).toBe(address)
  }
  expect(stage.reach.requests.of(CONTROL)).toHaveLength(1)
  await control.click('.anew')
  await control.click('.start')
  await textWith(control, 'was handed over')
  expect(stage.reach.requests.of(CONTROL)).toHaveLength(2)
  await control.click('.close')
  await expect.poll(async () => (await stage.session.pages()).includes(control)).toBe(false)
}
