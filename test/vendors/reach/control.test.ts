import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Device, DeviceOptions } from './devices.ts'
import { makeKeyPair } from './devices.ts'
import { type Reach, type ReachOptions, startReach } from './reach.ts'
import {
  call,
  complete,
  controlOf,
  hmac,
  type Ingredients,
  type Registered,
  refusalOf,
  register,
  requestControl,
} from './test-client.ts'

const keyPair = await makeKeyPair()
let reach: Reach
let time: number

async function start(options: ReachOptions = {}): Promise<void> {
  time = 1_700_000_000_000
  reach = await startReach({ now: () => time, ...options })
}

beforeEach(() => start())
afterEach(() => reach.close())

async function prepare(options: DeviceOptions = {}, controlType = 'unattended') {
  const device: Device = reach.addDevice({ keyPair, ...options })
  const registered = await register(reach, device, controlType)
  return { device, registered }
}

describe('requestcontrol', () => {
  async function refusalWith(
    changed: Readonly<Record<string, string>>,
    registered: Registered,
    token?: string,
  ): Promise<string> {
    const fields = { ...controlOf(reach, registered), ...changed }
    return refusalOf(await call(reach, 'POST', '/oem/devices/requestcontrol', fields, token))
  }

  test.each([
    [{ control_type: 'attended' }, "Parameter 'control_type' is not what the key was made for."],
    [{ device_key_id: '{114fa1a7-abab-41e9-be17-70e95c289080}' }, "Parameter 'device_key_id' is of no known key."],
    [{ remotecontrol_id: 'r999999999' }, "Parameter 'remotecontrol_id' is of no known device."],
    [{ tenant_id: 't0009' }, "Parameter 'tenant_id' is not the token's tenant."],
  ])('with %j is refused', async (changed, refusal) => {
    const { registered } = await prepare()
    expect(await refusalWith(changed, registered)).toBe(`400 invalid_request: ${refusal}`)
  })

  test('takes the id of the key as it was handed out', async () => {
    const { registered } = await prepare()
    expect(await refusalWith({ device_key_id: registered.deviceKeyId.toUpperCase() }, registered)).toMatch(
      'no known key',
    )
  })

  test('is refused for a device that is offline', async () => {
    const { device, registered } = await prepare()
    device.online = false
    expect(await refusalWith({}, registered)).toMatch('offline')
  })

  test('is refused with a nonce that was used before, even if it was refused then', async () => {
    const { device, registered } = await prepare()
    const { tenant_nonce = '' } = controlOf(reach, registered)
    device.online = false
    expect(await refusalWith({ tenant_nonce }, registered)).toMatch('offline')
    device.online = true
    expect(await refusalWith({ tenant_nonce }, registered)).toMatch("'tenant_nonce' was used before")
  })

  test('is refused with another tenant’s key', async () => {
    const { registered } = await prepare()
    const other = reach.addTenant()
    expect(await refusalWith({ tenant_id: other.id }, registered, other.token)).toMatch('no known key')
  })
})

