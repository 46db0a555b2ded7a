/** The stage with REACH: the simulated backend, a program that takes its links, an account, and a record with a device. @module */
import type { BrowserName } from '../browsers/browser-name.ts'
import { makeProtocolHandler, type ProtocolHandler } from '../browsers/protocol-handler.ts'
import type { Page } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'
import type { Device } from '../vendors/reach/devices.ts'
import { type Reach, startReach } from '../vendors/reach/reach.ts'
import type { Pace } from '../vendors/reach/world.ts'
import { openAction, runAction } from './action-forms.ts'
import { clickButton } from './buttons.ts'
import { input } from './own-pages.ts'
import { enableSite, makeVault, me, openStage, type Stage, type StageOptions, save } from './stage.ts'

/** The calls that tests count. */
export const CREATE = 'POST /oem/devices/createdevicekey'
export const CONTROL = 'POST /oem/devices/requestcontrol'

/** A stage on which devices are controlled. */
export interface ReachStage extends Stage {
  readonly reach: Reach
  readonly handler: ProtocolHandler
  readonly accountId: string
}

/** Builds it: an account of the simulation's first tenant, and the lab page as an enabled site. */
export async function openReachStage(
  name: BrowserName,
  options: StageOptions & { readonly hasClient?: false; readonly pace?: Pace } = {},
): Promise<ReachStage> {
  const { hasClient = true, pace, ...rest } = options
  const handler = makeProtocolHandler('teamviewerapi')
  // Without kept connections no browser sends a request again by itself.
  const reach = await startReach({ keepAlive: false, ...(pace === undefined ? {} : { pace }) })
  const stage = await openStage(name, { ...(hasClient ? { protocolHandler: handler } : {}), ...rest })
  await makeVault(stage)
  await save(stage, 'desk.saveMe', { person: me })
  await enableSite(stage, stage.lab.origin)
  const accountId = await save(stage, 'desk.saveAccount', {
    pluginId: 'com.teamviewer.reach',
    name: 'Northwind',
    settings: { apiUrl: reach.origin, tenantId: reach.tenant.id, token: reach.tenant.token },
  })
  return {
    ...stage,
    reach,
    handler,
    accountId,
    close: async () => {
      await stage.close()
      await Promise.all([reach.close(), handler.remove()])
    },
  }
}

/** Registers a device through the form on the options page, as far as it goes; what the page says then. */
export async function registerByForm(stage: ReachStage, device: Device, label: string): Promise<string> {
  const { remotecontrolId, requestId, rolloutKey } = device.rollout
  await openAction(stage, 'register')
  await stage.desk.fill(input('remotecontrolId'), remotecontrolId.slice(1))
  await stage.desk.fill(input('requestId'), requestId)
  await stage.desk.fill(input('rolloutKey'), rolloutKey)
  await stage.desk.fill(input('label'), label)
  await stage.desk.fill(input('company'), 'Contoso')
  return await runAction(stage.desk)
}

/** A stored target as the options page may see it. */
export interface StoredDevice {
  readonly id: string
  readonly label: string
  readonly fields: { readonly [name: string]: unknown }
  readonly storedSecrets: readonly string[]
}

/** The account's stored devices. */
export async function storedDevices(stage: ReachStage): Promise<readonly StoredDevice[]> {
  const query = { query: '', accountId: stage.accountId, limit: 1000 }
  const { targets } = (await stage.send('desk.findTargets', query)) as { targets: readonly { id: string }[] }
  return await Promise.all(targets.map(async ({ id }) => (await stage.send('desk.readTarget', { id })) as StoredDevice))
}

/** Shows a contact in the lab page whose record names a device, or none. */
export async function showContact(stage: ReachStage, page: Page, key: string, device?: string): Promise<void> {
  await page.goto(stage.lab.origin)
  await page.evaluate(
    (record, id) => {
      const contact = lab.contact(record)
      if (id !== undefined) contact.append(lab.make('span', { 'data-field': 'device' }, id))
      lab.main().append(contact)
    },
    key,
    device,
  )
}

/** Clicks the button in the page, and gives the window that opens. */
export async function clickControl({ session }: ReachStage, page: Page, label: string): Promise<Page> {
  await clickButton(page, label)
  return await session.waitForPage((url) => url.endsWith('/control.html'))
}

/** The text of a window once it holds some words. */
export async function textWith(page: Page, words: string): Promise<string> {
  return await until(`the words “${words}”`, async () => {
    const text = await page.evaluate(() => document.body.textContent)
    return text.includes(words) && text
  })
}

/** Closes a control window by its own button, and waits until it is gone, so that the next one is not taken for it. */
export async function closeControl({ session }: ReachStage, control: Page): Promise<void> {
  // It may be gone before the driver has told of the click; one that stays open fails below.
  await control.click('.close').catch(() => {})
  await until('the window to close', async () => !(await session.pages()).includes(control))
}
