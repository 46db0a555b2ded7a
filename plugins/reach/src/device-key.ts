/** The key of a device: stored as PKCS#8, used for RSA-OAEP with SHA-1 (vendors.md 2.4). @module */
import { PluginError } from '@joinery/sdk'
import { fromBase64, toBase64 } from './base64.ts'

const ARMOUR = /-----[^-]+-----|\s/g
const ALGORITHM = { name: 'RSA-OAEP', hash: 'SHA-1' } as const

/** PKCS#8 in PEM format, as any program reads it. */
export function pemOf(pkcs8: Uint8Array): string {
  const lines = toBase64(pkcs8).match(/.{1,64}/g) ?? []
  return ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n')
}

/**
 * The key as the platform's own cryptography takes it.
 *
 * @throws PluginError `invalid` for anything else than an RSA key as PKCS#8.
 */
export async function importKey(pem: string): Promise<CryptoKey> {
  const der = fromBase64(pem.replace(ARMOUR, ''))
  try {
    if (der === undefined) throw new RangeError('no base64')
    return await crypto.subtle.importKey('pkcs8', der, ALGORITHM, false, ['decrypt'])
  } catch {
    const text = {
      en: 'The device key is no RSA key that can be used here.',
      de: 'Der Geräteschlüssel ist kein hier verwendbarer RSA-Schlüssel.',
    }
    throw new PluginError('invalid', text, { field: 'deviceKey' })
  }
}

/** The bytes of the key's modulus: every ciphertext has this length. */
export function modulusBytes(key: CryptoKey): number {
  return (key.algorithm as RsaHashedKeyAlgorithm).modulusLength / 8
}

/** Opens a ciphertext; `undefined` where it was not made for this key, or is damaged: which of them, nobody learns. */
export async function decrypt(key: CryptoKey, ciphertext: Uint8Array): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const length = modulusBytes(key)
  if (ciphertext.length === 0 || ciphertext.length > length) return undefined
  // A number with leading zeros may have been written without them; browsers want all bytes.
  const whole = new Uint8Array(length)
  whole.set(ciphertext, length - ciphertext.length)
  try {
    return new Uint8Array(await crypto.subtle.decrypt(ALGORITHM, key, whole))
  } catch {
    return undefined
  }
}