describe('the client that opens links', () => {
  async function ready(options?: DeviceOptions, controlType?: string) {
    const { device, registered } = await prepare(options, controlType)
    return { device, registered, ingredients: await requestControl(reach, registered) }
  }

  test('takes a link once', async () => {
    const url = complete((await ready()).ingredients)
    expect(reach.launch(url)).toHaveProperty('connected')
    expect(reach.launch(url)).toEqual({ refusal: 'secret was used before' })
    expect(reach.launches).toHaveLength(2)
  })

  test('gives no second try after a wrong secret', async () => {
    const { ingredients } = await ready()
    expect(reach.launch(complete(ingredients, 'A'.repeat(86)))).toEqual({ refusal: 'master secret is wrong' })
    expect(reach.launch(complete(ingredients))).toEqual({ refusal: 'secret was used before' })
  })

  test('takes a link while its secret is fresh', async () => {
    const { ingredients } = await ready()
    time += 120_000
    expect(reach.launch(complete(ingredients))).toHaveProperty('connected')
    const late = (await ready()).ingredients
    time += 120_001
    expect(reach.launch(complete(late))).toEqual({ refusal: 'secret has expired' })
  })

  test('does not take the link of one session with the secret of another', async () => {
    const { registered, ingredients } = await ready()
    const other = await requestControl(reach, registered)
    expect(reach.launch(complete(ingredients, hmac(other).toString('base64url')))).toEqual({
      refusal: 'master secret is wrong',
    })
  })

  test.each([
    ['upper-case scheme', (url: string) => url.replace('teamviewerapi', 'TeamViewerAPI'), 'scheme is not'],
    ['other scheme', (url: string) => url.replace('teamviewerapi', 'https'), 'scheme is not'],
    ['placeholder', (url: string) => `${url}&copy=YOURMASTERSECRET`, 'placeholder was not replaced'],
    ['too many characters', (url: string) => `${url}${'a'.repeat(2000)}`, 'link is too long'],
    ['space', (url: string) => `${url} x`, 'dangerous character'],
    ['line break', (url: string) => `${url}\n`, 'dangerous character'],
    ['quote', (url: string) => `${url}"`, 'dangerous character'],
    ['apostrophe', (url: string) => `${url}'`, 'dangerous character'],
    ['backslash', (url: string) => `${url}\\`, 'dangerous character'],
    ['encoded quote', (url: string) => `${url}%22`, 'dangerous character'],
    ['encoded zero', (url: string) => `${url}%00`, 'dangerous character'],
    ['encoded option', (url: string) => `${url}%20--play`, 'dangerous character'],
    ['encoding that is none', (url: string) => `${url}%zz`, 'not encoded properly'],
    ['changed end', (url: string) => `${url}0`, 'belongs to no session'],
    ['changed order', (url: string) => url.replace(/\?(.*)&(.*)$/, '?$2&$1'), 'belongs to no session'],
    ['further slash', (url: string) => url.replace('?', '/?'), 'belongs to no session'],
  ])('refuses a link with %s, and the right one still works', async (_what, change, refusal) => {
    const url = complete((await ready()).ingredients)
    expect(reach.launch(change(url))).toEqual({ refusal: expect.stringContaining(refusal) })
    expect(reach.launch(url)).toHaveProperty('connected')
  })

  const again = (ingredients: Ingredients, changed: Partial<Ingredients>) => hmac({ ...ingredients, ...changed })
  const text = ({ tenantNonce, targetNonce, tenantNumber, remotecontrolNumber }: Ingredients) =>
    `${tenantNonce}${targetNonce}${tenantNumber}${remotecontrolNumber}`

  test.each<[string, (ingredients: Ingredients) => string]>([
    [
      'is signed with ids that kept their letters',
      (all) =>
        again(all, {
          tenantNumber: `t${all.tenantNumber}`,
          remotecontrolNumber: `r${all.remotecontrolNumber}`,
        }).toString('base64url'),
    ],
    [
      'is signed with the nonces in the wrong order',
      (all) => again(all, { tenantNonce: all.targetNonce, targetNonce: all.tenantNonce }).toString('base64url'),
    ],
    [
      'is signed with the nonces as bytes',
      (all) =>
        createHmac('sha512', all.secret)
          .update(Buffer.from(all.tenantNonce, 'hex'))
          .update(Buffer.from(all.targetNonce, 'hex'))
          .update(all.tenantNumber + all.remotecontrolNumber)
          .digest('base64url'),
    ],
    [
      'is signed with the secret as text',
      (all) => again(all, { secret: Buffer.from(all.secret.toString('base64url')) }).toString('base64url'),
    ],
    ['is made with SHA-256', (all) => createHmac('sha256', all.secret).update(text(all)).digest('base64url')],
    ['is made with SHA-1', (all) => createHmac('sha1', all.secret).update(text(all)).digest('base64url')],
    ['is hexadecimal', (all) => hmac(all).toString('hex')],
    ['is right but not written as base64url should be', (all) => `${hmac(all).toString('base64url')}==`],
    ['is right but not written as base64url should be', (all) => hmac(all).toString('base64')],
    ['is wrong', (all) => again(all, { tenantNumber: '0002' }).toString('base64url')],
    ['is wrong', () => ''],
  ])('says that the master secret %s', async (mistake, sign) => {
    const { ingredients } = await ready()
    expect(reach.launch(complete(ingredients, sign(ingredients)))).toEqual({ refusal: `master secret ${mistake}` })
  })

  test('may want the padding of base64', async () => {
    await reach.close()
    await start({ padMasterSecret: true })
    const { registered, ingredients } = await ready()
    expect(reach.launch(complete(ingredients, `${hmac(ingredients).toString('base64url')}==`))).toHaveProperty(
      'connected',
    )
    expect(reach.launch(complete(await requestControl(reach, registered)))).toEqual({
      refusal: 'master secret is right but not written as base64url should be',
    })
  })

  test('reaches a device only while it is online', async () => {
    const { device, ingredients } = await ready()
    device.online = false
    expect(reach.launch(complete(ingredients))).toEqual({ refusal: 'device is offline' })
  })

  test('reaches a device only while it has the key', async () => {
    const { registered, ingredients } = await ready()
    await call(reach, 'DELETE', '/oem/devices/unregister', {
      tenant_id: reach.tenant.id,
      remotecontrol_id: registered.device.remotecontrolId,
      device_key_id: registered.deviceKeyId,
      decommission_token: registered.decommissionToken,
    })
    expect(reach.launch(complete(ingredients))).toEqual({ refusal: 'key was removed' })
  })

  test('asks the user of the device about an attended session, and nobody about an unattended one', async () => {
    const attended = await ready({ user: 'refuses' }, 'attended')
    expect(reach.launch(complete(attended.ingredients))).toEqual({ refusal: 'user of the device refused' })
    attended.device.user = 'accepts'
    const second = await requestControl(reach, attended.registered)
    expect(reach.launch(complete(second))).toHaveProperty('connected.controlType', 'attended')
    const unattended = await ready({ user: 'refuses' })
    expect(reach.launch(complete(unattended.ingredients))).toHaveProperty('connected.controlType', 'unattended')
  })

  test('knows the template that the device gave', async () => {
    const template = ({ id }: { readonly id: string }) => `teamviewerapi://x/YOURMASTERSECRET/${id}`
    const { ingredients } = await ready({ template })
    expect(reach.launch(complete(ingredients))).toHaveProperty('connected')
  })

  test('takes no link from a template with two placeholders', async () => {
    const template = () => 'teamviewerapi://x/YOURMASTERSECRET/YOURMASTERSECRET/'
    const { ingredients } = await ready({ template })
    expect(reach.launch(complete(ingredients))).toEqual({ refusal: expect.stringContaining('belongs to no session') })
  })
})
