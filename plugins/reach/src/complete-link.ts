/** Completes TeamViewer's link: opens the device's secret, makes the master secret, puts it in (vendors.md 2.4). @module */
import { PluginError } from '@joinery/sdk'
import { hmac } from '@joinery/sdk/hash'
import { fromBase64, toBase64Url } from './base64.ts'
import { badAnswer } from './call.ts'
import { decrypt, importKey } from './device-key.ts'
import { expectLaunchable } from './launch-check.ts'

/** Everything that a link is made of. */
export interface LinkParts {
  /** PKCS#8, as it is stored. */
  readonly deviceKey: string
  readonly encryptedDeviceSecret: string
  readonly tenantNonce: string
  readonly targetNonce: string
  readonly tenantId: string
  readonly remotecontrolId: string
  /** The vendor's link with its placeholder. */
  readonly template: string
  /** Whether the master secret ends in `=` where base64 would. */
  readonly isPadded: boolean
}

const PLACEHOLDER = 'YOURMASTERSECRET'

/**
 * Makes the link that opens the session.
 *
 * @throws PluginError `bad-answer` where the secret was not made for this key or the template has not one placeholder,
 * `unsafe` where the link must not be launched, `invalid` for a key that is none.
 */
export async function completeLink(parts: LinkParts): Promise<string> {
  const [before, after, ...more] = parts.template.split(PLACEHOLDER)
  if (before === undefined || after === undefined || more.length > 0) throw badAnswer()
  const ciphertext = fromBase64(parts.encryptedDeviceSecret)
  if (ciphertext === undefined) throw badAnswer()
  const secret = await decrypt(await importKey(parts.deviceKey), ciphertext)
  // With an empty secret anybody could make the link.
  if (secret === undefined || secret.length === 0) throw notOpened()
  return expectLaunchable(before + masterSecret(secret, parts) + after)
}

/** The master secret: ids without their letters, nonces exactly as they were sent and received. */
export function masterSecret(
  secret: Uint8Array,
  parts: Pick<LinkParts, 'tenantNonce' | 'targetNonce' | 'tenantId' | 'remotecontrolId' | 'isPadded'>,
): string {
  const { tenantNonce, targetNonce, tenantId, remotecontrolId, isPadded } = parts
  const digest = hmac('sha512', secret, `${tenantNonce}${targetNonce}${tenantId.slice(1)}${remotecontrolId.slice(1)}`)
  return toBase64Url(digest, isPadded)
}

function notOpened(): PluginError {
  return new PluginError('bad-answer', {
    en: 'The device’s secret cannot be opened with the device key: the device has another key, or the answer is damaged.',
    de: 'Das Geheimnis des Geräts lässt sich mit dem Geräteschlüssel nicht öffnen: Das Gerät hat einen anderen Schlüssel, oder die Antwort ist beschädigt.',
  })
}
