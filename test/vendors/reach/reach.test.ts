import { createPrivateKey } from 'node:crypto'
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { makeCertificate } from '../../certificates.ts'
import { makeKeyPair } from './devices.ts'
import { masterSecret } from './master-secret.ts'
import { KEY_FORMATS } from './pem-formats.ts'
import { type Reach, type ReachOptions, startReach } from './reach.ts'
import {
  call,
  complete,
  controlOf,
  headersFor,
  register,
  requestControl,
  send,
  textAt,
  valuesOf,
} from './test-client.ts'

const running: Reach[] = []

async function start(options?: ReachOptions): Promise<Reach> {
  const reach = await startReach(options)
  running.push(reach)
  return reach
}

afterEach(async () => {
  for (const reach of running.splice(0)) await reach.close()
})

test('a device is registered, controlled and unregistered by a client that knows the protocol', async () => {
  const reach = await start()
  const device = reach.addDevice({ remotecontrolId: 'r124124124' })
  const [number, requestId, rolloutKey] = device.rolloutFile().split(',')
  expect(number).toBe('124124124')
  expect([requestId, rolloutKey]).toEqual([device.rollout.requestId, device.rollout.rolloutKey])

  const registered = await register(reach, device)
  const [key] = device.keys
  expect(key?.id).toBe(registered.deviceKeyId)
  const opened = createPrivateKey({ key: registered.sealedKey, passphrase: String(rolloutKey) })
  expect(opened.export({ format: 'jwk' })).toEqual(key?.pair.privateKey.export({ format: 'jwk' }))
  expect(opened.asymmetricKeyDetails?.modulusLength).toBe(2048)

  const url = complete(await requestControl(reach, registered))
  expect(url).toMatch(/^teamviewerapi:\/\/remotecontrol\?secret=[\w-]{86}&session=[0-9a-f]{32}$/)
  expect(reach.launch(url)).toEqual({
    connected: expect.objectContaining({
      tenantId: 't0001',
      remotecontrolId: 'r124124124',
      controlType: 'unattended',
    }),
  })

  const gone = await call(reach, 'DELETE', '/oem/devices/unregister', {
    tenant_id: 't0001',
    remotecontrol_id: 'r124124124',
    device_key_id: registered.deviceKeyId,
    decommission_token: registered.decommissionToken,
  })
  expect([gone.status, gone.text]).toEqual([204, ''])
  expect(key?.removedAt).toBeGreaterThan(0)
  expect(reach.requests.all.map(({ call, status, done }) => [call, status, done])).toEqual([
    ['POST /oem/devices/createdevicekey', 200, true],
    ['POST /oem/devices/requestcontrol', 200, true],
    ['DELETE /oem/devices/unregister', 204, true],
  ])
})

test('the same way works over TLS, with keys of 4096 bits', async () => {
  const certificate = await makeCertificate(['webapi.vendor.example'])
  const reach = await start({ certificate })
  expect(reach.origin).toMatch(/^https:/)
  const device = reach.addDevice({ modulusLength: 4096, keyFormat: KEY_FORMATS['PBES2: scrypt, AES-256'] })
  const answer = await send(reach.origin, {
    method: 'POST',
    path: '/api/v1/oem/devices/createdevicekey',
    headers: headersFor(reach.tenant.token),
    ca: certificate.ca,
    body: JSON.stringify({
      tenant_id: reach.tenant.id,
      remotecontrol_id: device.remotecontrolId,
      request_id: device.rollout.requestId,
      key_permissions: 'attended',
    }),
  })
  expect(answer.status).toBe(200)
  expect(device.keys[0]?.pair.privateKey.asymmetricKeyDetails?.modulusLength).toBe(4096)
})

test('the master secret is that of the golden vector (vendors.md 2.4)', () => {
  const agreed = {
    secret: Buffer.from(Array.from({ length: 32 }, (_, index) => index)),
    tenantNonce: '243dd78d07324ab7befa41390d08d35f',
    targetNonce: '0123456789abcdef0123456789abcdef',
    tenantId: 't0001',
    remotecontrolId: 'r124124124',
  }
  expect(masterSecret(agreed).toString('base64url')).toBe(
    'G996vNeL501lvBj6oYZpyxmuf4CsrD_rwhjBTpCKqiAl1SeJ1k3-GIDRirijZWkfg3V5YxbKi2BH-eHxuCwynA',
  )
})

test.each([
  { encoding: 'base64', padded: true },
  { encoding: 'base64', padded: false },
  { encoding: 'base64url', padded: true },
  { encoding: 'base64url', leadingZeroStripped: true },
  { byteCount: 0 },
] as const)('the device secret may come as %o', async (secret) => {
  const reach = await start()
  const registered = await register(reach, reach.addDevice({ secret }))
  const ingredients = await requestControl(reach, registered)
  expect(ingredients.secret).toHaveLength('byteCount' in secret ? 0 : 32)
  expect(reach.launch(complete(ingredients))).toHaveProperty('connected')
})

test('a ciphertext that lost its leading zero is shorter than the modulus', async () => {
  const reach = await start()
  const registered = await register(reach, reach.addDevice({ secret: { leadingZeroStripped: true } }))
  const answer = await call(reach, 'POST', '/oem/devices/requestcontrol', controlOf(reach, registered))
  expect(Buffer.from(textAt(answer, 'encrypted_device_secret'), 'base64')).toHaveLength(255)
})

test('a thousand devices that share a key pair are registered at once, each with its own answer', async () => {
  const reach = await start()
  const keyPair = await makeKeyPair()
  const devices = Array.from({ length: 1000 }, () => reach.addDevice({ keyPair }))
  const registered = await Promise.all(devices.map((device) => register(reach, device)))
  expect(new Set(registered.map(({ deviceKeyId }) => deviceKeyId)).size).toBe(1000)
  expect(devices.every(({ keys }) => keys.length === 1)).toBe(true)
})

test.each([
  [true, 1],
  [false, 2],
])('connections that are kept open (%s) carry two requests over %i connections', async (keepAlive, connections) => {
  const reach = await start({ keepAlive })
  const agent = new Agent({ keepAlive: true })
  const ports = new Set<unknown>()
  for (const _ of [1, 2]) {
    const asked = get(`${reach.origin}/api/v1/ping`, { agent })
    const [response] = await once(asked, 'response')
    ports.add(response.socket.localPort)
    await once(response.resume(), 'end')
  }
  agent.destroy()
  expect(ports.size).toBe(connections)
})

test('two devices cannot have one id', async () => {
  const reach = await start()
  const { remotecontrolId } = reach.addDevice()
  expect(() => reach.addDevice({ remotecontrolId })).toThrow('remotecontrolId')
})

test('ping tells whether a token is good, and never refuses', async () => {
  const reach = await start()
  const ping = async (token: string) => valuesOf(await call(reach, 'GET', '/ping', undefined, token))
  expect(await ping(reach.tenant.token)).toEqual({ token_valid: true })
  expect(await ping(reach.vendor.token)).toEqual({ token_valid: true })
  expect(await ping('wrong')).toEqual({ token_valid: false })
  reach.tenant.tokenState = 'expired'
  expect(await ping(reach.tenant.token)).toEqual({ token_valid: false })
})
