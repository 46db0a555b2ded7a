/** A client written by hand, for the tests of the simulator: sends exactly what it is told, and nothing of its own. @module */
import { constants, createHmac, createPrivateKey, privateDecrypt, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { request as requestByHttp } from 'node:http'
import { request as requestByHttps } from 'node:https'
import type { Device } from './devices.ts'
import type { Reach } from './reach.ts'

/** A request, byte by byte. */
export interface Sent {
  readonly method?: string
  /** With the prefix `/api/v1`. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  /** The authority that signed the server's certificate. */
  readonly ca?: string
}

/** An answer. */
export interface Received {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** Sends; rejects where the connection breaks. */
export async function send(
  origin: string,
  { method = 'GET', path, headers = {}, body = '', ca }: Sent,
): Promise<Received> {
  const sent = Buffer.from(body)
  const length = sent.length === 0 ? {} : { 'content-length': String(sent.length) }
  const url = new URL(origin)
  const options = { host: url.hostname, port: url.port, method, path, headers: { ...headers, ...length }, agent: false }
  const asked = url.protocol === 'https:' ? requestByHttps({ ...options, ca }) : requestByHttp(options)
  asked.end(sent)
  const [response] = await once(asked, 'response')
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  return { status: response.statusCode, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }
}

/** The headers of a proper call. */
export function headersFor(token: string): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${token}`, accept: 'application/json', 'content-type': 'application/json' }
}

/** A call as it should be, with the first tenant's token unless another is given. */
export function call(
  reach: Reach,
  method: string,
  path: string,
  fields?: Readonly<Record<string, unknown>>,
  token: string = reach.tenant.token,
): Promise<Received> {
  const body = fields === undefined ? {} : { body: JSON.stringify(fields) }
  return send(reach.origin, { method, path: `/api/v1${path}`, headers: headersFor(token), ...body })
}

/** The values of an answer. */
export function valuesOf({ text }: Received): Readonly<Record<string, unknown>> {
  return JSON.parse(text)
}

/** The text at a name of an answer. */
export function textAt(received: Received, name: string): string {
  const value = valuesOf(received)[name]
  if (typeof value !== 'string') throw new Error(`${name} is no text in: ${received.text}`)
  return value
}

/** Why a call was refused, or that it was not. */
export function refusalOf(received: Received): string {
  if ((received.status ?? 0) < 300) return `not refused: ${received.status}`
  const { error, error_description: description } = valuesOf(received)
  return `${received.status} ${error}: ${description}`
}

/** A key as a client keeps it. */
export interface Registered {
  readonly device: Device
  readonly deviceKeyId: string
  readonly sealedKey: string
  readonly rolloutKey: string
  readonly decommissionToken: string
  readonly controlType: string
}

/** The fields of a registration, from the device's rollout file. */
export function registrationOf(reach: Reach, device: Device, controlType = 'unattended'): Record<string, string> {
  return {
    tenant_id: reach.tenant.id,
    remotecontrol_id: device.remotecontrolId,
    request_id: device.rollout.requestId,
    key_permissions: controlType,
  }
}

/** Registers a device. */
export async function register(reach: Reach, device: Device, controlType = 'unattended'): Promise<Registered> {
  const { rolloutKey } = device.rollout
  const answer = await call(reach, 'POST', '/oem/devices/createdevicekey', registrationOf(reach, device, controlType))
  return {
    device,
    deviceKeyId: textAt(answer, 'device_key_id'),
    sealedKey: textAt(answer, 'encrypted_device_key'),
    rolloutKey,
    decommissionToken: textAt(answer, 'encrypted_decommission_token'),
    controlType,
  }
}

/** The fields of a control request. */
export function controlOf(reach: Reach, { device, deviceKeyId, controlType }: Registered): Record<string, string> {
  return {
    tenant_id: reach.tenant.id,
    remotecontrol_id: device.remotecontrolId,
    device_key_id: deviceKeyId,
    control_type: controlType,
    tenant_nonce: randomBytes(16).toString('hex'),
  }
}

/** What a client knows when it completes a link. */
export interface Ingredients {
  readonly secret: Buffer
  readonly tenantNonce: string
  readonly targetNonce: string
  readonly tenantNumber: string
  readonly remotecontrolNumber: string
  readonly template: string
}

/** Asks for a session, and opens the secret. */
export async function requestControl(reach: Reach, registered: Registered): Promise<Ingredients> {
  const fields = controlOf(reach, registered)
  const answer = await call(reach, 'POST', '/oem/devices/requestcontrol', fields)
  const key = createPrivateKey({ key: registered.sealedKey, passphrase: registered.rolloutKey })
  const modulusBytes = (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8
  const encrypted = Buffer.from(textAt(answer, 'encrypted_device_secret'), 'base64')
  const whole = Buffer.concat([Buffer.alloc(modulusBytes - encrypted.length), encrypted])
  return {
    secret: privateDecrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }, whole),
    tenantNonce: fields.tenant_nonce ?? '',
    targetNonce: textAt(answer, 'target_nonce'),
    tenantNumber: reach.tenant.id.slice(1),
    remotecontrolNumber: registered.device.remotecontrolId.slice(1),
    template: textAt(answer, 'teamviewer_protocol_url'),
  }
}

/** The master secret, as bytes. */
export function hmac({ secret, tenantNonce, targetNonce, tenantNumber, remotecontrolNumber }: Ingredients): Buffer {
  const text = `${tenantNonce}${targetNonce}${tenantNumber}${remotecontrolNumber}`
  return createHmac('sha512', secret).update(text, 'utf8').digest()
}

/** The link, with a master secret of the caller's choice, or else the right one. */
export function complete(ingredients: Ingredients, masterSecret = hmac(ingredients).toString('base64url')): string {
  return ingredients.template.split('YOURMASTERSECRET').join(masterSecret)
}
