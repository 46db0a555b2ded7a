/** Signs a token's claims, with the app's secret or the organisation's private key, by WebCrypto. @module */
import { PluginError } from '@joinery/sdk'
import { SignJWT } from 'jose/jwt/sign'
import { importPKCS8 } from 'jose/key/import'
import type { Account } from './account-fields.ts'
import type { Claims } from './claims.ts'

/** What WebCrypto cannot take: a key of OpenSSL's older format, or one under a passphrase. */
const OTHER_FORMAT = /-----BEGIN (?:RSA |EC |DSA |OPENSSH |ENCRYPTED )PRIVATE KEY-----/
const PKCS8 = /^-----BEGIN PRIVATE KEY-----[\sA-Za-z0-9+/=]+-----END PRIVATE KEY-----$/
/** RFC 7518, 3.3: a key for RS256 has no fewer. */
const FEWEST_BITS = 2048

/**
 * Signs: HS256 with the app's secret, or RS256 with the private key and its id in the header, by which the server finds the
 * public one (lib-jitsi-meet, doc/tokens.md, "Token structure", at RS256). `typ` is `JWT`, which the server asks for
 * (luajwtjitsi.lib.lua, `verify`).
 *
 * @throws PluginError `missing`, `invalid` or `unsupported` with the setting at fault.
 */
export async function sign(claims: Claims, account: Account): Promise<string> {
  const token = new SignJWT({ ...claims })
  if (account.algorithm === 'HS256') {
    const secret = new TextEncoder().encode(given('appSecret', account.appSecret).reveal())
    return await token.setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(secret)
  }
  const kid = given('keyId', account.keyId)
  const key = await keyIn(given('privateKey', account.privateKey).reveal())
  return await token.setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(key)
}

async function keyIn(text: string): Promise<CryptoKey> {
  const pem = text.trim()
  if (OTHER_FORMAT.test(pem)) throw otherFormat()
  if (!PKCS8.test(pem)) throw invalidKey()
  // The cause would be no secret, but a parser's words are no help to anybody.
  const key = await importPKCS8(pem, 'RS256').catch(() => {
    throw invalidKey()
  })
  if ((key.algorithm as RsaKeyAlgorithm).modulusLength < FEWEST_BITS) throw invalidKey()
  return key
}

function given<T>(field: string, value: T | undefined): T {
  if (value !== undefined) return value
  const text = {
    en: 'The account is not set up for this way of signing.',
    de: 'Das Konto ist für diese Art des Signierens nicht eingerichtet.',
  }
  throw new PluginError('missing', text, { field })
}

function invalidKey(): PluginError {
  const text = {
    en: 'The private key is not a whole RSA key of 2048 bits or more in PEM (PKCS#8), from -----BEGIN PRIVATE KEY----- to -----END PRIVATE KEY-----.',
    de: 'Der private Schlüssel ist kein vollständiger RSA-Schlüssel ab 2048 Bit in PEM (PKCS#8), von -----BEGIN PRIVATE KEY----- bis -----END PRIVATE KEY-----.',
  }
  return new PluginError('invalid', text, { field: 'privateKey' })
}

function otherFormat(): PluginError {
  const command = 'openssl pkcs8 -topk8 -nocrypt -in key.pem'
  const text = {
    en: `The private key is in another format or under a passphrase. This makes the right one of it: ${command}`,
    de: `Der private Schlüssel hat ein anderes Format oder eine Passphrase. Das macht den richtigen daraus: ${command}`,
  }
  return new PluginError('unsupported', text, { field: 'privateKey' })
}
