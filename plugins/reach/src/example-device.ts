/** A device for the examples; its key is made anew each time, since examples are published and keys are not. @module */
import { toBase64, toBase64Url } from './base64.ts'
import { pemOf } from './device-key.ts'
import { contentOf, TAG, wholeSequence } from './pem/der.ts'
import { keyFromPassword } from './pem/traditional.ts'

/** Made up, and long enough to be looked for in every outcome. */
export const ROLLOUT_KEY = 'a rollout key made up for these examples'

/** Bytes 00 to 1f: the secret of the golden vector (vendors.md 2.4). */
const DEVICE_SECRET = Uint8Array.from({ length: 32 }, (_, index) => index)
const VECTOR = Uint8Array.from({ length: 16 }, (_, index) => 0xf0 - index)

const pair = await crypto.subtle.generateKey(
  { name: 'RSA-OAEP', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1), hash: 'SHA-1' },
  true,
  ['encrypt', 'decrypt'],
)
const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))

/** The key as it is stored. */
export const deviceKey = pemOf(pkcs8)

/** The key as the vendor sends it today: OpenSSL's traditional format with AES-256. */
export const encryptedDeviceKey = await traditionalPem()

/** The device's secret as the vendor sends it. */
export const encryptedDeviceSecret = toBase64Url(await encrypted(DEVICE_SECRET))

/** A token to unregister, encrypted as our best reading has it. */
export const DECOMMISSION_TOKEN = 'a token to unregister, made up'
export const encryptedDecommissionToken = toBase64(await encrypted(new TextEncoder().encode(DECOMMISSION_TOKEN)))

async function encrypted(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.encrypt('RSA-OAEP', pair.publicKey, bytes))
}

async function traditionalPem(): Promise<string> {
  const pkcs1 = Uint8Array.from(contentOf(wholeSequence(pkcs8)[2], TAG.octets))
  const bytes = keyFromPassword(new TextEncoder().encode(ROLLOUT_KEY), VECTOR.subarray(0, 8), 32)
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-CBC', false, ['encrypt'])
  const body = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CBC', iv: VECTOR }, key, pkcs1))
  const lines = toBase64(body).match(/.{1,64}/g) ?? []
  const vector = Array.from(VECTOR, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const headers = ['Proc-Type: 4,ENCRYPTED', `DEK-Info: AES-256-CBC,${vector.toUpperCase()}`, '']
  return ['-----BEGIN RSA PRIVATE KEY-----', ...headers, ...lines, '-----END RSA PRIVATE KEY-----', ''].join('\n')
}
