/** The token that unregisters a device: how it is encrypted is unknown, so it is opened where it can be (vendors.md 2.3). @module */
import { fromBase64 } from './base64.ts'
import { decrypt, modulusBytes } from './device-key.ts'

/** The opened token where the value is a ciphertext for this key; else the value as it came. */
export async function decommissionTokenOf(value: string, key: CryptoKey): Promise<string> {
  const ciphertext = fromBase64(value)
  if (ciphertext?.length !== modulusBytes(key)) return value
  const opened = await decrypt(key, ciphertext)
  if (opened === undefined || opened.length === 0) return value
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(opened)
  } catch {
    return value
  }
}
