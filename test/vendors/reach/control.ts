/** requestcontrol: the device makes a secret, and encrypts it for the holder of its key (vendors.md 2.4). @module */
import { constants, type KeyObject, publicEncrypt, randomBytes } from 'node:crypto'
import { type Answer, refusal, success } from './answers.ts'
import type { SecretWriting } from './devices.ts'
import { textOf } from './fields.ts'
import { deviceOffline, foreignTenant, keyOf, unknownDevice, unknownKey } from './registration.ts'
import type { Call, Session } from './world.ts'

/** Prepares a session. */
export function requestControl({ world, tenant, fields }: Call): Answer {
  if (tenant === undefined || tenant.id !== textOf(fields, 'tenant_id')) return foreignTenant
  const tenantNonce = textOf(fields, 'tenant_nonce')
  if (world.nonces.has(tenantNonce)) return refusal('invalid_request', "Parameter 'tenant_nonce' was used before.")
  world.nonces.add(tenantNonce)
  const device = world.devices.get(textOf(fields, 'remotecontrol_id'))
  if (device === undefined) return unknownDevice
  if (!device.online) return deviceOffline
  const key = keyOf(device, textOf(fields, 'device_key_id'), tenant.id)
  if (key === undefined) return unknownKey
  if (textOf(fields, 'control_type') !== key.permissions)
    return refusal('invalid_request', "Parameter 'control_type' is not what the key was made for.")
  const { secret: writing, template } = device.manner
  const id = randomBytes(16).toString('hex')
  const session: Session = {
    id,
    device,
    key,
    tenantNonce,
    targetNonce: randomBytes(16).toString('hex'),
    secret: randomBytes(writing.byteCount),
    template: template({ id, remotecontrolId: device.remotecontrolId }),
    issuedAt: world.now(),
    used: false,
  }
  world.sessions.push(session)
  return success('RequestControlResponse', {
    encrypted_device_secret: encryptSecret(session.secret, key.pair.publicKey, writing),
    target_nonce: session.targetNonce,
    teamviewer_protocol_url: session.template,
  })
}

function encryptSecret(secret: Buffer, key: KeyObject, writing: SecretWriting): string {
  // SHA-1 also beneath the mask: Node takes one hash for both.
  const encryption = { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }
  let encrypted = publicEncrypt(encryption, secret)
  if (writing.leadingZeroStripped) {
    while (encrypted[0] !== 0) encrypted = publicEncrypt(encryption, secret)
    encrypted = encrypted.subarray(1)
  }
  const text = encrypted.toString(writing.encoding).replace(/=+$/, '')
  return writing.padded ? text.padEnd(Math.ceil(text.length / 4) * 4, '=') : text
}
