/** createdevicekey and unregister: a device makes a key for a tenant, and forgets it. @module */
import { constants, publicEncrypt, randomBytes, randomUUID } from 'node:crypto'
import { type Answer, noContent, refusal, success } from './answers.ts'
import type { BackendDevice, DeviceKey } from './devices.ts'
import { textOf } from './fields.ts'
import { sealKey } from './pem.ts'
import type { Call } from './world.ts'

/** Lets the device make a key, and hands it out sealed with the rollout key. */
export async function createDeviceKey({ world, tenant, fields }: Call): Promise<Answer> {
  if (tenant === undefined || tenant.id !== textOf(fields, 'tenant_id')) return foreignTenant
  const device = world.devices.get(textOf(fields, 'remotecontrol_id'))
  if (device === undefined) return unknownDevice
  if (!device.online) return deviceOffline
  // From here on the request has reached the device, which writes a new file whatever comes of it.
  const { rollout, manner } = device
  device.renewRollout()
  if (textOf(fields, 'request_id') !== rollout.requestId)
    return refusal('invalid_request', "Parameter 'request_id' is not that of the device's rollout file.")
  const permissions = textOf(fields, 'key_permissions')
  if (!manner.controlTypes.includes(permissions))
    return refusal('invalid_request', "Parameter 'key_permissions' is not supported by the device.")
  const key: DeviceKey = {
    id: `{${randomUUID()}}`,
    tenant,
    permissions,
    decommissionToken: randomBytes(24).toString('base64url'),
    pair: await device.makePair(),
    registeredAt: world.now(),
  }
  device.keys.push(key)
  const password = { text: rollout.rolloutKey, encoding: manner.passwordEncoding }
  return success('CreateDeviceKeyResponse', {
    device_key_id: key.id,
    encrypted_device_key: manner.dress(sealKey(key.pair.privateKey, manner.keyFormat, password)),
    [manner.decommission.name]: writtenToken(device, key),
  })
}

/** Lets the device forget a key. */
export function unregister({ world, tenant, fields }: Call): Answer {
  if (tenant === undefined || tenant.id !== textOf(fields, 'tenant_id')) return foreignTenant
  const device = world.devices.get(textOf(fields, 'remotecontrol_id'))
  if (device === undefined) return unknownDevice
  if (!device.online) return deviceOffline
  const key = keyOf(device, textOf(fields, 'device_key_id'), tenant.id)
  if (key === undefined) return unknownKey
  if (textOf(fields, 'decommission_token') !== key.decommissionToken)
    return refusal('invalid_request', "Parameter 'decommission_token' is not that of the key.")
  key.removedAt = world.now()
  return noContent
}

/** The key of that id, unless another tenant's or removed; the id has to be written as it was handed out. */
export function keyOf(device: BackendDevice, id: string, tenantId: string): DeviceKey | undefined {
  return device.keys.find((key) => key.id === id && key.tenant.id === tenantId && key.removedAt === undefined)
}

/** Refusals that calls about devices share. */
export const foreignTenant: Answer = refusal('invalid_request', "Parameter 'tenant_id' is not the token's tenant.")
export const unknownDevice: Answer = refusal('invalid_request', "Parameter 'remotecontrol_id' is of no known device.")
export const deviceOffline: Answer = refusal('invalid_request', 'The device is offline.')
export const unknownKey: Answer = refusal('invalid_request', "Parameter 'device_key_id' is of no known key.")

function writtenToken(device: BackendDevice, key: DeviceKey): string {
  if (!device.manner.decommission.encrypted) return key.decommissionToken
  const padding = constants.RSA_PKCS1_OAEP_PADDING
  return publicEncrypt(
    { key: key.pair.publicKey, padding, oaepHash: 'sha1' },
    Buffer.from(key.decommissionToken),
  ).toString('base64url')
}
