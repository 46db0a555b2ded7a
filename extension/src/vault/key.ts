/** The vault key: made, wrapped with the passphrase, unwrapped. @module */
import { decode, encode } from 'jose/base64url'
import { vaultError } from './error.ts'
import { openWithPassphrase, sealWithPassphrase } from './passphrase.ts'
import type { SealingKey } from './seal.ts'

/** The name of the key of a vault that one browser has for itself. */
export const LOCAL_KEY = 'local/1'

/** The vault key while unlocked. */
export interface VaultKey extends SealingKey {
  /** The key as a JWK (`oct`), whose `k` is base64url. */
  readonly jwk: { readonly kty: 'oct'; readonly kid: string; readonly k: string }
}

// 32 bytes in base64url: 43 characters, of which the last carries four bits.
const KEY_TEXT = /^[\w-]{42}[AEIMQUYcgkosw048]$/

/** A new vault key: 256 random bits. */
export function newVaultKey(name = LOCAL_KEY): Promise<VaultKey> {
  return vaultKeyFrom(name, encode(crypto.getRandomValues(new Uint8Array(32))))
}

/**
 * The vault key from its text in base64url.
 *
 * @throws VaultError `damaged` where that is not 256 bits.
 */
export async function vaultKeyFrom(name: string, text: string): Promise<VaultKey> {
  if (!KEY_TEXT.test(text)) throw vaultError('damaged', 'The vault key does not have its form.')
  const cipher = await crypto.subtle.importKey('raw', new Uint8Array(decode(text)), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])
  return { name, cipher, jwk: { kty: 'oct', kid: name, k: text } }
}

/** Wraps the vault key with a passphrase: a compact JWE around a JWK. */
export function wrapKey(key: VaultKey, passphrase: string): Promise<string> {
  return sealWithPassphrase(passphrase, JSON.stringify(key.jwk), 'jwk+json')
}

/**
 * Unwraps the vault key.
 *
 * @throws VaultError `wrong-passphrase`, `truncated`, `damaged` or `too-costly`.
 */
export async function unwrapKey(wrapped: string, passphrase: string): Promise<VaultKey> {
  const { kty, kid, k } = parsed(await openWithPassphrase(passphrase, wrapped, 'jwk+json'))
  if (kty !== 'oct' || typeof kid !== 'string' || typeof k !== 'string') {
    throw vaultError('damaged', 'The vault key does not have its form.')
  }
  return await vaultKeyFrom(kid, k)
}

function parsed(text: string): { readonly [name: string]: unknown } {
  try {
    return Object(JSON.parse(text))
  } catch {
    throw vaultError('damaged', 'The vault key does not have its form.')
  }
}
