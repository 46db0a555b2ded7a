import { constants, privateDecrypt } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Device } from './devices.ts'
import { UNKNOWN_FORMAT } from './pem-formats.ts'
import { type Reach, startReach } from './reach.ts'
import { call, type Registered, refusalOf, register, registrationOf, textAt } from './test-client.ts'

const CREATE = '/oem/devices/createdevicekey'

let reach: Reach
let device: Device

beforeEach(async () => {
  reach = await startReach()
  device = reach.addDevice()
})

afterEach(() => reach.close())

const create = (fields: Readonly<Record<string, string>>) => call(reach, 'POST', CREATE, fields)

describe('the rollout file', () => {
  test.each([
    ['identifier first', /^124124124,\{[0-9a-f-]{36}\},[\w-]{32}$/],
    ['key first', /^124124124,[\w-]{32},\{[0-9a-f-]{36}\}$/],
    ['empty field', /^124124124,,\{[0-9a-f-]{36}\},[\w-]{32}$/],
    ['csv', /^remotecontrolId,requestId,rolloutKey\r\nr124124124,\{[0-9a-f-]{36}\},[\w-]{32}\r\n$/],
  ] as const)('may be written with "%s"', (format, shape) => {
    expect(device.rolloutFile(format)).toMatch(shape)
  })

  test('may be JSON', () => {
    expect(JSON.parse(device.rolloutFile('json'))).toEqual(device.rollout)
  })

  test('is good for one request, and written anew after it', async () => {
    const first = device.rollout
    const fields = registrationOf(reach, device)
    expect((await create(fields)).status).toBe(200)
    expect(device.rollout.requestId).not.toBe(first.requestId)
    expect(device.rollout.rolloutKey).not.toBe(first.rolloutKey)
    expect(refusalOf(await create(fields))).toMatch("'request_id' is not that of the device's rollout file")
    expect(device.keys).toHaveLength(1)
  })

  test('is written anew after a request that failed on the device', async () => {
    const { requestId } = device.rollout
    const fields = registrationOf(reach, device, 'viewOnly')
    expect(refusalOf(await create(fields))).toMatch("'key_permissions' is not supported")
    expect(device.rollout.requestId).not.toBe(requestId)
  })

  test('stays as it is where the request did not reach the device', async () => {
    const { requestId } = device.rollout
    device.online = false
    expect(refusalOf(await create(registrationOf(reach, device)))).toMatch('offline')
    expect(device.rollout.requestId).toBe(requestId)
  })

  test('makes one key, however many requests come at once', async () => {
    const fields = registrationOf(reach, device)
    const answers = await Promise.all([create(fields), create(fields), create(fields)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400, 400])
    expect(device.keys).toHaveLength(1)
  })

  test.each([
    ['without braces', (id: string) => id.slice(1, -1)],
    ['in upper case', (id: string) => id.toUpperCase()],
  ])('has its identifier sent exactly as received, not %s', async (_how, change) => {
    const fields = registrationOf(reach, device)
    expect(refusalOf(await create({ ...fields, request_id: change(fields.request_id ?? '') }))).toMatch("'request_id'")
  })
})

test('a device may know further control types', async () => {
  const special = reach.addDevice({ controlTypes: ['viewOnly'] })
  await register(reach, special, 'viewOnly')
  expect(special.keys[0]?.permissions).toBe('viewOnly')
})

test('a device may encrypt by an algorithm that readers do not know', async () => {
  const { sealedKey } = await register(reach, reach.addDevice({ keyFormat: UNKNOWN_FORMAT }))
  expect(sealedKey).toMatch('DEK-Info: CAMELLIA-256-CBC,')
})

test('a device may write its key in another dress, and keep its rollout key', async () => {
  const dressed = reach.addDevice({ dress: (pem) => `Dressed ${pem}`, rolloutKey: 'schlüssel' })
  const { sealedKey } = await register(reach, dressed)
  expect(sealedKey).toMatch(/^Dressed -----BEGIN/)
  expect(dressed.rollout.rolloutKey).toBe('schlüssel')
})

test('the decommission token may be encrypted, and have another name', async () => {
  const other = reach.addDevice({ decommission: { encrypted: true, name: 'decommission_token' } })
  const written = textAt(await create(registrationOf(reach, other)), 'decommission_token')
  const [key] = other.keys
  if (key === undefined) throw new Error('the device has no key')
  const padding = constants.RSA_PKCS1_OAEP_PADDING
  const opened = privateDecrypt({ key: key.pair.privateKey, padding, oaepHash: 'sha1' }, Buffer.from(written, 'base64'))
  expect(opened.toString()).toBe(key.decommissionToken)
})

describe('unregister', () => {
  let registered: Registered

  beforeEach(async () => {
    registered = await register(reach, device)
  })

  const unregister = (changed: Readonly<Record<string, string>> = {}, token?: string) =>
    call(
      reach,
      'DELETE',
      '/oem/devices/unregister',
      {
        tenant_id: reach.tenant.id,
        remotecontrol_id: device.remotecontrolId,
        device_key_id: registered.deviceKeyId,
        decommission_token: registered.decommissionToken,
        ...changed,
      },
      token,
    )

  test('is done once', async () => {
    expect((await unregister()).status).toBe(204)
    expect(refusalOf(await unregister())).toMatch("'device_key_id' is of no known key")
  })

  test.each([
    [{ decommission_token: 'wrong' }, "'decommission_token' is not that of the key"],
    [{ device_key_id: '{114fa1a7-abab-41e9-be17-70e95c289080}' }, "'device_key_id' is of no known key"],
    [{ remotecontrol_id: 'r999999999' }, "'remotecontrol_id' is of no known device"],
    [{ tenant_id: 't0009' }, "'tenant_id' is not the token's tenant"],
  ])('with %j is refused, and the key stays', async (changed, refusal) => {
    expect(refusalOf(await unregister(changed))).toMatch(`400 invalid_request: Parameter ${refusal}`)
    expect(device.keys[0]?.removedAt).toBeUndefined()
  })

  test('is refused for a device that is offline', async () => {
    device.online = false
    expect(refusalOf(await unregister())).toMatch('offline')
  })

  test('by another tenant is refused', async () => {
    const other = reach.addTenant()
    expect(refusalOf(await unregister({ tenant_id: other.id }, other.token))).toMatch('no known key')
    expect(device.keys[0]?.removedAt).toBeUndefined()
  })
})
