/** Links with a signature (HMAC-SHA-256 over their query; as the vendor's documents say). @module */
import { type Parameters, type Secret, url } from '@joinery/sdk'
import { hmac } from '@joinery/sdk/hash'

/**
 * A link whose last parameter signs the others. What is signed is the query as it stands in the link: there, every value is
 * encoded, so that no name can pass for two values or for another parameter.
 */
export function signedLink(base: string, parameters: Parameters, key: Secret): string {
  const link = url(base, parameters)
  return url(link, { signature: signature(link.slice(link.indexOf('?') + 1), key) })
}

/** The signature of a text, as lower-case hex digits. */
export function signature(text: string, key: Secret): string {
  return Array.from(hmac('sha256', key.reveal(), text), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
