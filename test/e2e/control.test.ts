/** Remote control: a click in the CRM, a question in our own window, a link in the vendor's program. @module */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import type { Device } from '../vendors/reach/devices.ts'
import { answers, drops, fails, limited, pause } from '../vendors/reach/faults.ts'
import { clickButton, noteText, waitForButtons } from './buttons.ts'
import { letItStand } from './invited.ts'
import {
  CONTROL,
  CREATE,
  clickControl,
  closeControl,
  openReachStage,
  type ReachStage,
  registerByForm,
  showContact,
  storedDevices,
  textWith,
} from './reach-stage.ts'
import { save } from './stage.ts'

let stage: ReachStage
let page: Page
let device: Device
let other: Device
let targetId: string

beforeAll(async () => {
  stage = await openReachStage(inject('browser'))
  device = stage.reach.addDevice({ alias: 'PC-4711' })
  other = stage.reach.addDevice({ alias: 'PC-4712' })
})
afterAll(() => stage?.close())

test('devices are registered through the options page, and their keys are sealed', async () => {
  expect(await registerByForm(stage, device, 'PC-4711')).toContain('stored')
  expect(await registerByForm(stage, other, 'PC-4712')).toContain('stored')
  const devices = await storedDevices(stage)
  expect(devices.map(({ label, fields }) => [label, fields.company, fields.state])).toEqual([
    ['PC-4711', 'Contoso', 'ready'],
    ['PC-4712', 'Contoso', 'ready'],
  ])
  expect(devices[0]?.storedSecrets).toEqual(expect.arrayContaining(['deviceKey', 'decommissionToken', 'answer']))
  expect(JSON.stringify(devices)).not.toMatch(/PRIVATE KEY|encrypted_device_key/)
  expect(stage.reach.requests.of(CREATE)).toHaveLength(2)
  targetId = devices[0]?.id ?? ''
})

describe('in a record', () => {
  beforeAll(async () => {
    await save(stage, 'desk.saveShortcut', {
      name: 'Remote',
      accountId: stage.accountId,
      action: 'control',
      inPage: true,
    })
    page = await stage.session.open(stage.lab.origin)
  })

  test('the device that the record names is asked about, and a link is launched that the vendor’s program accepts', async () => {
    await showContact(stage, page, 'c-1', 'TeamViewer: 124 124 124')
    await waitForButtons(page, 1)
    const control = await clickControl(stage, page, 'Remote')
    const question = await textWith(control, 'Control PC-4711 of Contoso for Ada c-1?')
    expect(question).toContain('r124124124')
    expect(question).toContain('unattended')
    // Nothing is asked of the vendor before the user agreed.
    expect(stage.reach.requests.of(CONTROL)).toHaveLength(0)
    await control.click('.start')
    const link = await stage.handler.link(0)
    expect(stage.reach.launch(link)).toMatchObject({ connected: { remotecontrolId: 'r124124124' } })
    await textWith(control, 'PC-4711 was handed over')
    await closeControl(stage, control)
  })

  test('it is linked now: the same device is asked about where the record names none', async () => {
    await showContact(stage, page, 'c-1')
    const control = await clickControl(stage, page, 'Remote')
    await textWith(control, 'Control PC-4711 of Contoso for Ada c-1?')
    await control.close()
  })

  test('another one may be picked by typing, and stays with the record', async () => {
    await showContact(stage, page, 'c-2')
    const picking = await clickControl(stage, page, 'Remote')
    await textWith(picking, 'Which device does Ada c-2 have?')
    await picking.fill('input[type="search"]', '4712')
    await picking.waitFor(() => document.querySelectorAll('.found button').length === 1)
    await picking.click('.found button')
    await textWith(picking, 'Control PC-4712 of Contoso for Ada c-2?')
    await picking.click('.start')
    expect(stage.reach.launch(await stage.handler.link(1))).toMatchObject({
      connected: { remotecontrolId: 'r124124125' },
    })
    await closeControl(stage, picking)
    await showContact(stage, page, 'c-2')
    const again = await clickControl(stage, page, 'Remote')
    await textWith(again, 'Control PC-4712 of Contoso for Ada c-2?')
    await again.close()
  })

  test('an id that no registered device has is not taken from the page', async () => {
    await showContact(stage, page, 'c-3', '999999999')
    const control = await clickControl(stage, page, 'Remote')
    await textWith(control, 'Which device does Ada c-3 have?')
    await control.close()
  })

  const refusals = [
    ['the token is unknown', fails('invalid_token'), 'does not know the token'],
    ['the device is offline or unknown', answers(404, { error: 'not_found' }), 'does not know this device'],
    ['the limit is reached', limited(403, '30'), 'limit of requests is reached'],
    ['the server fails', fails('internal_error'), 'may have asked the device'],
    ['the connection breaks', drops('after'), 'may have asked the device'],
  ] as const
  test.each(refusals)(
    'where %s, the window says so, opens nothing and asks no second time',
    async (_name, fault, words) => {
      const [asked, launched] = [stage.reach.requests.of(CONTROL).length, stage.handler.links().length]
      stage.reach.faults.add(CONTROL, fault)
      await showContact(stage, page, 'c-1')
      const control = await clickControl(stage, page, 'Remote')
      await control.click('.start')
      await textWith(control, words)
      expect(stage.reach.requests.of(CONTROL)).toHaveLength(asked + 1)
      expect(stage.handler.links()).toHaveLength(launched)
      await control.close()
    },
  )

  test('the limit of requests is counted down', async () => {
    stage.reach.faults.add(CONTROL, limited(403, '30'))
    await showContact(stage, page, 'c-1')
    const control = await clickControl(stage, page, 'Remote')
    await control.click('.start')
    await textWith(control, 'Try again in')
    expect(await control.evaluate(() => document.querySelector('.start')?.ariaDisabled)).toBe('true')
    await control.close()
  })
})

