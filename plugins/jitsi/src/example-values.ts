/** Accounts, rooms and people for the examples. The key is made anew each time, and signatures without the library. @module */

/** 14 November 2023, 22:13:20 UTC. */
export const NOW = 1_700_000_000_000
/** When tokens of an hour made then end, in seconds since 1970. */
export const HOUR_LATER = 1_700_003_600
/** When tokens of a day made then end. */
export const DAY_LATER = 1_700_086_400
/** What is in no server's future even if its clock is a minute behind. */
export const NOT_BEFORE = 1_699_999_940

export const SERVER = 'https://meet.example.com'
/** Made up, and long enough to be looked for in every outcome. */
export const APP_SECRET = 'an app secret made up for these examples'
/** A tenant as JaaS names them. */
export const APP_ID = 'vpaas-magic-cookie-0123456789abcdef0123456789abcdef'

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const HMAC = { name: 'HMAC', hash: 'SHA-256' }
const { privateKey } = await crypto.subtle.generateKey(
  { ...RSA, modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) },
  true,
  ['sign', 'verify'],
)
const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey))
/** What PKCS#8 puts before an RSA key of this length. */
const PKCS8_BYTES_BEFORE = 26

/** A server without tokens. */
export const open = { server: SERVER }
/** A server with tokens by a secret. */
export const withSecret = { server: SERVER, authentication: 'token', appId: 'joinery', appSecret: APP_SECRET }
/** A server with tokens by a key. */
export const withKey = {
  server: SERVER,
  authentication: 'token',
  algorithm: 'RS256',
  appId: 'joinery',
  keyId: 'joinery/2023',
  privateKey: pem('PRIVATE KEY', pkcs8),
}
/** The same key in OpenSSL's older format. */
export const pkcs1Key = pem('RSA PRIVATE KEY', pkcs8.subarray(PKCS8_BYTES_BEFORE))
/** An account at JaaS. */
export const jaas = { ...withKey, server: `https://8x8.vc/${APP_ID}`, appId: 'chat', keyId: `${APP_ID}/4f4910` }

export const room = { room: 'Northwind-Support' }
export const ada = { firstName: 'Ada', lastName: 'King', username: 'ada9', email: 'ada@example.com' }
export const zoe = { firstName: 'Zoë Ann', lastName: "O'Brïen", email: 'zoe@example.com' }

/** A token as RFC 7515 makes it, signed with the secret; claims as JSON, so that the order of names is seen. */
export async function tokenWithSecret(claims: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(APP_SECRET), HMAC, false, ['sign'])
  return await token('{"alg":"HS256","typ":"JWT"}', claims, HMAC, key)
}

/** The same, signed with the key of this id. */
export async function tokenWithKey(keyId: string, claims: string): Promise<string> {
  return await token(`{"alg":"RS256","kid":"${keyId}","typ":"JWT"}`, claims, RSA, privateKey)
}

async function token(header: string, claims: string, algorithm: object & { name: string }, key: CryptoKey) {
  const [head, payload] = [header, claims].map((text) => base64Url(new TextEncoder().encode(text)))
  const signed = new TextEncoder().encode(`${head}.${payload}`)
  const signature = await crypto.subtle.sign(algorithm, key, signed)
  return `${head}.${payload}.${base64Url(new Uint8Array(signature))}`
}

function base64Url(bytes: Uint8Array): string {
  return base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

function pem(label: string, bytes: Uint8Array): string {
  const lines = base64(bytes).match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}
