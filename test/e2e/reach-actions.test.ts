/** What a REACH account offers beside remote control, from the options page; and remote control from the popup. @module */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Device } from '../vendors/reach/devices.ts'
import { pause } from '../vendors/reach/faults.ts'
import { openAction, runAction, submitAndAgree } from './action-forms.ts'
import { input, tabIdOf } from './own-pages.ts'
import {
  CONTROL,
  closeControl,
  openReachStage,
  type ReachStage,
  registerByForm,
  showContact,
  storedDevices,
  textWith,
} from './reach-stage.ts'
import { save } from './stage.ts'

const UNREGISTER = 'DELETE /oem/devices/unregister'

let stage: ReachStage
let device: Device

beforeAll(async () => {
  stage = await openReachStage(inject('browser'))
  device = stage.reach.addDevice()
  await registerByForm(stage, device, 'PC-4711')
})
afterAll(() => stage?.close())

test('the connection is tested', async () => {
  await openAction(stage, 'test')
  expect(await runAction(stage.desk)).toContain('TeamViewer accepts the script token')
  const { token } = stage.reach.tenant
  stage.reach.tenant.token = 'another'
  expect(await runAction(stage.desk)).toContain('does not')
  stage.reach.tenant.token = token
})

test('the connection is tested from the account’s form, too', async () => {
  await stage.desk.goto(`${stage.session.extensionOrigin}/options.html#accounts/${stage.accountId}`)
  await stage.desk.click('.connection button')
  await stage.desk.waitFor(() =>
    document.querySelector('.connection')?.textContent?.includes('TeamViewer accepts the script token'),
  )
})

test('devices here and at TeamViewer are compared in a table', async () => {
  await openAction(stage, 'devices')
  expect(await runAction(stage.desk)).toContain('1 row')
  const rows = await stage.desk.evaluate(() =>
    [...document.querySelectorAll('.table tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.slice(0, 3)).toEqual(['registered here', 'PC-4711', device.remotecontrolId])
})

test('a report lists the connections of a time, and wrong input is shown at its field', async () => {
  const startedAt = Date.now() - 3_600_000
  const { remotecontrolId } = device
  const tenantId = stage.reach.tenant.id
  stage.reach.addConnection({ tenantId, remotecontrolId, controlType: 'unattended', startedAt, endedAt: Date.now() })
  await openAction(stage, 'report')
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 16)
  await stage.desk.fill(input('from'), day(2))
  await stage.desk.fill(input('to'), day(-2))
  await stage.desk.click('form button[type="submit"]')
  await stage.desk.waitFor((selector) => document.querySelector(selector)?.ariaInvalid === 'true', input('to'))
  await stage.desk.fill(input('from'), day(-2))
  await stage.desk.fill(input('to'), day(2))
  expect(await runAction(stage.desk)).toContain('1 row')
  expect(await stage.desk.evaluate(() => document.querySelector('.table tbody')?.textContent)).toContain('unattended')
})

test('the popup asks in the same window, for the record in the page', async () => {
  await save(stage, 'desk.saveShortcut', {
    name: 'Remote',
    accountId: stage.accountId,
    action: 'control',
    inPage: true,
  })
  const page = await stage.session.open(stage.lab.origin)
  await showContact(stage, page, 'c-1', device.remotecontrolId)
  const tab = await tabIdOf(stage, stage.lab.origin)
  const popup = await stage.session.open(`${stage.session.extensionOrigin}/popup.html?tab=${tab}`)
  await popup.click('[role=option]')
  const control = await stage.session.waitForPage((url) => url.endsWith('/control.html'))
  await textWith(control, 'Control PC-4711 of Contoso for Ada c-1?')
  expect(stage.reach.requests.of(CONTROL)).toHaveLength(0)
  await control.click('.start')
  expect(stage.reach.launch(await stage.handler.link(0))).toHaveProperty('connected')
  await closeControl(stage, control)
  await page.close()
})

test('a device is unregistered, and goes here once TeamViewer says so', async () => {
  const held = pause('before')
  stage.reach.faults.add(UNREGISTER, held.fault)
  await openAction(stage, 'unregister')
  await stage.desk.waitFor(
    (selector) => document.querySelector<HTMLSelectElement>(selector)?.value !== '',
    input('targetId'),
  )
  await submitAndAgree(stage.desk)
  await held.reached
  expect((await storedDevices(stage)).map(({ fields }) => fields.state)).toEqual(['unregistering'])
  held.end()
  await stage.desk.waitFor(
    () => document.querySelector('form .message') !== null || document.querySelector('.nothing') !== null,
  )
  await expect.poll(async () => (await storedDevices(stage)).length).toBe(0)
  expect(device.keys[0]?.removedAt).toBeGreaterThan(0)
})