describe('at a link that names a device', () => {
  const LINK = 'https://start.teamviewer.com/'

  test('is asked about, for whom the record shows, even where the record’s own device needs no question', async () => {
    await showLink(`${LINK}124124125`)
    const control = await clickControl(stage, page, 'Remote control')
    await textWith(control, 'Control PC-4712 of Contoso for Ada c-1?')
    const asked = stage.reach.requests.of(CONTROL).length
    const launched = stage.handler.links().length
    await control.click('.start')
    expect(stage.reach.launch(await stage.handler.link(launched))).toMatchObject({
      connected: { remotecontrolId: 'r124124125' },
    })
    expect(stage.reach.requests.of(CONTROL)).toHaveLength(asked + 1)
    await textWith(control, 'PC-4712 was handed over')
    await closeControl(stage, control)
    // The record keeps its own.
    await showContact(stage, page, 'c-1')
    const own = await clickControl(stage, page, 'Remote')
    await textWith(own, 'Control PC-4711 of Contoso')
    await own.close()
  })

  test('is not taken from the page where nobody registered it', async () => {
    await showLink(`${LINK}999999999`)
    await clickButton(page, 'Remote control')
    expect(await noteText(page)).toContain('none of your targets')
  })

  async function showLink(href: string): Promise<void> {
    await showContact(stage, page, 'c-1')
    await page.evaluate((address) => {
      document.querySelector('article')?.append(lab.make('p', {}, lab.make('a', { href: address }, 'PC-4711')))
    }, href)
  }
})

test('once turned off for a device, it is controlled without a question; turned on again, it is asked', async () => {
  const before = stage.handler.links().length
  await showContact(stage, page, 'c-1')
  const asking = await clickControl(stage, page, 'Remote')
  await textWith(asking, 'Control PC-4711')
  await asking.click('input[type="checkbox"]')
  await asking.click('.start')
  await stage.handler.link(before)
  await closeControl(stage, asking)
  const silent = await clickControl(stage, page, 'Remote')
  expect(stage.reach.launch(await stage.handler.link(before + 1))).toHaveProperty('connected')
  await closeControl(stage, silent)
  const asked = stage.reach.requests.of(CONTROL).length
  const answer = pause('before')
  stage.reach.faults.add(CONTROL, answer.fault)
  await clickButton(page, 'Remote')
  await stage.reach.requests.arrival(CONTROL, asked)
  // An impatient second click brings the window to the front, and asks the vendor nothing.
  const impatient = await clickControl(stage, page, 'Remote')
  // The window is the first click's: of the second, the page tells after it has looked for covers, and the desk then.
  await letItStand(page)
  await stage.send('desk.read', {})
  answer.end()
  await stage.handler.link(before + 2)
  await closeControl(stage, impatient)
  expect(stage.reach.requests.of(CONTROL)).toHaveLength(asked + 1)
  stage.reach.faults.add(CONTROL, drops('after'))
  const failed = await clickControl(stage, page, 'Remote')
  await textWith(failed, 'may have asked the device')
  expect(stage.reach.requests.of(CONTROL)).toHaveLength(asked + 2)
  // A page that is loaded anew does not do it again.
  await failed.reload()
  await textWith(failed, 'Control PC-4711')
  expect(stage.reach.requests.of(CONTROL)).toHaveLength(asked + 2)
  await failed.close()
  await stage.desk.goto('about:blank')
  await stage.desk.goto(`${stage.session.extensionOrigin}/options.html#targets/${targetId}`)
  await stage.desk.click('[id$=".asksFirst"]')
  await stage.desk.click('form button[type="submit"]')
  await stage.desk.waitFor(() => document.querySelector('.message-done') !== null)
  const again = await clickControl(stage, page, 'Remote')
  await textWith(again, 'Control PC-4711')
  await again.close()
})
