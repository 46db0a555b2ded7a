/** The answer to `createdevicekey`, and the device that comes of it (vendors.md 2.3). @module */
import { isPluginError, PluginError, Secret, textIn } from '@joinery/sdk'
import { objectIn, textAt, wordAt } from './answers.ts'
import { badAnswer } from './call.ts'
import { decommissionTokenOf } from './decommission-token.ts'
import { importKey, pemOf } from './device-key.ts'
import { openPem } from './pem/open-pem.ts'

/** What the answer holds. */
export interface KeyAnswer {
  readonly deviceKeyId: string
  readonly encryptedDeviceKey: string
  /** As it came, under either of its names. */
  readonly decommissionToken: string | undefined
}

const MAX_KEY_ID = /^\S{1,100}$/

/** @throws PluginError `bad-answer` where it is not what the protocol says. */
export function readKeyAnswer(text: string): KeyAnswer {
  const answer = objectIn(parsed(text))
  const token = wordAt(answer, 'encrypted_decommission_token') || wordAt(answer, 'decommission_token')
  const deviceKeyId = textAt(answer, 'device_key_id')
  if (!MAX_KEY_ID.test(deviceKeyId)) throw badAnswer()
  return {
    deviceKeyId,
    encryptedDeviceKey: textAt(answer, 'encrypted_device_key'),
    decommissionToken: token === '' ? undefined : token,
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badAnswer()
  }
}

/** What an answer gives before its key is opened: enough to unregister, should the key never open. */
export function sealedFields({ deviceKeyId, decommissionToken }: KeyAnswer): { readonly [field: string]: unknown } {
  return {
    deviceKeyId,
    ...(decommissionToken === undefined ? {} : { decommissionToken: new Secret(decommissionToken) }),
  }
}

/**
 * Opens the key: what a device has beyond {@link sealedFields} once it is ready.
 *
 * @throws PluginError of `openPem`, or `invalid` for a key that the platform's cryptography refuses.
 */
export async function openedFields(
  answer: KeyAnswer,
  rolloutKey: string,
): Promise<{ readonly [field: string]: unknown }> {
  const { encryptedDeviceKey, decommissionToken } = answer
  const deviceKey = pemOf(await openPem(encryptedDeviceKey, rolloutKey))
  const key = await importKey(deviceKey)
  return {
    deviceKey: new Secret(deviceKey),
    ...(decommissionToken === undefined
      ? {}
      : { decommissionToken: new Secret(await decommissionTokenOf(decommissionToken, key)) }),
  }
}

/** The error for a device that is registered and whose key stays sealed for now. */
export function staysSealed(error: unknown): PluginError {
  if (!isPluginError(error)) throw error
  const { code, text } = error
  return new PluginError(
    code,
    {
      en: `The device is registered and TeamViewer’s answer is stored, but its key is still sealed. ${textIn(text, 'en')}`,
      de: `Das Gerät ist registriert und TeamViewers Antwort gespeichert, doch der Schlüssel ist noch versiegelt. ${textIn(text, 'de')}`,
    },
    code === 'invalid' ? { field: 'rolloutKey' } : {},
  )
}
